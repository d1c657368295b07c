import { CornerLeftUp, X } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '#domain/contract/matrix.ts';
import { isQuotient } from '#domain/matrix/read-matrix.ts';
import { arrangeMatrix } from '#domain/matrix/arrange-matrix.ts';
import { failureText } from '../app/failure-text.ts';
import { goToArticle, usePlace } from '../app/place.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { compareAll } from '../references/read-in.ts';
import { useReferences } from '../references/queries.ts';
import { KeepButton } from '../findings/keep-button.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { ExportMenu } from './export-menu.tsx';
import { exportMatrix } from './export-matrix.ts';
import { MatrixControls, withColumns } from './matrix-controls.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { type MatrixShown, parseMatrix, type PictureKind, questionOf } from '#domain/matrix/matrix-shown.ts';
import { showMatrix } from './show-matrix.ts';
import { useMatrixWords } from './use-matrix-words.ts';
import { cellOpener } from './open-cell.ts';
import { PictureControls } from './picture-controls.tsx';
import { useMatrix } from './queries.ts';

// What draws pictures is fetched when one is wanted.
const MatrixPicture = lazy(async () => ({ default: (await import('../pictures/picture-view.tsx')).MatrixPicture }));
const PassagePicture = lazy(async () => ({ default: (await import('../pictures/picture-view.tsx')).PassagePicture }));

const ofPassages: ReadonlySet<PictureKind> = new Set(['portrait', 'first-mention', 'pairs']);

/** Who takes up what: the corpus by categories, as a table or as a picture. */
export function MatrixView() {
  const { t } = useTranslation();
  const { question: text = '' } = usePlace();
  const shown = useMemo(() => parseMatrix(text), [text]);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  return (
    <section className="table-view" aria-label={t('matrix.title')}>
      <header className="table-top">
        <h1 className="table-title">{t('matrix.title')}</h1>
        <span className="table-keys">{shown.picture === 'grid' && t('matrix.keys')}</span>
        <UpButton shown={shown} />
        <span className="matrix-actions" ref={setActions} />
        <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
      </header>
      <MatrixControls shown={shown}>
        <PictureControls shown={shown} />
      </MatrixControls>
      <Suspense fallback={null}>
        {ofPassages.has(shown.picture) ? (
          <PassagePicture shown={shown} actions={actions} />
        ) : (
          <Measured shown={shown} actions={actions} />
        )}
      </Suspense>
    </section>
  );
}

interface MeasuredProps {
  shown: MatrixShown;
  /** Where what can be done with it stands. */
  actions: HTMLElement | null;
}

function Measured({ shown: asked, actions }: MeasuredProps) {
  const shown = useMemo(() => readable(asked), [asked]);
  const { data, error } = useMatrix(questionOf(shown));
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {failureText(error)}
      </p>
    );
  if (data === undefined) return null;
  // While another matrix is counted, the one before stays, as what it is.
  return <Counted shown={shown} question={data.question} matrix={data.matrix} actions={actions} />;
}

/** Parts of rows and of columns have no total: a picture of all categories shows what was counted. */
function readable(shown: MatrixShown): MatrixShown {
  const ofAll = (shown.picture === 'map' || shown.picture === 'timeline') && shown.about === null;
  const isPart = ['per-row', 'per-column', 'emphasis'].includes(shown.reading);
  return ofAll && isPart ? { ...shown, reading: 'plain' } : shown;
}

interface CountedProps extends MeasuredProps {
  /** What the matrix at hand counts. */
  question: ReturnType<typeof questionOf>;
  matrix: Matrix;
}

function Counted({ shown: asked, question, matrix, actions }: CountedProps) {
  const shown = useMemo(() => ({ ...asked, ...question }), [asked, question]);
  const words = useMatrixWords(shown, matrix);
  const arranged = useMemo(() => arrangeMatrix(matrix, shown), [matrix, shown]);
  const source = useMemo(
    () => ({ shown, ...arranged, words, open: cellOpener(shown, arranged.matrix, words) }),
    [shown, arranged, words],
  );
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return <Nothing shown={shown} matrix={matrix} />;
  if (shown.picture !== 'grid')
    return (
      <>
        <KeepMatrix slot={actions} shown={shown} name={words.title} />
        <MatrixPicture source={source} actions={actions} />
      </>
    );
  return (
    <>
      <KeepMatrix slot={actions} shown={shown} name={words.title} />
      <ExportMenu slot={actions} onExport={(format) => void exportMatrix(format, source)} />
      <MatrixGrid
        shown={shown}
        columns={arranged.matrix.columns}
        read={arranged.read}
        words={words}
        onOpen={source.open}
      />
      <MatrixLegend greatest={arranged.read.greatest} words={words}>
        <CompareButton shown={shown} waiting={matrix.waiting} />
      </MatrixLegend>
    </>
  );
}

/** Where articles were not compared with the reference texts yet, that can be done now. */
function CompareButton({ shown, waiting }: { shown: MatrixShown; waiting: number }) {
  const { t } = useTranslation();
  const { data: references } = useReferences();
  if (!isQuotient(shown.measure) || waiting === 0 || (references?.length ?? 0) === 0) return null;
  return (
    <Button className="button button-small" onPress={() => void compareAll()}>
      {t('matrix.compareNow')}
    </Button>
  );
}

/** Keeps the matrix with its numbers, beside what else can be done with it. */
function KeepMatrix({ slot, shown, name }: { slot: HTMLElement | null; shown: MatrixShown; name: string }) {
  const { question: address = '' } = usePlace();
  if (slot === null) return null;
  const { reading, least, sort, descending } = shown;
  const question = {
    kind: 'matrix' as const,
    ask: questionOf(shown),
    shown: { reading, least, sort, descending, address },
  };
  return createPortal(<KeepButton question={question} name={name} />, slot);
}

/** From what stands below a category back to all of the top level. */
function UpButton({ shown }: { shown: MatrixShown }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const { columns } = shown;
  const category = columns.of === 'below' ? byId.get(columns.categoryId) : undefined;
  if (category === undefined) return null;
  const up = { of: 'parts' as const, codebookId: category.codebookId };
  return (
    <Button className="button button-quiet button-small" onPress={() => showMatrix(withColumns(shown, up))}>
      <CornerLeftUp size={14} strokeWidth={1.6} aria-hidden />
      {t('matrix.up')}
    </Button>
  );
}

function Nothing({ shown, matrix }: { shown: MatrixShown; matrix: Matrix }) {
  const { t } = useTranslation();
  const filtered = Object.keys(shown.filter).length > 0;
  if (matrix.columns.length === 0)
    return (
      <div className="empty">
        <p className="empty-words">{t('matrix.noColumns')}</p>
        <p>{t('matrix.noColumnsHint')}</p>
      </div>
    );
  return (
    <div className="empty">
      <p className="empty-words">{t(filtered ? 'matrix.noRows' : 'matrix.empty')}</p>
      <p>{t(filtered ? 'annotationTable.emptyHint' : 'matrix.emptyHint')}</p>
    </div>
  );
}
