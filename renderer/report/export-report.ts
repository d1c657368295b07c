import type { Language } from '#domain/contract/values.ts';
import { alertFailure } from '../app/failure-text.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';

/** Makes the report of an article and hands it over; says where it went. */
export async function exportReport(articleId: string, language: Language): Promise<void> {
  try {
    const { file } = await runShownJob('report', 'report.export', { articleId, format: 'html', language });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}
