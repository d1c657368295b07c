import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { finish, makeCorpus } from '../steps/corpus.ts';
import { categoryId, categoryName, filterTo, pickerOf } from '../steps/picker.ts';
import { words } from '../steps/words.ts';

const TITLES = ['車間裡的改革清單', '麦茬地里说改革', '港口的門開得更大了'] as const;

const pane = (page: Page, at: number): Locator => page.locator(`.compare-pane[data-at="${at}"]`);
const item = (page: Page, number: string): Locator =>
  page.locator(`.compare-item[data-category-id="${categoryId(number)}"]`);

/** Passages by category of one article, counted from the tables alone. */
function passagesOf(file: string, articleId: string): Map<string, number> {
  const db = new Database(file, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT l.category_id AS category, count(DISTINCT n.id) AS passages
         FROM annotations n JOIN links l ON l.annotation_id = n.id AND l.deleted_at IS NULL
         JOIN categories c ON c.id = l.category_id AND c.codebook_id = ?
         WHERE n.article_id = ? AND n.deleted_at IS NULL GROUP BY l.category_id`,
      )
      .all(BUILTIN_CODEBOOK_ID, articleId) as { category: string; passages: number }[];
    return new Map(rows.map(({ category, passages }) => [category, passages]));
  } finally {
    db.close();
  }
}

/** The sample corpus, three of its articles beside each other; gives their ids, in that order, and the corpus file. */
async function startSideBySide(workbench: Workbench) {
  const page = await workbench.start();
  const file = await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  const articles = await workbench.ask('article.list', {});
  const ids = TITLES.map((title) => articles.find((each) => each.title === title)?.id ?? '');
  const library = page.getByRole('navigation', { name: words.shell.library });
  for (const [at, title] of TITLES.entries()) {
    const row = library.getByRole('link', { name: title });
    // By keyboard as well as by mouse.
    if (at === 0) {
      await row.focus();
      await page.keyboard.press('Space');
    } else await row.click({ modifiers: ['ControlOrMeta'] });
  }
  await library.getByRole('button', { name: words.compare.chosenStart, exact: true }).last().click();
  await expect(page.locator('.compare-pane .reader')).toHaveCount(3);
  return { page, file, ids };
}

test('three articles side by side: lined up by item, annotated in the second, kept, and exported as counted', async ({
  workbench,
}) => {
  test.slow();
  const { page, file, ids } = await startSideBySide(workbench);
  const [first = '', second = '', third = ''] = ids;
  expect(await barriers(page)).toEqual([]);

  const counts = ids.map((id) => passagesOf(file, id));
  const all = [...new Set(counts.flatMap((each) => [...each.keys()]))];
  await expect(page.locator('.compare-item')).toHaveCount(all.length);
  const shared = all.find((id) => counts[0]?.has(id) && counts[1]?.has(id));
  const lacking = all.find((id) => counts[0]?.has(id) && !counts[1]?.has(id));
  if (shared === undefined || lacking === undefined) throw new Error('the sample has no such items');
  const byId = (id: string) => page.locator(`.compare-item[data-category-id="${id}"]`);

  // Stepped to, each text that has the item stands at it; one that lacks it says so.
  await byId(shared).click();
  await expect(byId(shared)).toHaveAttribute('aria-current', 'true');
  await expect(pane(page, 0).locator('.compare-gap')).toHaveCount(0);
  await expect(pane(page, 1).locator('.compare-gap')).toHaveCount(0);
  await byId(lacking).click();
  await expect(pane(page, 1).locator('.compare-gap')).toContainText(words.compare.gaps.silent);

  // Scrolling the first brings the others to what it comes to, however far away they were.
  const follower = pane(page, 1).locator('.article-scroll');
  const away = await follower.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
    return element.scrollTop;
  });
  const current = page.locator('.compare-item[aria-current="true"]');
  await pane(page, 0).locator('.reader').hover();
  await page.mouse.wheel(0, -4000);
  await expect(async () => {
    await page.mouse.wheel(0, 30);
    await expect(current).toHaveAttribute('data-category-id', shared, { timeout: 300 });
  }).toPass({ timeout: 40_000, intervals: [50] });
  await expect.poll(() => follower.evaluate((element) => element.scrollTop)).not.toBe(away);
  await expect(pane(page, 1).locator('.compare-gap')).toHaveCount(0);

  // By keyboard to the next item, and from text to text.
  await page.keyboard.press('Alt+PageDown');
  await expect(current).not.toHaveAttribute('data-category-id', shared);
  await pane(page, 0).locator('.ProseMirror').focus();
  await page.keyboard.press('F6');
  await expect(pane(page, 1)).toHaveAttribute('data-active', 'true');
  await expect(pane(page, 1).locator('.ProseMirror')).toBeFocused();

  // Annotated in the second pane, with the picker, by keyboard.
  const free = Array.from({ length: 15 }, (_, at) => String(at + 1)).find(
    (number) => ![...counts].some((each) => each.has(categoryId(number))),
  );
  if (free === undefined) throw new Error('every part is mentioned');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await filterTo(pickerOf(page), free, free);
  await page.keyboard.press('Enter');
  await expect(item(page, free)).toBeVisible();
  await expect.poll(() => passagesOf(file, second).get(categoryId(free))).toBe(1);
  expect(passagesOf(file, first).get(categoryId(free))).toBeUndefined();

  // The matrix has it too.
  await page.getByRole('button', { name: words.compare.inMatrix }).click();
  const column = Number(free) - 1;
  await expect(page.locator(`.matrix-row[data-key="${second}"] .matrix-cell`).nth(column)).toHaveText('1');
  await page.goBack();

  // As a table: a cell leads to its passage.
  await page.getByText(words.compare.asKinds.table, { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: categoryName(free).slice(free.length + 1) });
  await expect(row.locator('.compare-cell').nth(1).locator('.compare-cell-count')).toContainText('1');
  await expect(row.locator('.compare-cell').nth(2)).toHaveAttribute('data-state', 'not-coded');
  expect(await barriers(page)).toEqual([]);
  await row.locator('.compare-quote').click();
  await expect(pane(page, 1)).toHaveAttribute('data-active', 'true');
  await expect(page).toHaveURL(/annotation=/);

  // Kept, and exported: the numbers are those of a plain count.
  await page.getByRole('button', { name: words.commands.keepFinding }).click();
  await page.getByRole('textbox', { name: words.findings.name }).fill('三省之比');
  await page.getByRole('button', { name: words.findings.keep, exact: true }).click();
  await expect(page.getByText(words.findings.kept.replace('{{name}}', '三省之比'))).toBeVisible();
  const save = async (format: 'csv' | 'svg' | 'png') => {
    const target = await workbench.running.saveNextFile(workbench.path(`comparison.${format}`), async () => {
      await page.getByRole('button', { name: words.matrix.export }).click();
      await page.getByRole('menuitem', { name: words.matrix.exportAs[format] }).click();
    });
    await expect.poll(() => existsSync(target)).toBe(true);
    return target;
  };
  const table = Papa.parse<string[]>(readFileSync(await save('csv'), 'utf8').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  }).data;
  const recount = ids.map((id) => passagesOf(file, id));
  const complete = (await workbench.ask('article.list', {})).filter(({ codingState }) => codingState === 'complete');
  const isComplete = (id: string) => complete.some((each) => each.id === id);
  expect(table).toHaveLength(all.length + 2);
  for (const line of table.slice(1)) {
    const id = categoryId(line[0] ?? '');
    expect(line.filter((_, at) => at >= 2 && at % 2 === 0)).toEqual(
      recount.map((each, at) =>
        each.has(id) ? String(each.get(id)) : isComplete(ids[at] ?? '') ? '0' : words.matrix.notCoded,
      ),
    );
  }
  const shown = await workbench.running.showFile(await save('svg'), () => {});
  await expect(shown.locator('title')).toContainText(/./);
  await expect(shown.getByText(categoryName(free).slice(0, 8), { exact: false }).first()).toBeVisible();

  // Reopened after a change: then, now, and what differs.
  const added = (await workbench.ask('annotation.list', { articleId: second })).find(({ links }) =>
    links.some((link) => link.categoryId === categoryId(free)),
  );
  if (added === undefined) throw new Error('the annotation is gone');
  await workbench.ask('annotation.remove', { id: added.id, version: added.version });
  const [kept] = await workbench.ask('finding.list', {});
  const { before } = await workbench.ask('finding.get', { findingId: kept?.id ?? '' });
  const place = before.matrix.columns.indexOf(categoryId(free));
  const cells = before.matrix.rows.find(({ key }) => key === second)?.cells ?? [];
  expect(cells.slice(cells.findIndex((value, at) => at % 4 === 0 && value === place)).slice(0, 4)).toEqual([
    place,
    1,
    1,
    1,
  ]);
  expect(before.matrix.rows.map(({ key }) => key)).toEqual([first, second, third]);
  await page.getByRole('button', { name: words.shell.corpusMenu.replace('{{name}}', '晉省語料') }).click();
  await page.getByRole('menuitem', { name: words.findings.title }).click();
  await expect(page.locator('.finding-changes tbody tr')).toHaveCount(1);
  await expect(page.locator('.finding-changes tbody tr')).toContainText(categoryName(free));
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: words.findings.openAgain }).click();
  await expect(page.locator('.compare-pane .reader')).toHaveCount(3);
});

test('what articles say in the same words is marked and joined, Traditional beside Simplified', async ({
  workbench,
}) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const sources = [
    { name: 'a.txt', text: '甲省的題目\n甲省的河湖長每月巡查一次岸線，公開整改結果。\n甲省另有自己的話。' },
    { name: 'b.txt', text: '乙省的题目\n乙省也有自己的话。\n河湖长每月巡查一次岸线，公开整改结果，村民都说好。' },
  ];
  await finish(workbench, await workbench.ask('article.import', { sources, repair: 'none' }));
  const ids = (await workbench.ask('article.list', {})).map(({ id }) => id);
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    `#/compare/${ids.join(',')}?by=wording`,
  );
  await expect(page.locator('.compare-ribbon')).toHaveCount(1);
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('reader-shared-all') ?? [])].map((range) => (range as Range).toString()).toSorted(),
    );
  await expect.poll(marked).toEqual(['河湖長每月巡查一次岸線，公開整改結果', '河湖长每月巡查一次岸线，公开整改结果']);
  expect(await barriers(page)).toEqual([]);
});

test('with fewer than two texts it says what to do, and takes what is chosen', async ({ workbench }) => {
  test.slow();
  const page = await workbench.start();
  await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  await page
    .getByRole('navigation', { name: words.shell.library })
    .getByRole('button', { name: words.compare.title })
    .click();
  await expect(page.getByText(words.compare.none)).toBeVisible();
  for (const title of TITLES.slice(0, 2)) await page.locator('.compare-offer').filter({ hasText: title }).click();
  await expect(page.locator('.compare-pane .reader')).toHaveCount(2);
  await page.getByRole('button', { name: words.compare.takeOut.replace('{{name}}', TITLES[0]) }).click();
  await expect(page.getByText(words.compare.beside.replace('{{name}}', TITLES[1]))).toBeVisible();
});
