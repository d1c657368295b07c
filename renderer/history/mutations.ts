import type { HistoryEntry } from '#domain/contract/history.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { getPlace, goToArticle } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { queryClient } from '../queries/client.ts';
import { drawnWritesSettled } from '../queries/drawn-writes.ts';
import { keys } from '../queries/keys.ts';
import { entryText } from './queries.ts';

let turning: Promise<void> = Promise.resolve();

/** One after the other: a key held down asks for several, and each must find the answer of the one before. */
function turn(operation: 'history.undo' | 'history.redo'): Promise<void> {
  turning = turning.then(async () => {
    try {
      await drawnWritesSettled();
      const entry = await save(operation, {});
      notify('quiet', turnedText(operation, entry), wayThere(entry));
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    } catch (thrown) {
      const { reason } = asFailure(thrown);
      if (reason === 'undo-empty') notify('quiet', t('history.nothingToUndo'));
      else if (reason === 'redo-empty') notify('quiet', t('history.nothingToRedo'));
      else alertFailure(thrown);
    }
  });
  return turning;
}

export const undo = () => turn('history.undo');
export const redo = () => turn('history.redo');

function turnedText(operation: 'history.undo' | 'history.redo', entry: HistoryEntry): string {
  const what = entryText(entry);
  return operation === 'history.undo' ? t('history.undone', { what }) : t('history.redone', { what });
}

function wayThere({ articleId }: HistoryEntry) {
  if (articleId === null || articleId === getPlace().articleId) return undefined;
  return { label: t('history.show'), run: () => goToArticle(articleId) };
}

/** The action of a notice on something that can be taken back. */
export function undoOffer() {
  return { label: t('history.undo'), run: () => void undo() };
}

export async function refreshHistory(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: keys.historyState });
}
