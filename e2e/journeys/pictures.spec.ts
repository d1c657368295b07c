import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { plainRows } from '../fixtures/corpus-file.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { categoryName } from '../steps/picker.ts';
import { finish, makeCorpus } from '../steps/corpus.ts';
import { words } from '../steps/words.ts';

type Kind = keyof typeof words.pictures.kinds;

/** Articles that count, their annotations, and the part of the Decision that each link belongs to. */
const CODED = `
  FROM articles a JOIN annotations n ON n.article_id = a.id AND n.deleted_at IS NULL
  JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
  JOIN links l ON l.annotation_id = n.id AND l.deleted_at IS NULL
  JOIN categories c ON c.id = l.category_id LEFT JOIN categories p ON p.id = c.parent_id
  WHERE a.deleted_at IS NULL AND a.exclusion IS NULL`;
const PART = 'coalesce(p.number, c.number)';

async function startWithPictures(workbench: Workbench): Promise<string> {
  const page = await workbench.start();
  const file = await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  await page.getByRole('button', { name: words.matrix.title }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  return file;
}

async function choose(page: Page, kind: Kind): Promise<void> {
  await page.getByLabel(words.pictures.kind, { exact: true }).selectOption(kind);
  if (kind !== 'grid') await expect(page.locator('.picture-sheet svg [data-mark]').first()).toBeVisible();
}

async function save(workbench: Workbench, name: string, format: 'csv' | 'svg' | 'png'): Promise<string> {
  const { page, running } = workbench;
  const target = await running.saveNextFile(workbench.path(`${name}.${format}`), async () => {
    await page.getByRole('button', { name: words.matrix.export }).click();
    await page.getByRole('menuitem', { name: words.matrix.exportAs[format] }).click();
  });
  await expect.poll(() => existsSync(target)).toBe(true);
  return target;
}

async function dataOf(workbench: Workbench, kind: Kind): Promise<string[][]> {
  const text = readFileSync(await save(workbench, kind, 'csv'), 'utf8');
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd()).data;
}

test('each picture is drawn, says what it shows, and is reached by keyboard', async ({ workbench }) => {
  // Seven pictures, each looked through for barriers.
  test.slow();
  await startWithPictures(workbench);
  const { page } = workbench;
  for (const kind of ['heat-map', 'map', 'profile', 'timeline', 'portrait', 'first-mention', 'pairs'] as const) {
    await choose(page, kind);
    const sheet = page.locator('.picture-sheet');
    await expect(sheet.locator('> svg')).toHaveAttribute('role', 'img');
    expect((await sheet.locator('> svg > title').textContent())?.length).toBeGreaterThan(3);
    expect((await sheet.locator('> svg > desc').textContent())?.length).toBeGreaterThan(10);
    await expect(page.locator('.picture-told')).toHaveText(words.pictures.move);
    await sheet.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.picture-told')).not.toHaveText(words.pictures.move);
    const first = await page.locator('.picture-told').textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.picture-told')).not.toHaveText(first ?? '');
    expect(await barriers(page), kind).toEqual([]);
  }
  await page.getByText(words.pictures.data).click();
  await expect(page.getByRole('rowheader', { name: categoryName('3') })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await choose(page, 'portrait');
  await page.locator('.picture-sheet rect[data-mark="0"]').hover();
  await expect(page.locator('.picture-told')).toContainText('%');
  await page.locator('.picture-sheet rect[data-mark="0"]').click();
  await expect(page.getByRole('heading', { name: words.annotationTable.title })).toBeVisible();
  await expect(page.locator('.table-row').first()).toBeVisible();
});

test('the data of pictures equal a recount by plain SQL', async ({ workbench }) => {
  const file = await startWithPictures(workbench);
  const { page } = workbench;

  await choose(page, 'map');
  const byProvince = plainRows<{ province: string; articles: number }>(
    file,
    `SELECT a.outlet_province AS province, count(DISTINCT a.id) AS articles ${CODED} GROUP BY 1`,
  );
  const map = await dataOf(workbench, 'map');
  for (const { province, articles } of byProvince)
    expect(map.find(([name]) => name === province)?.at(-1)).toBe(String(articles));

  await choose(page, 'timeline');
  const timeline = await dataOf(workbench, 'timeline');
  const byMonth = plainRows<{ month: string; part: string; articles: number }>(
    file,
    `SELECT coalesce(substr(a.published_on, 1, 7), 'none') AS month, ${PART} AS part, count(DISTINCT a.id) AS articles
     ${CODED} GROUP BY 1, 2`,
  );
  expect(byMonth.length).toBeGreaterThan(10);
  for (const { month, part, articles } of byMonth) {
    const line = timeline.find(([name]) => name === (month === 'none' ? words.common.unknown : month));
    expect(line?.[timeline[0]?.indexOf(categoryName(part)) ?? -1]).toBe(String(articles));
  }

  await choose(page, 'pairs');
  const pairs = await dataOf(workbench, 'pairs');
  const together = plainRows<{ one: string; other: string; articles: number }>(
    file,
    `WITH had AS (SELECT DISTINCT a.id, ${PART} AS part ${CODED})
     SELECT x.part AS one, y.part AS other, count(*) AS articles FROM had x JOIN had y ON y.id = x.id GROUP BY 1, 2`,
  );
  const at = (part: string) => pairs[0]?.indexOf(categoryName(part)) ?? -1;
  expect(
    pairs
      .slice(1)
      .flatMap((line) => line.slice(1))
      .filter((value) => value !== '0'),
  ).toHaveLength(together.length);
  for (const { one, other, articles } of together)
    expect(pairs.find(([name]) => name === categoryName(one))?.[at(other)]).toBe(String(articles));

  await choose(page, 'portrait');
  const portrait = await dataOf(workbench, 'portrait');
  const [placed] = plainRows<{ passages: number }>(
    file,
    `SELECT count(*) AS passages FROM (SELECT DISTINCT n.id, ${PART} ${CODED} AND k.state = 'placed')`,
  );
  expect(portrait).toHaveLength((placed?.passages ?? 0) + 1);

  await choose(page, 'first-mention');
  await page.getByLabel(words.matrix.rows, { exact: true }).selectOption('articles');
  const order = await dataOf(workbench, 'first-mention');
  const firsts = plainRows<{ title: string; part: string }>(
    file,
    `SELECT a.title, ${PART} AS part ${CODED} AND a.title IS NOT NULL GROUP BY a.id, 2
     ORDER BY a.id, min(k.start), coalesce(p.position, c.position)`,
  );
  for (const title of new Set(firsts.map((each) => each.title))) {
    const line = order.find(([name]) => name === title);
    const expected = firsts.filter((each) => each.title === title).map(({ part }) => categoryName(part));
    expect(line?.slice(2, 2 + expected.length).map((cell) => cell.replace(/ [\d.]+ \(\d+\)$/, ''))).toEqual(expected);
  }
});

test('a picture is a file of its own: SVG without anything else, and PNG', async ({ workbench }) => {
  await startWithPictures(workbench);
  const { page, running } = workbench;
  await choose(page, 'map');
  const svg = await save(workbench, 'map', 'svg');
  const text = readFileSync(svg, 'utf8');
  expect(text).not.toMatch(/<script|<style|<image|<foreignObject|data-mark|href|https?:\/\/(?!www\.w3\.org)/);
  expect(text).toContain('Noto Sans CJK TC');
  const shown = await running.showFile(svg, () => {});
  await expect(shown.getByText('示例甲省', { exact: true })).toBeVisible();
  await expect(shown.getByText('台灣', { exact: true })).toBeVisible();
  const png = readFileSync(await save(workbench, 'map', 'png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);
});

test('without articles it says what to do', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  await page.getByRole('button', { name: words.matrix.title }).click();
  for (const kind of ['heat-map', 'portrait', 'pairs'] as const) {
    await page.getByLabel(words.pictures.kind, { exact: true }).selectOption(kind);
    await expect(
      page.getByText(kind === 'heat-map' ? words.matrix.emptyHint : words.pictures.nothingHint),
    ).toBeVisible();
  }
});
