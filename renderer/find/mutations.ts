import { v7 as uuidv7 } from 'uuid';
import type { Hit } from '#domain/contract/find.ts';
import type { Relation } from '#domain/contract/values.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { drawnWritesSettled } from '../queries/drawn-writes.ts';
import { uncheckHits } from './checked-hits.ts';

/** Annotates the hits as one step; says how many were made and which were not, and offers to take it back. */
export async function annotateHits(
  hits: readonly Hit[],
  categoryIds: readonly string[],
  relation: Relation | null,
): Promise<void> {
  try {
    await drawnWritesSettled();
    const { made, refused } = await save('text.annotateHits', {
      hits: hits.map(({ articleId, revisionId, start, end, exact }) => ({
        id: uuidv7(),
        articleId,
        revisionId,
        span: { start, end },
        exact,
      })),
      categories: categoryIds.map((categoryId) => ({ categoryId, relation })),
    });
    uncheckHits();
    const words = [
      t('find.annotated', { count: made }),
      ...(refused.length === 0 ? [] : [t('find.refused', { count: refused.length })]),
    ];
    notify('quiet', words.join(' '), made === 0 ? undefined : undoOffer());
  } catch (thrown) {
    alertFailure(thrown);
  }
}
