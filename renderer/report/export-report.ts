import type { Input } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';

/** Makes a report and hands it over; says where it went. False when there is no file of it. */
export async function exportReport(input: Input<'report.export'>): Promise<boolean> {
  try {
    const { file } = await runShownJob('report', 'report.export', input);
    return await handOver(file);
  } catch (thrown) {
    if (asFailure(thrown).reason === 'cancelled') notify('quiet', t('report.stopped'));
    else alertFailure(thrown);
    return false;
  }
}
