import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../app/failure-text.ts';
import { goToArticle } from '../app/place.ts';
import { articleName } from '../library/article-name.ts';
import { useArticle } from '../reading/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useEntries, useRepairs } from './queries.ts';
import { RepairTexts } from './repair-texts.tsx';
import { everything, review, selectedEntry, shownEntries } from './review.ts';
import { useReviewKeys } from './review-keys.ts';

/** The middle of the window while repairs are looked at: the imported and the present text side by side. */
export function RepairsView({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { data: article, error } = useArticle(articleId);
  const { data: log, error: logError } = useRepairs(articleId);
  const entries = useEntries(log);
  const state = review.use();
  const shown = shownEntries(entries, state);
  useReviewKeys(articleId, shown);
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
    <section className="repairs-view" aria-label={t('repairs.title')}>
      <header className="repairs-head">
        <IconButton icon={ArrowLeft} name={t('repairs.back')} keys="Esc" onPress={() => goToArticle(articleId)} />
        <h1 className="repairs-title">{articleName(article)}</h1>
      </header>
      <RepairTexts article={article} log={log} entries={entries} selected={selectedEntry(shown, state)} />
    </section>
  );
}
