import {
  type ComponentType,
  type CSSProperties,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleRow, ArticleText as Text } from '#domain/contract/article.ts';
import type { Span } from '#domain/text/span.ts';
import { activateAnnotation, getPlace, usePlacePick } from '../app/place.ts';
import { useAnnotationCommands } from '../annotations/annotation-commands.ts';
import { annotationHover } from '../annotations/annotation-hover.ts';
import { useUpdateAnnotation } from '../annotations/mutations.ts';
import { placing } from '../annotations/to-confirm.ts';
import { CorrectionPane } from '../correction/correction-pane.tsx';
import { beginCorrection, useCorrectionOf } from '../correction/correction-state.ts';
import { ArticleReader, type ReaderHandle, type ShownStripes } from '../editor/article-reader.tsx';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { PickerHere } from '../picker/picker-here.tsx';
import { openPicker } from '../picker/picker-state.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { Beneath } from './beneath.tsx';
import { usePaint, usePainted, useStripes } from './painted-annotations.ts';
import { holdReader, revealSpan } from './reader-handle.ts';
import { RoleGutter } from './role-gutter.tsx';
import { SelectionOffer } from './selection-offer.tsx';
import { useReadingCommands } from './reading-commands.ts';
import { textLanguage } from './text-language.ts';

const onHover = (ids: string[]) => annotationHover.set(ids[0] ?? null);

/** What stands around a text may follow it a moment later. */
export interface AroundText {
  article: Text;
  row: ArticleRow;
  lang: string;
  annotations: readonly Annotation[];
  stripes: ShownStripes;
  reader: RefObject<ReaderHandle | null>;
  scroller: RefObject<HTMLElement | null>;
  onCorrect: () => void;
}

/** A text on screen: its reader, and what it scrolls in. */
export interface TextOnScreen {
  reader: ReaderHandle | null;
  scroller: HTMLElement | null;
}

export interface ArticleTextProps {
  article: Text;
  annotations: readonly Annotation[];
  /** Whether the keys are about this text; of several side by side, only of one. */
  active: boolean;
  selection: Span | null;
  onSelection: (span: Span | null) => void;
  /** In CSS pixels. */
  textSize: number;
  /** Name of the text for a screen reader. */
  label: string;
  withStripes: boolean;
  withRoles: boolean;
  /** Above the text, scrolling with it. */
  Head?: ComponentType<AroundText>;
  /** Beside what scrolls. */
  Beside?: ComponentType<AroundText>;
  ref?: Ref<TextOnScreen>;
}

/** The text of an article with its annotations, in which passages are selected and annotated. */
export function ArticleText(props: ArticleTextProps) {
  const { article, annotations, active, selection, onSelection, textSize, label, withStripes, withRoles, ref } = props;
  const annotationId = usePlacePick((place) => place.annotationId);
  const reader = useRef<ReaderHandle | null>(null);
  const [beneath, setBeneath] = useState<{ ids: string[]; at: DOMRect } | null>(null);
  const hovered = annotationHover.use();
  const later = useAfterPaint(annotations);
  const row = useAfterPaint(useArticleRow(article.id) ?? article);
  const lang = textLanguage(row.script);
  const paint = usePaint();
  const painted = usePainted(annotations, article.revisionId, paint);
  const stripes = useStripes(later, article.revisionId, paint);
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      get reader() {
        return reader.current;
      },
      get scroller() {
        return scroller.current;
      },
    }),
    [],
  );

  // Another text of the article is another reader.
  const hold = useCallback(
    (next: ReaderHandle | null) => {
      reader.current = next;
      holdReader(next, article.id);
      if (document.activeElement === document.body && getPlace().articleId === article.id) next?.focus();
    },
    [article.id],
  );

  // A place that was returned to, or reached by its address, is shown once its annotation is there.
  const chosen = annotations.find(({ id }) => id === annotationId);
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (annotationId === null || chosen === undefined || arrived.current !== null) return;
    arrived.current = annotationId;
    if (chosen.anchorState === 'placed') revealSpan(chosen);
  }, [annotationId, chosen]);

  const { mutate: update } = useUpdateAnnotation();
  const placingId = placing.use();
  const placed = annotations.find(({ id }) => id === placingId) ?? null;
  const unselect = useCallback(() => {
    onSelection(null);
    reader.current?.setSelection(null);
  }, [onSelection]);
  const annotate = useCallback(
    (span: Span) => {
      if (placed !== null) {
        placing.set(null);
        update({ annotation: placed, change: { span } });
        unselect();
        return;
      }
      openPicker({
        articleId: article.id,
        revisionId: article.revisionId,
        span,
        exact: article.text.slice(span.start, span.end),
      });
    },
    [article, placed, update, unselect],
  );
  const correcting = useCorrectionOf(article);
  const [caret, setCaret] = useState(0);
  const correct = useCallback(() => {
    setCaret(reader.current?.caretOffset() ?? 0);
    onSelection(null);
    beginCorrection(article.id, article.revisionId);
  }, [article.id, article.revisionId, onSelection]);
  useReadingCommands({ article, annotations, reader, active, annotate, onMade: unselect, correct });
  useAnnotationCommands(annotations, article.revisionId, reader, active);

  const onActivate = useCallback((ids: string[], at: DOMRect) => {
    arrived.current = ids[0] ?? null;
    activateAnnotation(ids[0] ?? null);
    setBeneath(ids.length > 1 ? { ids, at } : null);
  }, []);
  const closeBeneath = useCallback(() => setBeneath(null), []);
  const onSelect = useCallback(
    (span: Span | null) => {
      onSelection(span);
      setBeneath(null);
    },
    [onSelection],
  );
  const { Head, Beside } = props;
  const around: AroundText = { article, row, lang, annotations: later, stripes, reader, scroller, onCorrect: correct };

  return (
    <div className="article-frame" data-article-id={article.id}>
      <div ref={scroller} className="article-scroll" style={{ '--text-size': `${textSize}px` } as CSSProperties}>
        <article
          className="article"
          aria-label={articleName(row)}
          data-roles={withRoles || undefined}
          data-stripes={(withStripes && correcting === null) || undefined}
        >
          {Head && <Head {...around} />}
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
              label={label}
              annotations={painted}
              activeId={chosen?.id ?? null}
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
      {Beside && <Beside {...around} />}
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
  );
}
