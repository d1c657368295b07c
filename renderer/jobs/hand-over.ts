import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { send } from '../bridge/send.ts';

/** Hands a finished file to the researcher, by the system's dialog or as a download, and says where it went. */
export async function handOver(file: string): Promise<void> {
  const { saved, name, url } = await send('file.save', { file });
  if (url !== null) download(url, name);
  notify('quiet', saved || url !== null ? t('report.saved', { name }) : t('report.notSaved'));
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
