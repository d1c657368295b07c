import type { Input } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';

/** Makes a report and hands it over; says where it went. False when there is no file of it. */
export async function exportReport(input: Input<'report.export'>): Promise<boolean> {
  try {
    const { file } = await runShownJob('report', 'report.export', input);
    return await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
    return false;
  }
}
