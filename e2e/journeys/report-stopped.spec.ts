import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/workbench.ts';
import { finish, makeCorpus } from '../steps/corpus.ts';
import { like, say, words } from '../steps/words.ts';

const STANDING = 'stands here already';

test('a report that is being made can be stopped: it is said, and no file is left or overwritten', async ({
  workbench,
}) => {
  test.slow();
  const page = await workbench.start();
  await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  // Where the dialog of Electron would save it.
  const target = workbench.path('standing.pdf');
  writeFileSync(target, STANDING);

  const library = page.getByRole('navigation', { name: words.shell.library });
  await library.getByRole('button', { name: like(words.report.ofListed_other) }).click();
  const dialog = page.getByRole('dialog', { name: words.report.title });
  const exportButton = dialog.getByRole('button', { name: words.report.export });
  // The workers do one thing after another: nothing else is under way then.
  await expect(dialog.locator('.composer-sheet h2').first()).toBeVisible();

  await test.step('while all articles are laid out as pages, which takes seconds', async () => {
    await dialog.getByRole('combobox', { name: words.report.format }).selectOption('pdf');
    if (workbench.host === 'electron') await workbench.running.saveNextFile(target, () => exportButton.click());
    else await exportButton.click();
    await expect(exportButton).toBeDisabled();
    await dialog.getByRole('button', { name: say(words.jobs.cancel, { job: words.jobs.report }) }).click();
    await expect(dialog.getByText(words.report.stopped)).toBeVisible();
  });

  await test.step('nothing is left of it, and what stood there stands', async () => {
    const made = readdirSync(join(workbench.dataFolder, 'outbox'), { recursive: true, withFileTypes: true });
    expect(made.filter((each) => each.isFile()).map(({ name }) => name)).toEqual([]);
    expect(downloads).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe(STANDING);
    const jobs = (await workbench.ask('job.list', {})).filter(({ operation }) => operation === 'report.export');
    expect(jobs.map(({ state, result }) => ({ state, result }))).toEqual([{ state: 'cancelled', result: null }]);
  });

  await test.step('the composer is as it was, and makes the report after all', async () => {
    await dialog.getByRole('combobox', { name: words.report.format }).selectOption('html');
    const file = await workbench.running.saveNextFile(workbench.path('after.html'), () => exportButton.click());
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect(dialog).toBeHidden();
    expect(readFileSync(file, 'utf8')).toMatch(/<\/html>\s*$/);
  });
  expect(workbench.faults).toEqual([]);
});
