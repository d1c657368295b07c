import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pairs, Sequences } from '#domain/contract/picture.ts';
import { failureText } from '../app/failure-text.ts';
import { ExportMenu } from '../matrix/export-menu.tsx';
import type { MatrixShown, PictureKind } from '#domain/matrix/matrix-shown.ts';
import { openPassages } from '../matrix/open-passages.ts';
import { usePairs, useSequences } from '../matrix/queries.ts';
import { useUsed } from './chosen.ts';
import { exportPicture } from './export-picture.ts';
import { firstMention } from '#domain/pictures/first-mention.ts';
import { heatMap } from '#domain/pictures/heat-map.ts';
import type { MatrixSource } from '#domain/pictures/matrix-source.ts';
import { pairsPicture } from '#domain/pictures/pairs.ts';
import type { Picture } from '#domain/pictures/picture.ts';
import { PictureFigure } from './picture-figure.tsx';
import { usePictureWords } from './use-picture-words.ts';
import { portrait } from '#domain/pictures/portrait.ts';
import { profile } from '#domain/pictures/profile.ts';
import { tileMap } from '#domain/pictures/tile-map.ts';
import { timeline } from '#domain/pictures/timeline.ts';

/** Portraits that are drawn at once. */
const MOST_PORTRAITS = 12;
/** Articles that orders of first mention are made of. */
const MOST_ARTICLES = 10_000;

interface Placed {
  /** Where what can be done with the picture stands. */
  actions: HTMLElement | null;
}

/** A picture of a matrix, as it is arranged. */
export function MatrixPicture({ source, actions }: Placed & { source: MatrixSource }) {
  const { shown, matrix, read } = source;
  const used = useUsed(shown, matrix.columns, read.rows);
  const picture = useMemo(() => {
    if (shown.picture === 'map') return tileMap(source, used.column);
    if (shown.picture === 'timeline')
      return timeline(source, used.column === -1 ? matrix.columns.map((_id, index) => index) : [used.column]);
    if (shown.picture === 'profile') return used.pair === null ? null : profile(source, used.pair);
    return heatMap(source);
  }, [source, shown.picture, used, matrix]);
  return <Shown picture={picture} kind={shown.picture} actions={actions} />;
}

/** A picture of the passages themselves. */
export function PassagePicture(props: PassageProps) {
  return props.shown.picture === 'pairs' ? <PairsPicture {...props} /> : <SequencePicture {...props} />;
}

function PairsPicture({ shown, actions }: PassageProps) {
  const { columns, filter, unit } = shown;
  const { data, error } = usePairs({ columns, filter, unit });
  if (error !== null) return <Failed error={error} />;
  return data === undefined ? null : <DrawnPairs shown={shown} pairs={data} actions={actions} />;
}

function DrawnPairs({ shown, pairs, actions }: PassageProps & { pairs: Pairs }) {
  const words = usePictureWords(shown.filter);
  const { filter, unit } = shown;
  const picture = useMemo(
    () =>
      pairs.counts.length === 0
        ? null
        : pairsPicture({ unit }, pairs, words, (ids) =>
            openPassages({ rows: 'provinces', filter }, null, ids, pairs.reprints),
          ),
    [pairs, words, unit, filter],
  );
  return <Shown picture={picture} kind="pairs" actions={actions} />;
}

function SequencePicture({ shown, actions }: PassageProps) {
  const { columns, filter, picture, articleId } = shown;
  const { data, error } = useSequences({
    columns,
    filter,
    most: picture === 'portrait' ? MOST_PORTRAITS : MOST_ARTICLES,
    ...(picture === 'portrait' && articleId !== null ? { articleId } : {}),
  });
  if (error !== null) return <Failed error={error} />;
  return data === undefined ? null : <DrawnSequences shown={shown} sequences={data} actions={actions} />;
}

function DrawnSequences({ shown, sequences, actions }: PassageProps & { sequences: Sequences }) {
  const words = usePictureWords(shown.filter);
  const { filter, picture: kind } = shown;
  const rows = shown.rows === 'voices' ? 'articles' : shown.rows;
  const picture = useMemo(() => {
    if (sequences.articles.every(({ passages }) => passages.length === 0)) return null;
    const open = (ofRows: 'articles' | typeof rows, key: string, categoryId: string) =>
      openPassages({ rows: ofRows, filter }, key, [categoryId], sequences.reprints);
    return kind === 'portrait'
      ? portrait(sequences, words, (articleId, categoryId) => open('articles', articleId, categoryId))
      : firstMention(rows, sequences, words, (key, categoryId) => open(rows, key, categoryId));
  }, [sequences, words, kind, rows, filter]);
  return <Shown picture={picture} kind={kind} actions={actions} />;
}

interface PassageProps extends Placed {
  shown: MatrixShown;
}

function Failed({ error }: { error: Error }) {
  return (
    <p className="empty" role="alert">
      {failureText(error)}
    </p>
  );
}

interface ShownProps extends Placed {
  /** Null where there is nothing to draw. */
  picture: Picture | null;
  kind: PictureKind;
}

function Shown({ picture, kind, actions }: ShownProps) {
  const { t } = useTranslation();
  return (
    <>
      {picture !== null && <ExportMenu slot={actions} onExport={(format) => void exportPicture(format, picture)} />}
      {picture === null ? (
        <div className="empty">
          <p className="empty-words">{t(kind === 'profile' ? 'pictures.onlyOne' : 'pictures.nothing')}</p>
          <p>{t(kind === 'profile' ? 'pictures.onlyOneHint' : 'pictures.nothingHint')}</p>
        </div>
      ) : (
        <PictureFigure key={kind} picture={picture} />
      )}
    </>
  );
}
