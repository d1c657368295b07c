import { v7 as uuidv7 } from 'uuid';
import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, startWithArticle } from '../steps/corpus.ts';
import { categoryId, categoryName } from '../steps/picker.ts';
import { readerOf } from '../steps/reader.ts';
import { annotationRow } from '../steps/shell.ts';
import { say, words } from '../steps/words.ts';

const table = words.annotationTable;
const PER_ARTICLE = 60;
const numbers = ['13·51', '13·52', '13·53'] as const;

test('the annotations of the corpus: filtered, sorted, selected, recoded in one step, and back from the text', async ({
  workbench,
}) => {
  // Two articles are coded by the contract, and axe reads the table twice.
  test.slow();
  const first = await startWithArticle(workbench, { sample: 'shanxi' });
  const text = Array.from({ length: 40 }, (_, line) => `第${line}段說改革的事情，也說發展的事情。`).join('\n');
  const second = await importArticle(workbench, { text, name: 'other.txt' });
  const { page } = workbench;
  for (const article of [first.article, second]) {
    for (let n = 0; n < PER_ARTICLE; n++) {
      const span = { start: 3 + n * 7, end: 8 + n * 7 };
      const number = numbers[n % 3] ?? numbers[0];
      await workbench.ask('annotation.create', {
        id: uuidv7(),
        articleId: article.id,
        revisionId: article.revisionId,
        span,
        exact: article.text.slice(span.start, span.end),
        status: n % 2 === 0 ? 'settled' : 'draft',
        links: n % 10 === 9 ? [] : [{ id: uuidv7(), categoryId: categoryId(number), relation: null }],
      });
    }
  }
  const { version } = (await workbench.ask('article.list', {})).find(({ id }) => id === second.id) ?? { version: 0 };
  await workbench.ask('article.update', { articleId: second.id, version, metadata: { publishedOn: '2024-08' } });
  const all = 2 * PER_ARTICLE;
  const ofArticle = (id: string) => workbench.ask('annotation.list', { articleId: id });
  const grid = page.getByRole('grid', { name: table.title });
  const shown = (count: number) =>
    expect(page.getByText(say(table.count, { shown: count, all }), { exact: true })).toBeVisible();
  const current = grid.locator('[data-current]');

  await test.step('reached from the library, the keys go to the rows', async () => {
    await page.getByRole('button', { name: table.title }).click();
    await shown(all);
    await expect(grid).toBeFocused();
    await expect(grid).toHaveAttribute('aria-rowcount', String(all + 1));
    await page.keyboard.press('End');
    await expect(current).toHaveAttribute('aria-rowindex', String(all + 1));
    await page.keyboard.press('Home');
    await expect(current).toHaveAttribute('aria-rowindex', '2');
    await page.keyboard.press('ArrowRight');
    await expect(current.locator('.table-whole')).toBeVisible();
    for (const theme of ['light', 'dark']) {
      await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
      expect(await barriers(page), theme).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(grid.locator('.table-whole')).toHaveCount(0);
  });

  await test.step('filtered; back and forward go through what was asked', async () => {
    await page.getByRole('button', { name: table.status, exact: true }).first().click();
    await page.getByRole('menuitemcheckbox', { name: words.status.draft }).click();
    await page.keyboard.press('Escape');
    await shown(all / 2);
    await page.getByRole('textbox', { name: table.from }).fill('2024-08-05');
    await page.keyboard.press('Enter');
    await shown(PER_ARTICLE / 2);
    await page.goBack();
    await shown(all / 2);
    await page.goForward();
    await shown(PER_ARTICLE / 2);
    await page.reload();
    await shown(PER_ARTICLE / 2);
    await page
      .getByRole('button', { name: say(table.remove, { what: `${table.status}: ${words.status.draft}` }) })
      .click();
    await shown(PER_ARTICLE);
  });

  await test.step('sorted by its head, either way', async () => {
    const head = grid.getByRole('columnheader', { name: table.passage });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    const quotes = (await ofArticle(second.id)).map(({ exact }) => exact).toSorted();
    await grid.focus();
    await page.keyboard.press('Home');
    await expect(current.locator('.kwic-passage')).toHaveText(quotes.at(-1)?.replaceAll('\n', ' ') ?? '');
  });

  await test.step('a range is selected and recoded, and one undo takes it back', async () => {
    const before = (await ofArticle(second.id)).map(({ links }) => links);
    await grid.focus();
    await page.keyboard.press('Home');
    for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: table.selectedActions });
    await expect(
      bar.getByText(say(table.selected_other, { count: 4 }).replace('{{count, number}}', '4')),
    ).toBeVisible();
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText(String(PER_ARTICLE));
    await bar.getByRole('button', { name: table.replace }).click();
    const chooser = page.getByRole('dialog', { name: table.replace });
    const search = chooser.getByRole('combobox', { name: words.picker.filter });
    await search.fill('51');
    await page.keyboard.press('Enter');
    await expect(chooser).toContainText(categoryName('13·51'));
    await search.fill('60');
    await page.keyboard.press('Enter');
    const old = async (number: string) => {
      const list = await ofArticle(second.id);
      return list.filter(({ links }) => links.some((link) => link.categoryId === categoryId(number))).length;
    };
    const linked = before.filter((links) => links.some((link) => link.categoryId === categoryId('13·51'))).length;
    await expect.poll(() => old('13·51')).toBe(0);
    expect(await old('15·60')).toBe(linked);
    await page.getByRole('button', { name: words.history.undo, exact: true }).click();
    await expect.poll(async () => (await ofArticle(second.id)).map(({ links }) => links)).toEqual(before);
  });

  await test.step('what a filter hides of the selection is said, and not recoded', async () => {
    const bar = page.getByRole('toolbar', { name: table.selectedActions });
    const says = (text: string, count: number) =>
      expect(bar.getByText(text.replace('{{count, number}}', String(count)), { exact: true })).toBeVisible();
    const statuses = async () => (await ofArticle(second.id)).map(({ status }) => status);
    const before = await statuses();
    await grid.focus();
    await page.keyboard.press('Control+a');
    await says(table.selected_other, PER_ARTICLE);
    await page.getByRole('button', { name: table.status, exact: true }).first().click();
    await page.getByRole('menuitemcheckbox', { name: words.status.draft }).click();
    await page.keyboard.press('Escape');
    await shown(PER_ARTICLE / 2);
    await says(table.selected_other, PER_ARTICLE / 2);
    await says(table.selectedHidden_other, PER_ARTICLE / 2);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
      expect(await barriers(page), theme).toEqual([]);
    }
    await bar.getByRole('button', { name: table.setStatus }).click();
    await page.getByRole('menuitem', { name: words.status.doubtful }).click();
    await expect(
      page.getByText(table.changed_other.replace('{{count, number}}', String(PER_ARTICLE / 2))),
    ).toBeVisible();
    expect(await statuses()).toEqual(before.map((status) => (status === 'draft' ? 'doubtful' : status)));
    // Now the filter hides all of them: they are still selected, and nothing can be done to them.
    await says(table.selectedHidden_other, PER_ARTICLE);
    await expect(bar.getByRole('button')).toHaveCount(1);
    await page.getByRole('button', { name: words.history.undo, exact: true }).click();
    await shown(PER_ARTICLE / 2);
    await says(table.selected_other, PER_ARTICLE / 2);
    // What is in the bin is hidden by no filter.
    await bar.getByRole('button', { name: table.bin }).click();
    await says(table.selectedHidden_other, PER_ARTICLE / 2);
    await page.getByRole('button', { name: words.history.undo, exact: true }).click();
    await says(table.selected_other, PER_ARTICLE / 2);
    await page
      .getByRole('button', { name: say(table.remove, { what: `${table.status}: ${words.status.draft}` }) })
      .click();
    await says(table.selected_other, PER_ARTICLE);
    await expect(bar.locator('.recode-hidden')).toHaveCount(0);
  });

  await test.step('a row is opened in the text, and come back to', async () => {
    await grid.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowDown');
    const id = await current.getAttribute('data-annotation-id');
    const quote = (await ofArticle(second.id)).find((each) => each.id === id)?.exact ?? '';
    await page.keyboard.press('Enter');
    await expect(readerOf(page)).toBeVisible();
    await expect(annotationRow(page, quote).first()).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`annotation=${id}`));
    await page.getByRole('button', { name: table.back }).click();
    await expect(current).toHaveAttribute('data-annotation-id', id ?? '');
    await expect(grid).toBeFocused();
    await shown(PER_ARTICLE);
  });

  await test.step('those of one article are reached from the article', async () => {
    await page.evaluate((id) => {
      location.hash = `#/article/${id}`;
    }, second.id);
    await page
      .getByRole('region', { name: words.annotations.title })
      .getByRole('button', { name: words.annotations.inTable })
      .click();
    const ofSecond = await ofArticle(second.id);
    await shown(ofSecond.length);
    await expect(page.getByRole('list', { name: table.active })).toContainText(table.article);
  });
});
