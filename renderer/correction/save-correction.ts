import type { ArticleText } from '#domain/contract/article.ts';
import type { NetChange } from '#domain/text/carry.ts';
import { failureText } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { drawnWritesSettled } from '../queries/drawn-writes.ts';
import { endCorrection, keepDraft } from './correction-state.ts';

/** Saves what was corrected as one revision; answers whether that was done. What was refused stays to be saved again. */
export async function saveCorrection(article: ArticleText, changes: readonly NetChange[]): Promise<boolean> {
  const { id: articleId, revisionId } = article;
  if (changes.length === 0) {
    endCorrection(articleId);
    return true;
  }
  keepDraft(articleId, { revisionId, changes });
  try {
    await drawnWritesSettled();
    const { orphans } = await save('article.correct', { articleId, revisionId, changes: [...changes] });
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    endCorrection(articleId);
    const said = orphans > 0 ? t('correction.savedOrphans', { count: orphans }) : t('correction.saved');
    notify('quiet', said, undoOffer());
    return true;
  } catch (thrown) {
    notify('alert', failureText(thrown));
    return false;
  }
}
