import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage } from '../app/language.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';

/** Hands over a table of what became of each file of an import. */
export async function saveImportRecord(importId: string): Promise<void> {
  try {
    const { file } = await runShownJob('record', 'import.export', { importId, language: currentLanguage() });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}
