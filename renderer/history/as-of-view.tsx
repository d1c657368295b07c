import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#domain/contract/history.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import { plainNote } from '#domain/text/plain-note.ts';
import { failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle, goToArticleAsOf } from '../app/place.ts';
import { send } from '../bridge/send.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { ArticleReader, type ReaderHandle } from '../editor/article-reader.tsx';
import { useArticleRow } from '../library/queries.ts';
import { keys } from '../queries/keys.ts';
import { usePaint, usePainted } from '../reading/painted-annotations.ts';
import { textLanguage } from '../reading/text-language.ts';
import { defaultTextSize } from '../reading/text-size.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { entryText } from './queries.ts';
import './history.css';

/** Steps of the article to choose from, the newest. */
const MOST = 1000;
const none: readonly Annotation[] = [];

interface AsOfViewProps {
  articleId: string;
  /** An instant. */
  at: string;
}

/** An article as it was after one of its steps: its text and its annotations then, to be read and not to be changed. */
export function AsOfView({ articleId, at }: AsOfViewProps) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { preferences, coder } = useSession();
  const blind = useBlind();
  const { data, error } = useQuery({
    queryKey: keys.articleAsOf(articleId, at),
    queryFn: () => send('article.asOf', { articleId, at }),
    placeholderData: keepPreviousData,
  });
  const question = { articleId, limit: MOST, ...(blind && coder !== null ? { coderId: coder.id } : {}) };
  const { data: steps = [] } = useQuery({
    queryKey: keys.history(question),
    queryFn: () => send('history.list', question),
  });
  const lang = textLanguage(useArticleRow(articleId)?.script ?? null);
  const reader = useRef<ReaderHandle | null>(null);
  const annotations = useMemo(
    () => (data?.annotations ?? none).filter((each) => !blind || each.coderId === coder?.id),
    [data, blind, coder?.id],
  );
  const painted = usePainted(annotations, data?.revisionId ?? '', usePaint());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // The newest first: what an earlier step left behind is further down the list.
  const here = steps.findIndex((step) => step.at <= at);
  const go = (step: HistoryEntry | undefined) => step && goToArticleAsOf(articleId, step.at);
  return (
    <div className="as-of">
      <header className="as-of-bar" role="toolbar" aria-label={t('asOf.steps')}>
        <h1 className="as-of-title" tabIndex={-1} ref={heading}>
          {t('asOf.title', { at: moment(at) })}
        </h1>
        <IconButton
          icon={ChevronLeft}
          name={t('asOf.earlier')}
          isDisabled={here < 0 || here >= steps.length - 1}
          onPress={() => go(steps[here + 1])}
        />
        <select
          className="input as-of-step"
          aria-label={t('asOf.step')}
          value={steps[here]?.id ?? ''}
          onChange={(event) => go(steps.find(({ id }) => id === event.target.value))}
        >
          {here < 0 && <option value="">{t('asOf.before')}</option>}
          {steps.map((step) => (
            <option key={step.id} value={step.id}>
              {moment(step.at)} · {entryText(step)} · {step.coderName}
            </option>
          ))}
        </select>
        <IconButton
          icon={ChevronRight}
          name={t('asOf.later')}
          isDisabled={here === 0 || steps.length === 0}
          onPress={() => go(here < 0 ? steps.at(-1) : steps[here - 1])}
        />
        <IconButton icon={X} name={t('asOf.now')} onPress={() => goToArticle(articleId)} />
      </header>
      {error !== null && (
        <p className="empty" role="alert">
          {failureText(error)}
        </p>
      )}
      {error === null && data !== undefined && (
        <div className="as-of-columns">
          <div
            className="article-scroll"
            style={{ '--text-size': `${preferences.textSize ?? defaultTextSize}px` } as CSSProperties}
          >
            <article className="article" aria-label={data.title ?? t('metadata.noTitle')}>
              <h2 className="article-title" lang={lang} data-unknown={data.title === null || undefined}>
                {data.title ?? t('metadata.noTitle')}
              </h2>
              <p className="as-of-note">{t('asOf.revision', { number: number(data.revision) })}</p>
              <ArticleReader
                key={data.revisionId}
                ref={reader}
                text={data.text}
                roles={data.roles}
                lang={lang}
                label={t('asOf.text')}
                annotations={painted}
                activeId={null}
                hoveredId={null}
                textSize={preferences.textSize ?? defaultTextSize}
                onSelect={() => undefined}
                onActivate={() => undefined}
                onHover={() => undefined}
                stripes={null}
                renderGutter={null}
              />
            </article>
          </div>
          <section className="as-of-annotations" aria-label={t('asOf.annotations')}>
            <h2 className="pane-title">
              {t('asOf.annotations')} <span className="pane-count">{number(annotations.length)}</span>
            </h2>
            {annotations.length === 0 && <p className="corpus-note">{t('asOf.none')}</p>}
            <ol>
              {annotations.map((annotation) => (
                <li key={annotation.id}>
                  <Button
                    className="as-of-annotation"
                    isDisabled={annotation.anchorState !== 'placed'}
                    onPress={() => reader.current?.reveal(annotation, { flash: true })}
                  >
                    <span className="as-of-quote" lang={lang}>
                      {annotation.exact}
                    </span>
                    <Links annotation={annotation} />
                    {annotation.note !== '' && <span className="annotation-note">{plainNote(annotation.note)}</span>}
                    <span className="as-of-coder">{annotation.coderName}</span>
                  </Button>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </div>
  );
}

function Links({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  return (
    <span className="annotation-links">
      {annotation.links.map(({ id, categoryId, relation }) => {
        const category = byId.get(categoryId);
        if (category === undefined) return null;
        return (
          <span key={id}>
            <CategoryChip category={category} />
            {relation && <span className="chip-relation">{t(`relation.${relation}`)}</span>}
          </span>
        );
      })}
    </span>
  );
}
