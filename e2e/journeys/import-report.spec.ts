import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { makeCorpus } from '../steps/corpus.ts';
import { like, words } from '../steps/words.ts';

/** 农村贯彻 in GBK, which Big5 reads as 觼游嫗章: too short to tell by its characters alone. */
const CLOSE = Buffer.from('c5a9b4e5b9e1b3b9', 'hex');

/** Chooses files as a person does: by the chooser of the page, or, where the system shows one, by its dialog. */
async function importChosen(workbench: Workbench, ...files: string[]): Promise<void> {
  const { page } = workbench;
  if (workbench.host === 'electron')
    await workbench.electron.application.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
    }, files);
  await page.getByRole('button', { name: words.library.import, exact: true }).click();
  if (workbench.host === 'electron') {
    await page.getByRole('menuitem', { name: words.library.importFiles }).click();
    return;
  }
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: words.library.importFiles }).click(),
  ]);
  await chooser.setFiles(files);
}

const report = (page: Page) => page.getByRole('dialog', { name: words.importReport.title });

test('a file that can be read in two ways is read as she says; a table by the columns she names', async ({
  workbench,
}) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  await page.reload();
  const close = workbench.path('close.txt');
  writeFileSync(close, CLOSE);
  const table = workbench.path('table.csv');
  writeFileSync(table, '名,文,報\n甲,各地抓緊落實改革任務。,河北日報\n乙,全會精神深入人心。,大眾日報\n');
  const good = workbench.path('good.txt');
  writeFileSync(good, '推進(jìn)現(xiàn)代化，應(yīng)急責(zé)任，機(jī)制與經(jīng)濟(jì)，學(xué)習(xí)。');
  await importChosen(workbench, close, table, good);
  await expect(report(page)).toBeVisible();
  await expect(report(page).getByText(words.importReport.readings)).toBeVisible();
  await expect(report(page).getByText('农村贯彻').first()).toBeVisible();
  await expect(report(page).getByText(words.importReport.columnsHint).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await report(page)
    .getByRole('button', { name: like(words.importReport.chooseReading, { encoding: 'GBK' }) })
    .click();
  await expect(report(page).getByText(words.importReport.readings)).toHaveCount(0);
  const form = report(page).locator('form').first();
  await form.getByLabel(words.importReport.columns.text).selectOption('文');
  await form.getByLabel(words.importReport.columns.title).selectOption('名');
  await form.getByLabel(words.importReport.columns.outlet).selectOption('報');
  await form.getByRole('button', { name: words.importReport.importColumns }).click();
  await expect(report(page).getByRole('button', { name: 'table.csv#2' })).toBeVisible();

  const articles = await workbench.ask('article.list', {});
  expect(articles.map(({ title, outlet }) => [title, outlet])).toEqual(
    expect.arrayContaining([
      ['甲', '河北日報'],
      ['乙', '大眾日報'],
    ]),
  );
  const read = articles.find(({ fileName }) => fileName === 'close.txt');
  expect((await workbench.ask('article.original', { articleId: read?.id ?? '' })).encoding).toMatch(/^gb/);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
});
