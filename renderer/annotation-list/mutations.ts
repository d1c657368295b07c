import type { Recoding } from '#domain/contract/annotation.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { undoOffer } from '../history/mutations.ts';
import { drawnWritesSettled } from '../queries/drawn-writes.ts';

/** Annotations that are fetched at once. */
const PAGE = 500;

/** One change to many, as one step; says how many it changed and offers to take it back. */
export async function recode(ids: readonly string[], change: Recoding): Promise<void> {
  await told(async () => (await save('annotation.recode', { ids: [...ids], change })).changed);
}

/** Says of these that what was linked under an earlier meaning still holds. */
export async function confirmLinks(ids: readonly string[]): Promise<void> {
  await told(async () => {
    const linkIds: string[] = [];
    for (let from = 0; from < ids.length; from += PAGE) {
      const rows = await send('annotation.get', { ids: ids.slice(from, from + PAGE) });
      linkIds.push(...rows.flatMap(({ links }) => links.filter(({ recheck }) => recheck).map(({ id }) => id)));
    }
    return linkIds.length === 0 ? 0 : (await save('link.confirm', { linkIds })).confirmed;
  });
}

async function told(act: () => Promise<number>): Promise<void> {
  try {
    await drawnWritesSettled();
    const count = await act();
    if (count === 0) notify('quiet', t('annotationTable.nothingChanged'));
    else notify('quiet', t('annotationTable.changed', { count }), undoOffer());
  } catch (thrown) {
    alertFailure(thrown);
  }
}
