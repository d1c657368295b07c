import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { send } from '../bridge/send.ts';

/**
 * Hands a finished file to the researcher, by the system's dialog or as a download, and says where it went. False when
 * she did not want it after all.
 */
export async function handOver(file: string): Promise<boolean> {
  const { saved, name, url } = await send('file.save', { file });
  if (url !== null) download(url, name);
  const handed = saved || url !== null;
  notify('quiet', handed ? t('report.saved', { name }) : t('report.notSaved'));
  return handed;
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
