import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { finish, makeCorpus } from '../steps/corpus.ts';
import { categoryId, categoryName } from '../steps/picker.ts';
import { readerOf } from '../steps/reader.ts';
import { chooseOne } from '../steps/shell.ts';
import { say, words } from '../steps/words.ts';

const find = words.find;
const both = ['全會', '全会'] as const;
/** Written alike in both scripts. */
const phrase = '全面深化改革';

test('a phrase in the whole corpus: both scripts, sorted by context, read in its place, annotated in one step', async ({
  workbench,
}) => {
  // The sample corpus is repaired and stored first, and axe reads the hits twice.
  test.slow();
  const page = await workbench.start();
  await makeCorpus(workbench);
  const { articleIds } = await finish<{ articleIds: string[] }>(workbench, await workbench.ask('sample.load', {}));
  const texts = await Promise.all(articleIds.map((articleId) => workbench.ask('article.get', { articleId })));
  const number = (sentence: string, count: number) => sentence.replace('{{count, number}}', String(count));
  const countOf = (written: readonly string[]) => {
    const counted = texts.map(({ text }) => written.reduce((sum, each) => sum + text.split(each).length - 1, 0));
    return { hits: counted.reduce((sum, count) => sum + count, 0), articles: counted.filter((n) => n > 0).length };
  };
  const summaryOf = ({ hits, articles }: { hits: number; articles: number }) =>
    say(find.summary, {
      articles: number(find.articles_other, articles),
      hits: number(find.hitsFound_other, hits),
    });
  const { hits } = countOf(both);
  expect(hits).toBeGreaterThan(4);
  const grid = page.getByRole('grid', { name: find.hits });
  const line = page.getByRole('searchbox', { name: find.query });
  const current = grid.locator('[data-current]');
  const annotated = async () => {
    const { ids } = await workbench.ask('annotation.find', {
      filter: { origins: ['search'] },
      order: 'article',
      descending: false,
    });
    return await workbench.ask('annotation.get', { ids });
  };

  await test.step('typed in either script, the same is found', async () => {
    await page.keyboard.press('Control+Shift+F');
    await expect(line).toBeFocused();
    await expect(page.getByText(find.operators.near)).toBeVisible();
    const typings = [[phrase, [phrase]] as const, ...both.map((typed) => [typed, both] as const)];
    for (const [typed, written] of typings) {
      await line.fill(typed);
      await page.keyboard.press('Enter');
      await expect(page.getByText(summaryOf(countOf(written)), { exact: true })).toBeVisible();
      await expect(grid).toHaveAttribute('aria-rowcount', String(countOf(written).hits + 1));
    }
    const counts = page.getByRole('complementary', { name: find.counts });
    await expect(counts.getByRole('table')).toHaveCount(2);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
      expect(await barriers(page), theme).toEqual([]);
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  });

  await test.step('a query that cannot be read is told where', async () => {
    await line.fill('改革 and');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(
      say(find.problemAt, { at: 7, what: find.problems['operand-missing'] }),
    );
    await line.fill(both[0]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText(summaryOf(countOf(both)), { exact: true })).toBeVisible();
  });

  await test.step('sorted by right context, a hit is read in its place, and come back to', async () => {
    await chooseOne(page, find.order, find.orders.right);
    const after = await grid.locator('.kwic-after').allTextContents();
    expect(after.length).toBe(hits);
    await line.focus();
    await page.keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveAttribute('aria-rowindex', '4');
    await page.keyboard.press('Enter');
    await expect(readerOf(page)).toBeVisible();
    await expect(readerOf(page)).toContainText((after[2] ?? '').split(' ')[0] ?? '');
    const flashed = () =>
      page.evaluate(() => [...(CSS.highlights.get('reader-flash') ?? [])].map((range) => (range as Range).toString()));
    await expect.poll(async () => (await flashed()).join()).toMatch(/^全[會会]$/);
    await page.getByRole('button', { name: find.back }).click();
    await expect(grid).toBeFocused();
    await expect(current).toHaveAttribute('aria-rowindex', '4');
    expect(await grid.locator('.kwic-after').allTextContents()).toEqual(after);
  });

  await test.step('three are annotated in one step, and one undo takes them back', async () => {
    await page.keyboard.press('Home');
    for (let row = 0; row < 3; row++) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await expect(grid.getByRole('row', { selected: true })).toHaveCount(3);
    const bar = page.getByRole('toolbar', { name: find.annotateChecked });
    await expect(bar).toContainText(number(find.checked_other, 3));
    await bar.getByRole('button', { name: find.category }).click();
    await page.getByRole('combobox', { name: words.picker.filter }).fill('51');
    await page.keyboard.press('Enter');
    await expect(bar).toContainText(categoryName('13·51').split(' ')[1] ?? '');
    await bar.getByRole('button', { name: find.annotate, exact: true }).click();
    await expect.poll(async () => (await annotated()).length).toBe(3);
    for (const { exact, links, articleId, start, end } of await annotated()) {
      expect(both).toContain(exact);
      expect(links.map((link) => [link.categoryId, link.origin])).toEqual([[categoryId('13·51'), 'search']]);
      expect(texts.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(exact);
    }
    await expect(bar).toHaveCount(0);
    await page.getByRole('button', { name: words.history.undo, exact: true }).click();
    await expect.poll(async () => (await annotated()).length).toBe(0);
  });
});
