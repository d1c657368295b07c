import type { Language } from '#domain/contract/values.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { send } from '../bridge/send.ts';
import { runShownJob } from '../jobs/jobs.ts';

/** Makes the report of an article and hands it over; says where it went. */
export async function exportReport(articleId: string, language: Language): Promise<void> {
  try {
    const { file } = await runShownJob('report', 'report.export', { articleId, format: 'html', language });
    const { saved, name, url } = await send('file.save', { file });
    if (url !== null) download(url, name);
    if (saved || url !== null) notify('quiet', t('report.saved', { name }));
    else notify('quiet', t('report.notSaved'));
  } catch (thrown) {
    alertFailure(thrown);
  }
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
