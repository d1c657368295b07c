import type { Input, Output } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { goToReferences } from '../app/place.ts';
import { grantOf, send } from '../bridge/send.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

/** The id of the page's chooser for reference files. */
export const referenceChooserId = 'reference-file-chooser';

type Source = Input<'reference.import'>['sources'][number];

/** Reads reference texts in, shows the last of them, and compares the articles with it; failures are told, not thrown. */
async function readIn(sources: Source[]): Promise<void> {
  if (sources.length === 0) return;
  try {
    const { references } = await runShownJob('reference', 'reference.import', { sources });
    await queryClient.invalidateQueries({ queryKey: keys.references });
    const read = references.findLast(({ referenceId }) => referenceId !== null);
    const bad = references.find(({ referenceId }) => referenceId === null);
    if (bad !== undefined) notify('quiet', t('references.refused', { name: bad.name, reason: bad.message ?? '' }));
    else if (read !== undefined) notify('quiet', outcomeOf(read));
    if (read?.referenceId) goToReferences(read.referenceId);
    if (read !== undefined) await compareAll();
  } catch (thrown) {
    alertFailure(thrown);
  }
}

function outcomeOf(read: Output<'reference.import'>['references'][number]): string {
  if (read.duplicate) return t('references.there', { name: read.name });
  if (read.isDecision) return t('references.readDecision', { items: read.counts?.items ?? 0 });
  return t('references.read', { name: read.name, parts: read.counts?.parts ?? 0, items: read.counts?.items ?? 0 });
}

/** Compares every article that was not compared yet, with progress in the status line. */
export async function compareAll(): Promise<void> {
  try {
    await runShownJob('reuse', 'reuse.find', {});
  } catch (thrown) {
    alertFailure(thrown);
  }
}

export const readInText = (text: string, name: string) => readIn([{ text, name }]);

/** Reads in files that the page was given. */
export async function readInFiles(files: readonly File[]): Promise<void> {
  try {
    const sources: Source[] = [];
    for (const file of files) {
      const grant = await grantOf(file);
      if (grant !== null) sources.push({ grant });
    }
    await readIn(sources);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** Asks for files: by the system's dialog where the host has one, else by the browser's. */
export function chooseReferenceFiles(dialogs: boolean): void {
  if (!dialogs) {
    document.getElementById(referenceChooserId)?.click();
    return;
  }
  send('dialog.open', { purpose: 'import-files' }).then(
    (grants) => readIn(grants.map(({ grant }) => ({ grant }))),
    alertFailure,
  );
}
