import { useQuery } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import type { Finding, FindingQuestion } from '#domain/contract/finding.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { goToFindings } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { runJob } from '../bridge/run-job.ts';
import { send } from '../bridge/send.ts';
import { undoOffer } from '../history/mutations.ts';
import { keys } from '../queries/keys.ts';

export function useFindings() {
  return useQuery({ queryKey: keys.findings, queryFn: () => send('finding.list', {}) });
}

/** A comparison that was kept, then and now. */
export function useFinding(findingId: string) {
  return useQuery({ queryKey: keys.finding(findingId), queryFn: () => send('finding.get', { findingId }) });
}

export async function keepFinding(name: string, note: string, question: FindingQuestion): Promise<void> {
  try {
    const { id } = await runJob('finding.create', { id: uuidv7(), name, note, question });
    notify('quiet', t('findings.kept', { name }), { label: t('findings.show'), run: () => goToFindings(id) });
  } catch (thrown) {
    alertFailure(thrown);
  }
}

export async function changeFinding({ id, version }: Finding, change: { name?: string; note?: string }): Promise<void> {
  await save('finding.update', { id, version, ...change }).catch(alertFailure);
}

export async function removeFinding({ id, version, name }: Finding): Promise<void> {
  try {
    await save('finding.remove', { id, version });
    goToFindings();
    notify('quiet', t('findings.removed', { name }), undoOffer());
  } catch (thrown) {
    alertFailure(thrown);
  }
}
