import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { ItemDetails } from './item-details.tsx';
import { ManyMenu } from './many-menu.tsx';
import { useItems, useRepairs, useTextLang } from './queries.ts';
import { RepairList } from './repair-list.tsx';
import { changeReview, review, selectedItem, shownItems } from './review.ts';
import { ReviewFilters } from './review-filters.tsx';

/** In place of the margin: what was found, one by one, and what to do about many at once. */
export function RepairsPane({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: log } = useRepairs(articleId);
  const items = useItems(log);
  const state = review.use();
  const lang = useTextLang(articleId);
  if (log === undefined) return null;
  const shown = shownItems(items, state);
  const selected = selectedItem(shown, state);
  return (
    <section className="repairs-pane" aria-label={t('repairs.title')}>
      <header className="pane-head">
        <h2 className="pane-title">{t('repairs.title')}</h2>
        <span className="pane-count">{number(log.repairs.length + log.flags.length)}</span>
        <ManyMenu articleId={articleId} items={items} />
      </header>
      {items.length > 0 && <ReviewFilters log={log} />}
      {shown.length > 0 ? (
        <RepairList lang={lang} log={log} items={shown} selected={selected} />
      ) : (
        <div className="empty repairs-empty">
          <p className="empty-words">{t(items.length === 0 ? 'repairs.none' : 'repairs.noneShown')}</p>
          {items.length > 0 && (
            <Button className="button" onPress={() => changeReview({ decision: null, kind: null })}>
              {t('repairs.showAll')}
            </Button>
          )}
        </div>
      )}
      {selected && <ItemDetails lang={lang} shown={{ articleId, items: shown }} log={log} item={selected} />}
    </section>
  );
}
