import type { Input, Output } from '#domain/contract/index.ts';
import { openDialog } from '../app/dialogs.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { goToArticle, goToRepairs } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { OperationFailure } from '../bridge/operation-failure.ts';
import { grantOf, send } from '../bridge/send.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { getSession } from '../session/queries.ts';

type Source = Input<'article.import'>['sources'][number];
type Settings = Pick<Input<'article.import'>, 'encoding' | 'columns'>;
type Imported = Output<'article.import'>;

/** Imports, shows the one new article or the report on several, and says what was refused; failures are told, not thrown. */
async function importSources(sources: Source[]): Promise<void> {
  if (sources.length === 0) return;
  try {
    showOutcome(await runImport(sources, {}));
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** Imports a file once more, by the grant that its refusal came with; answers with what became of it. */
export async function importAgain(grant: string, settings: Settings): Promise<Imported | null> {
  try {
    return await runImport([{ grant }], settings);
  } catch (thrown) {
    alertFailure(thrown);
    return null;
  }
}

async function runImport(sources: Source[], settings: Settings): Promise<Imported> {
  const repair = getSession()?.preferences.importRepair;
  const input = { sources, ...settings, ...(repair === undefined ? {} : { repair }) };
  try {
    return await runShownJob('import', 'article.import', input);
  } catch (thrown) {
    // What was done before it was stopped is kept, and told like the rest.
    const done = thrown instanceof OperationFailure && thrown.reason === 'cancelled' ? thrown.details.result : null;
    if (done === null || done === undefined) throw thrown;
    notify('quiet', failureText(thrown));
    return done as Imported;
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.articles });
  }
}

function showOutcome({ files, importId }: Imported): void {
  const [only] = files;
  if (files.length === 1 && only?.outcome === 'imported' && only.articleId !== null) {
    goToArticle(only.articleId);
    const { articleId, repairs, flags } = only;
    const found = repairs.applied > 0 ? t('repairs.found', { count: repairs.applied }) : '';
    const offer = { label: t('repairs.offer'), run: () => goToRepairs(articleId) };
    const isDamaged = repairs.applied + repairs.open + flags > 0;
    notify('quiet', `${t('importReport.done', { name: only.name })}${found}`, isDamaged ? offer : undefined);
  } else if (files.length > 0) {
    openDialog({ kind: 'import-report', files, importId });
  }
}

export const importSample = () => importSources([{ sample: 'shanxi' }]);

/** Loads the annotated sample corpus and opens its first article. */
export async function loadSample(): Promise<void> {
  try {
    const { articleIds } = await runShownJob('import', 'sample.load', {});
    await queryClient.invalidateQueries({ queryKey: keys.articles });
    const [first] = articleIds;
    if (first === undefined) notify('quiet', t('sample.there'));
    else {
      goToArticle(first);
      notify('quiet', t('sample.loaded', { count: articleIds.length }), {
        label: t('sample.remove'),
        run: () => void removeSample(),
      });
    }
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** Puts what came with the sample corpus into the bin. */
export async function removeSample(): Promise<void> {
  try {
    const { articles } = await save('sample.remove', {});
    if (articles > 0) goToArticle(null);
    notify('quiet', articles === 0 ? t('sample.none') : t('sample.removed', { count: articles }));
  } catch (thrown) {
    alertFailure(thrown);
  }
}

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
