import { ExternalLink, X } from 'lucide-react';
import { memo, type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordingInCommon } from '#domain/contract/comparison.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText as Text } from '#domain/contract/article.ts';
import type { ReferenceText } from '#domain/contract/reference.ts';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import type { Span } from '#domain/text/span.ts';
import { failureText } from '../app/failure-text.ts';
import { currentLanguage } from '../app/language.ts';
import { amendComparison, goToArticle, goToReferences } from '../app/place.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { ArticleReader, type ReaderHandle, type Role } from '../editor/article-reader.tsx';
import { CodingGlyph } from '../library/coding-glyph.tsx';
import { useArticleRow } from '../library/queries.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { ArticleText, type TextOnScreen } from '../reading/article-text.tsx';
import { referenceLanguage } from '../references/languages.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import type { ComparedPane } from './queries.ts';

type Stretches = WordingInCommon['texts'][number];

interface ComparedTextProps {
  /** Its place among the texts, from 0, and how many there are. */
  at: number;
  count: number;
  name: string;
  text: ComparedPane['text'];
  article: Text | null;
  annotations: readonly Annotation[];
  reference: ReferenceText | null;
  error: Error | null;
  active: boolean;
  selection: Span | null;
  onSelection: (at: number, span: Span | null) => void;
  /** In CSS pixels. */
  textSize: number;
  /** What of it others have too; null marks nothing. */
  shared: Stretches | null;
  /** Said where it has nothing about the item that is looked at. */
  gap: ReactNode;
  onScreen: (at: number, screen: TextOnScreen | null) => void;
  onRemove: (at: number) => void;
}

/** One of several texts side by side: a full reader under a narrow head. */
export const ComparedText = memo(function ComparedText(props: ComparedTextProps) {
  const { at, count, name, text, article, reference, error, active, shared, gap, onScreen, onSelection } = props;
  const { t } = useTranslation();
  const screen = useRef<TextOnScreen | null>(null);
  const hold = useCallback(
    (next: TextOnScreen | null) => {
      screen.current = next;
      onScreen(at, next);
    },
    [at, onScreen],
  );
  const select = useCallback((span: Span | null) => onSelection(at, span), [at, onSelection]);
  const focus = () => amendComparison({ at });

  const revisionId = reference?.id ?? article?.revisionId;
  const length = reference?.text.length ?? article?.text.length ?? 0;
  useEffect(() => {
    if (shared === null || shared.revisionId !== revisionId) return undefined;
    const reader = screen.current?.reader;
    const by = (isAll: boolean) => shared.stretches.filter((each) => (each.count === count - 1) === isAll);
    reader?.mark(count > 2 ? by(false) : [], 'shared-some');
    reader?.mark(by(true), 'shared-all');
    // Where nothing is shared, everything is its own, and nothing need be told apart.
    reader?.mark(shared.stretches.length === 0 ? [] : between(shared.stretches, length), 'own');
    return () => {
      for (const layer of ['shared-some', 'shared-all', 'own'] as const) reader?.mark([], layer);
    };
  }, [shared, revisionId, length, count]);

  return (
    <section
      className="compare-pane"
      data-at={at}
      data-active={active || undefined}
      data-gap={gap !== null || undefined}
      aria-label={t('compare.paneNamed', { place: at + 1, name })}
      onPointerDownCapture={focus}
      onFocusCapture={focus}
    >
      <header className="compare-pane-head">
        <h2 className="compare-pane-title" title={name}>
          {name}
        </h2>
        <span className="compare-pane-tools">
          <IconButton
            small
            icon={ExternalLink}
            name={t('compare.openAlone', { name })}
            onPress={() => (text.kind === 'article' ? goToArticle(text.id) : goToReferences(text.id))}
          />
          <IconButton small icon={X} name={t('compare.takeOut', { name })} onPress={() => props.onRemove(at)} />
        </span>
        {text.kind === 'article' ? (
          <ArticleFacts articleId={text.id} />
        ) : (
          <span className="compare-pane-facts">{t('compare.reference')}</span>
        )}
      </header>
      <div className="compare-pane-body">
        {error !== null ? (
          <p className="empty" role="alert">
            {asFailure(error).reason === 'article-missing' ? t('reading.missing') : failureText(error)}
          </p>
        ) : article !== null ? (
          <ArticleText
            key={article.id}
            ref={hold}
            article={article}
            annotations={props.annotations}
            active={active}
            selection={props.selection}
            onSelection={select}
            textSize={props.textSize}
            label={t('compare.textOf', { name })}
            withStripes={false}
            withRoles={false}
          />
        ) : reference !== null ? (
          <ReferencePane ref={hold} reference={reference} name={name} textSize={props.textSize} />
        ) : null}
        <span className="compare-line" aria-hidden />
        {gap !== null && <p className="compare-gap">{gap}</p>}
      </div>
    </section>
  );
});

const nothing = () => null;

function ArticleFacts({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const row = useArticleRow(articleId);
  if (row === null) return null;
  const province = row.outletProvince && shownName('outletProvince', row.outletProvince, currentLanguage());
  return (
    <span className="compare-pane-facts">
      <CodingGlyph state={row.codingState} />
      <span className="visually-hidden">{t(`coding.${row.codingState}`)}</span>
      {row.exclusion !== null && <span>{t('exclusion.leftOut')}</span>}
      <span>{[row.outlet, province, row.publishedOn].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

interface ReferencePaneProps {
  reference: ReferenceText;
  name: string;
  textSize: number;
  ref: Ref<TextOnScreen>;
}

/** A reference text as it is read beside articles; its parts and items are headings, and nothing is annotated in it. */
function ReferencePane({ reference, name, textSize, ref }: ReferencePaneProps) {
  const { t } = useTranslation();
  const reader = useRef<ReaderHandle | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    get reader() {
      return reader.current;
    },
    get scroller() {
      return scroller.current;
    },
  }));
  const lang = useMemo(() => referenceLanguage(reference.text), [reference.text]);
  const roles = useMemo(() => rolesOf(reference), [reference]);
  return (
    <div className="article-frame">
      <div ref={scroller} className="article-scroll">
        <article className="article" aria-label={name}>
          <ArticleReader
            ref={reader}
            text={reference.text}
            roles={roles}
            lang={lang}
            label={t('compare.textOf', { name })}
            annotations={noAnnotations}
            activeId={null}
            textSize={textSize}
            onSelect={nothing}
            onActivate={nothing}
          />
        </article>
      </div>
    </div>
  );
}

const noAnnotations: [] = [];

function rolesOf({ text, divisions }: ReferenceText): Role[] {
  const heads = new Set(divisions.filter(({ kind }) => kind === 'part').map(({ start }) => start));
  return paragraphsOf(text).map(({ start }) => (heads.has(start) ? 'subhead' : 'body'));
}

/** What lies between stretches that are sorted and disjoint. */
function between(stretches: readonly Span[], length: number): Span[] {
  const ends = [0, ...stretches.map(({ end }) => end)];
  const starts = [...stretches.map(({ start }) => start), length];
  return ends.flatMap((start, index) => {
    const end = starts[index] ?? length;
    return start < end ? [{ start, end }] : [];
  });
}
