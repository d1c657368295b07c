import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { mentions } from '../fixtures/corpus-file.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { annotateQuote, finish, makeCorpus } from '../steps/corpus.ts';
import { categoryId, categoryName } from '../steps/picker.ts';
import { words } from '../steps/words.ts';

const JIA = '示例甲省';
const DING = '示例丁省';

const cell = (page: Page, row: string, column: number): Locator =>
  page.locator(`.matrix-row[data-key="${row}"] .matrix-cell`).nth(column);

/** The sample corpus, with its matrix before her. Gives the corpus file. */
async function startWithMatrix(workbench: Workbench): Promise<string> {
  const page = await workbench.start();
  const file = await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  await page.getByRole('button', { name: words.matrix.title }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  return file;
}

test('the matrix counts what is annotated, opens the passages of a cell, and follows a new annotation', async ({
  workbench,
}) => {
  const file = await startWithMatrix(workbench);
  const { page } = workbench;
  const articles = await workbench.ask('article.list', {});
  for (const province of [JIA, '示例乙省', '示例丙省', DING]) {
    for (let part = 1; part <= 15; part++) {
      const count = mentions(file, province, String(part));
      const coded = articles
        .filter((each) => each.outletProvince === province)
        .every((each) => each.codingState === 'complete');
      await expect(cell(page, province, part - 1)).toHaveText(count > 0 ? String(count) : coded ? '0' : '');
    }
  }
  await expect(page.locator('[data-state="not-coded"].matrix-cell').first()).toHaveAttribute('aria-label', /未編碼/);
  expect(await barriers(page)).toEqual([]);

  const part = Array.from({ length: 15 }, (_, index) => index + 1).find(
    (each) => mentions(file, JIA, String(each)) === 1,
  );
  if (part === undefined) throw new Error('no part is mentioned once');
  await page.getByRole('grid').focus();
  const rows = await page.locator('.matrix-row').evaluateAll((all) => all.map((each) => each.getAttribute('data-key')));
  for (let step = 0; step < rows.indexOf(JIA); step++) await page.keyboard.press('ArrowDown');
  for (let step = 1; step < part; step++) await page.keyboard.press('ArrowRight');
  await expect(cell(page, JIA, part - 1)).toHaveAttribute('data-current', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.annotationTable.title })).toBeVisible();
  const { ids } = await workbench.ask('annotation.find', {
    filter: { provinces: [JIA], categoryIds: [categoryId(String(part))] },
    order: 'article',
    descending: false,
  });
  expect(ids.length).toBeGreaterThan(0);
  await expect(page.locator('.table-row')).toHaveCount(ids.length);
  await page.goBack();

  const silent = Array.from({ length: 15 }, (_, index) => index + 1).find(
    (each) => mentions(file, JIA, String(each)) === 0,
  );
  const article = articles.find((each) => each.outletProvince === JIA);
  if (silent === undefined || article === undefined) throw new Error('the sample says everything');
  await expect(cell(page, JIA, silent - 1)).toHaveText('0');
  const whole = await workbench.ask('article.get', { articleId: article.id });
  const body = whole.text.split('\n')[whole.roles.indexOf('body')] ?? '';
  const links = [{ id: uuidv7(), categoryId: categoryId(String(silent)), relation: null }];
  await annotateQuote(workbench, whole, body.slice(0, 6), { links });
  await expect(cell(page, JIA, silent - 1)).toHaveText('1');
  expect(mentions(file, JIA, String(silent))).toBe(1);

  await page
    .getByRole('button', { name: words.matrix.open.replace('{{category}}', categoryName(String(part))) })
    .click();
  await expect(page.getByRole('columnheader', { name: categoryName(String(silent)) })).toHaveCount(0);
  await page.getByRole('button', { name: words.matrix.up }).click();
  await expect(page.getByRole('columnheader', { name: categoryName('15') })).toBeVisible();
});

test('what is shown is exported: as a table, as SVG and as PNG', async ({ workbench }) => {
  const file = await startWithMatrix(workbench);
  const { page, running } = workbench;
  await page.getByLabel(words.matrix.rows, { exact: true }).selectOption('outlets');
  await page.getByLabel(words.matrix.rows, { exact: true }).selectOption('provinces');
  const save = async (format: 'csv' | 'svg' | 'png') => {
    const target = await running.saveNextFile(workbench.path(`matrix.${format}`), async () => {
      await page.getByRole('button', { name: words.matrix.export }).click();
      await page.getByRole('menuitem', { name: words.matrix.exportAs[format] }).click();
    });
    await expect.poll(() => existsSync(target)).toBe(true);
    return target;
  };
  const table = readFileSync(await save('csv'), 'utf8');
  expect(table.startsWith(`\uFEFF${words.matrix.rowKinds.provinces},`)).toBe(true);
  const line = table.split('\r\n').find((each) => each.startsWith(`${JIA},`));
  const expected = Array.from({ length: 15 }, (_, index) => String(mentions(file, JIA, String(index + 1))));
  expect(line?.split(',').slice(0, 18)).toEqual([JIA, '2', '2', ...expected]);

  const svg = await save('svg');
  const shown = await running.showFile(svg, () => {});
  await expect(shown.locator('title')).toHaveText(new RegExp(words.matrix.measures.articles));
  await expect(shown.getByText(words.matrix.definitions.articles.slice(0, 20), { exact: false }).first()).toBeVisible();
  expect(readFileSync(svg, 'utf8')).not.toMatch(/<script|<image|<foreignObject|https?:\/\/(?!www\.w3\.org)/);

  const png = readFileSync(await save('png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1200);
});

test('an empty corpus says what to do', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  await page.getByRole('button', { name: words.matrix.title }).click();
  await expect(page.getByText(words.matrix.emptyHint)).toBeVisible();
});
