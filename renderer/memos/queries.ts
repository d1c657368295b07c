import { useQuery } from '@tanstack/react-query';
import type { Memo, MemoSubject } from '#domain/contract/memo.ts';
import { v7 as uuidv7 } from 'uuid';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

export function useMemos(subject: MemoSubject, subjectId: string) {
  return useQuery({
    queryKey: keys.memos(subject, subjectId),
    queryFn: () => send('memo.list', { subject, subjectId }),
  });
}

async function changed(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    alertFailure(thrown);
    return false;
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.allMemos });
  }
}

/** Answers with the id of the memo, once it is saved. */
export async function createMemo(subject: MemoSubject, subjectId: string): Promise<string | null> {
  const id = uuidv7();
  const made = await changed(() => save('memo.create', { id, subject, subjectId, title: '', body: '' }));
  return made ? id : null;
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: each needs the version that the one before made. */
export function updateMemo(memo: Memo, values: { title?: string; body?: string }): void {
  turn = turn.then(() =>
    changed(() => {
      const list = queryClient.getQueryData<Memo[]>(keys.memos(memo.subject, memo.subjectId));
      const version = list?.find(({ id }) => id === memo.id)?.version ?? memo.version;
      return save('memo.update', { id: memo.id, version, ...values });
    }),
  );
}

export async function removeMemo({ id, version }: Memo): Promise<void> {
  if (await changed(() => save('memo.remove', { id, version }))) notify('quiet', t('memos.removed'), undoOffer());
}
