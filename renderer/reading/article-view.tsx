import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Span } from '#domain/text/span.ts';
import { activateAnnotation, usePlacePick } from '../app/place.ts';
import { useAnnotationCommands } from '../annotations/annotation-commands.ts';
import { annotationHover } from '../annotations/annotation-hover.ts';
import { useUpdateAnnotation } from '../annotations/mutations.ts';
import { placing } from '../annotations/to-confirm.ts';
import { categoryIndex, useCategoryBook } from '../codebook/queries.ts';
import { CorrectionPane } from '../correction/correction-pane.tsx';
import { beginCorrection, corrections } from '../correction/correction-state.ts';
import { ArticleReader, type ReaderHandle } from '../editor/article-reader.tsx';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { PickerHere } from '../picker/picker-here.tsx';
import { openPicker } from '../picker/picker-state.ts';
import { QuickStrip } from '../quick/quick-strip.tsx';
import { useSession } from '../session/queries.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { ArticleHead } from './article-head.tsx';
import { ArticlePortrait } from './article-portrait.tsx';
import { Beneath } from './beneath.tsx';
import { codeSelection } from './code-selection.ts';
import { DimLine } from './dim-menu.tsx';
import { usePaint, usePainted, useStripes } from './painted-annotations.ts';
import { RemainsLine } from './remains-line.tsx';
import { holdReader, revealSpan } from './reader-handle.ts';
import { rolesShown } from './role-display.ts';
import { RoleGutter } from './role-gutter.tsx';
import { SelectionOffer } from './selection-offer.tsx';
import { useReadingCommands } from './reading-commands.ts';
import { textLanguage } from './text-language.ts';
import { defaultTextSize } from './text-size.ts';

const onHover = (ids: string[]) => annotationHover.set(ids[0] ?? null);

interface ArticleViewProps {
  article: ArticleText;
  annotations: readonly Annotation[];
}

export function ArticleView({ article, annotations }: ArticleViewProps) {
  const { t } = useTranslation();
  const { preferences } = useSession();
  const annotationId = usePlacePick((place) => place.annotationId);
  const textSize = preferences.textSize ?? defaultTextSize;
  const reader = useRef<ReaderHandle | null>(null);
  const [selection, setSelection] = useState<Span | null>(null);
  const [beneath, setBeneath] = useState<{ ids: string[]; at: DOMRect } | null>(null);
  const hovered = annotationHover.use();
  // What stands around the text may follow it a moment later.
  const later = useAfterPaint(annotations);
  const row = useAfterPaint(useArticleRow(article.id) ?? article);
  const lang = textLanguage(row.script);
  const paint = usePaint();
  const painted = usePainted(annotations, article.revisionId, paint);
  const stripes = useStripes(later, article.revisionId, paint);
  const withStripes = preferences.stripes ?? true;
  const scroller = useRef<HTMLDivElement>(null);
  const { offered } = useCategoryBook();

  // Another text of the article is another reader.
  const hold = useCallback(
    (next: ReaderHandle | null) => {
      reader.current = next;
      holdReader(next, article.id);
      if (document.activeElement === document.body) next?.focus();
    },
    [article.id],
  );

  // The first picker should not have to wait for the pinyin to be read.
  useEffect(() => {
    const idle = requestIdleCallback(() => categoryIndex(offered));
    return () => cancelIdleCallback(idle);
  }, [offered]);

  // A place that was returned to, or reached by its address, is shown once its annotation is there.
  const active = annotations.find(({ id }) => id === annotationId);
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (annotationId === null || active === undefined || arrived.current !== null) return;
    arrived.current = annotationId;
    if (active.anchorState === 'placed') revealSpan(active);
  }, [annotationId, active]);

  const { mutate: update } = useUpdateAnnotation();
  const placingId = placing.use();
  const placed = annotations.find(({ id }) => id === placingId) ?? null;
  const annotate = useCallback(
    (span: Span) => {
      if (placed !== null) {
        placing.set(null);
        update({ annotation: placed, change: { span } });
        setSelection(null);
        reader.current?.setSelection(null);
        return;
      }
      openPicker({
        articleId: article.id,
        revisionId: article.revisionId,
        span,
        exact: article.text.slice(span.start, span.end),
      });
    },
    [article, placed, update],
  );
  const draft = corrections.use().get(article.id) ?? null;
  const correcting = draft?.revisionId === article.revisionId ? draft : null;
  const [caret, setCaret] = useState(0);
  const correct = useCallback(() => {
    setCaret(reader.current?.caretOffset() ?? 0);
    setSelection(null);
    beginCorrection(article.id, article.revisionId);
  }, [article.id, article.revisionId]);
  const unselect = useCallback(() => {
    setSelection(null);
    reader.current?.setSelection(null);
  }, []);
  useReadingCommands({ article, annotations, reader, annotate, onMade: unselect, correct });
  useAnnotationCommands(annotations, article.revisionId, reader);
  const codeFromStrip = useCallback((categoryId: string) => {
    codeSelection(categoryId);
    reader.current?.focus();
  }, []);
  const withRoles = rolesShown.use();

  const onActivate = useCallback((ids: string[], at: DOMRect) => {
    arrived.current = ids[0] ?? null;
    activateAnnotation(ids[0] ?? null);
    setBeneath(ids.length > 1 ? { ids, at } : null);
  }, []);
  const closeBeneath = useCallback(() => setBeneath(null), []);
  const onSelect = useCallback((span: Span | null) => {
    setSelection(span);
    setBeneath(null);
  }, []);

  return (
    <div className="article-view">
      <div className="article-frame" data-article-id={article.id}>
        <div ref={scroller} className="article-scroll" style={{ '--text-size': `${textSize}px` } as CSSProperties}>
          <article
            className="article"
            aria-label={articleName(row)}
            data-roles={withRoles || undefined}
            data-stripes={(withStripes && correcting === null) || undefined}
          >
            <ArticleHead row={row} lang={lang} annotations={later} onCorrect={correct} />
            <RemainsLine article={article} annotations={later} />
            <DimLine annotations={later} />
            {correcting !== null ? (
              <CorrectionPane
                article={article}
                draft={correcting}
                annotations={painted}
                lang={lang}
                textSize={textSize}
                caret={caret}
              />
            ) : (
              <ArticleReader
                ref={hold}
                text={article.text}
                roles={article.roles}
                lang={lang}
                label={t('reading.text')}
                annotations={painted}
                activeId={active?.id ?? null}
                hoveredId={hovered}
                textSize={textSize}
                onSelect={onSelect}
                onActivate={onActivate}
                onHover={onHover}
                stripes={withStripes ? stripes : null}
                renderGutter={
                  withRoles
                    ? (paragraphs) => <RoleGutter article={article} paragraphs={paragraphs} reader={reader} />
                    : null
                }
              />
            )}
          </article>
        </div>
        <ArticlePortrait stripes={stripes} reader={reader} scroller={scroller} />
        {selection && (
          <SelectionOffer
            span={selection}
            reader={reader}
            placing={placed !== null}
            onAnnotate={() => annotate(selection)}
          />
        )}
        {beneath && (
          <Beneath
            {...beneath}
            annotations={annotations}
            onClose={closeBeneath}
            onReturn={() => reader.current?.focus()}
          />
        )}
        <PickerHere articleId={article.id} annotations={annotations} reader={reader} onDone={unselect} />
      </div>
      <QuickStrip ready={correcting === null && selection !== null && placed === null} onChoose={codeFromStrip} />
    </div>
  );
}
