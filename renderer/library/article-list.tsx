import { useVirtualizer } from '@tanstack/react-virtual';
import { Bandage, Square, SquareCheck } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { goToArticle, hashOf, usePlacePick } from '../app/place.ts';
import { chosenArticles, toggleChosen } from '../compare/show-comparison.ts';
import { useBlind } from '../session/blind.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { articleName } from './article-name.ts';
import { ArticleMenu } from './article-menu.tsx';
import { CodingGlyph } from './coding-glyph.tsx';

/** px of a row: two lines and their padding. */
const rowHeight = 56;

/** The articles, of which only those in sight are in the page; ↑ and ↓ move, Enter opens, the space bar chooses. */
export function ArticleList({ rows }: { rows: readonly ArticleRow[] }) {
  const { t } = useTranslation();
  const articleId = usePlacePick((place) => place.articleId);
  const chosen = chosenArticles.use();
  const scroller = useRef<HTMLDivElement>(null);
  const openIndex = rows.findIndex((row) => row.id === articleId);
  // The same as long as the rows are: for another one the virtualizer lays out all of them anew.
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 8,
  });

  useEffect(() => {
    if (openIndex >= 0) virtualizer.scrollToIndex(openIndex, { align: 'auto' });
  }, [openIndex, virtualizer]);

  const focusRow = (index: number) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (target === undefined) return;
    virtualizer.scrollToIndex(rows.indexOf(target), { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-article-id="${target.id}"] a`)?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const index = Number(row?.dataset.index ?? -1);
    if (event.key === ' ' && (event.target as HTMLElement).matches('a') && rows[index] !== undefined) {
      event.preventDefault();
      toggleChosen(rows[index].id);
      return;
    }
    const step = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (step === undefined || index < 0) return;
    event.preventDefault();
    focusRow(step);
  };

  const tabStop = openIndex >= 0 ? openIndex : 0;
  return (
    <div className="article-list" ref={scroller}>
      <ul
        aria-label={t('library.title')}
        style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              className="article-row"
              data-index={index}
              data-article-id={row.id}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
            >
              <ArticleLink row={row} current={row.id === articleId} tabStop={index === tabStop} />
              <ChooseArticle row={row} chosen={chosen.includes(row.id)} />
              <ArticleMenu row={row} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Chosen with others to be put side by side; the space bar does it as well. */
function ChooseArticle({ row, chosen }: { row: ArticleRow; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="article-choose" data-chosen={chosen || undefined}>
      <IconButton
        small
        excludeFromTabOrder
        icon={chosen ? SquareCheck : Square}
        name={`${t(chosen ? 'compare.unchoose' : 'compare.choose')}: ${articleName(row)}`}
        aria-pressed={chosen}
        onPress={() => toggleChosen(row.id)}
      />
    </span>
  );
}

function ArticleLink({ row, current, tabStop }: { row: ArticleRow; current: boolean; tabStop: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const blind = useBlind();
  const province = row.outletProvince && shownName('outletProvince', row.outletProvince, currentLanguage());
  const known = [row.outlet, province, row.publishedOn].filter(Boolean);
  return (
    <a
      className="article-link"
      data-excluded={row.exclusion !== null || undefined}
      href={hashOf({ articleId: row.id, annotationId: null, view: 'reading' })}
      aria-current={current ? 'page' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={(event) => {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) toggleChosen(row.id);
        else goToArticle(row.id);
      }}
    >
      <span className={row.title ? 'article-name' : 'article-name article-opening'}>{articleName(row)}</span>
      <span className="article-facts">
        <CodingGlyph state={row.codingState} />
        <span className="visually-hidden">{t(`coding.${row.codingState}`)}</span>
        {row.exclusion !== null && <span className="article-excluded">{t('exclusion.leftOut')}</span>}
        <span className="article-known">{known.length > 0 ? known.join(' · ') : row.fileName}</span>
        {row.repairs.open > 0 && (
          <span className="article-open-repairs" title={t('repairs.toReview')}>
            <Bandage size={12} strokeWidth={1.6} aria-hidden />
            <span className="visually-hidden">{t('repairs.toReview')}</span>
          </span>
        )}
        {row.annotations > 0 && !blind && (
          <span className="article-count">
            <span aria-hidden>{number(row.annotations)}</span>
            <span className="visually-hidden">{t('library.annotations', { count: row.annotations })}</span>
          </span>
        )}
      </span>
    </a>
  );
}
