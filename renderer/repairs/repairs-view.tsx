import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../app/failure-text.ts';
import { useKeyText } from '../commands/keymap.ts';
import { articleName } from '../library/article-name.ts';
import { useArticle } from '../reading/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { leaveReview } from './leave-review.ts';
import { useItems, useRepairs } from './queries.ts';
import { RepairTexts } from './repair-texts.tsx';
import { everything, review, selectedItem, shownItems } from './review.ts';
import { useReviewCommands } from './review-keys.ts';

/** The middle of the window while repairs are looked at: the imported and the present text side by side. */
export function RepairsView({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { data: article, error } = useArticle(articleId);
  const { data: log, error: logError } = useRepairs(articleId);
  const items = useItems(log);
  const state = review.use();
  const shown = { articleId, items: shownItems(items, state) };
  const selected = selectedItem(shown.items, state);
  useReviewCommands(shown);
  // What was looked at in one article is of no use in another: the view of each begins anew.
  useEffect(() => () => review.set(everything), []);
  const failure = error ?? logError;
  if (failure !== null)
    return (
      <div className="nothing-open" role="alert">
        <p className="empty-words">{failureText(failure)}</p>
      </div>
    );
  if (article === undefined || log === undefined) return null;
  return (
    <section className="repairs-view" aria-label={t('repairs.sideBySide')}>
      <header className="repairs-head">
        <IconButton
          icon={ArrowLeft}
          name={t('repairs.back')}
          keys={keyText('repairLeave')}
          onPress={() => leaveReview(articleId, selected)}
        />
        <h1 className={article.title ? 'repairs-title' : 'repairs-title article-opening'}>{articleName(article)}</h1>
      </header>
      {log.corrections > 0 && (
        <p className="repairs-corrected">{t('correction.inReview', { count: log.corrections })}</p>
      )}
      <RepairTexts articleId={articleId} log={log} items={items} selected={selected} />
    </section>
  );
}
