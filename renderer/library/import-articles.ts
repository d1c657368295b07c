import type { ImportedFile } from '#domain/contract/import.ts';
import type { Input } from '#domain/contract/index.ts';
import { openDialog } from '../app/dialogs.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { goToArticle, goToRepairs } from '../app/place.ts';
import { grantOf, send } from '../bridge/send.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

type Source = Input<'article.import'>['sources'][number];

/** Imports, shows the one new article or the report on several, and says what was refused; failures are told, not thrown. */
async function importSources(sources: Source[]): Promise<void> {
  if (sources.length === 0) return;
  try {
    const { files } = await runShownJob('import', 'article.import', { sources });
    await queryClient.invalidateQueries({ queryKey: keys.articles });
    showOutcome(files);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

function showOutcome(files: ImportedFile[]): void {
  const [only] = files;
  if (files.length === 1 && only?.outcome === 'imported' && only.articleId !== null) {
    goToArticle(only.articleId);
    const { articleId, repairs, flags } = only;
    const found = repairs.applied > 0 ? t('repairs.found', { count: repairs.applied }) : '';
    const offer = { label: t('repairs.offer'), run: () => goToRepairs(articleId) };
    const isDamaged = repairs.applied + repairs.open + flags > 0;
    notify('quiet', `${t('importReport.done', { name: only.name })}${found}`, isDamaged ? offer : undefined);
  } else if (files.length > 0) {
    openDialog({ kind: 'import-report', files });
  }
}

export const importSample = () => importSources([{ sample: 'shanxi' }]);

export const importText = (text: string, name: string) => importSources([{ text, name }]);

/** Asks for files or a folder by the system's dialog. */
export async function importByDialog(purpose: 'import-files' | 'import-folder'): Promise<void> {
  try {
    const grants = await send('dialog.open', { purpose });
    await importSources(grants.map(({ grant }) => ({ grant })));
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** Imports files that the page was given. */
export async function importFiles(files: readonly File[]): Promise<void> {
  try {
    const sources: Source[] = [];
    for (const file of files) {
      const grant = await grantOf(file);
      if (grant !== null) sources.push({ grant });
    }
    await importSources(sources);
  } catch (thrown) {
    alertFailure(thrown);
  }
}
