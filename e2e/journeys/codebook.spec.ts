import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { categoryId } from '../steps/picker.ts';
import { readerOf } from '../steps/reader.ts';
import { like, say, words } from '../steps/words.ts';

const text = words.codebooks;
const sheet = (page: Page, name: string | RegExp) => page.getByRole('article', { name });
const main = (page: Page) => page.getByRole('region', { name: words.shell.reading });
const rowOf = (page: Page, title: string) =>
  main(page).getByRole('treegrid').getByRole('row').filter({ hasText: title });

async function openCodebook(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.manage }).click();
  await expect(main(page).getByRole('heading', { name: text.title, level: 1 })).toBeVisible();
}

async function inMenu(page: Page, category: string, item: string): Promise<void> {
  await page.getByRole('button', { name: say(text.menu, { category }) }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('own categories: made, defined, moved, merged, split, removed and brought back', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'all');
  const annotate = async (quote: string, links: string[]) => {
    const start = article.text.indexOf(quote);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start, end: start + quote.length },
      exact: quote,
      links: links.map((each) => ({ id: uuidv7(), categoryId: each, relation: null })),
    });
  };
  await openArticle(workbench, article);
  await openCodebook(page);
  const make = async (title: string) => {
    await main(page).getByRole('button', { name: text.addTop }).click();
    const field = page.getByRole('textbox', { name: text.newTitle });
    await field.fill(title);
    await field.press('Enter');
    await expect(sheet(page, title)).toBeVisible();
    const books = await workbench.ask('codebook.list', {});
    return books.flatMap(({ categories }) => categories).find(({ titleHant }) => titleHant === title)?.id ?? '';
  };
  const slogans = await make('口號');
  const figures = await make('數字');
  await annotate('應急管理', [slogans, categoryId('13')]);

  // What it means: saved on leaving the field, and what was coded before is to be looked at again.
  await rowOf(page, '口號').click();
  const definition = page.getByRole('textbox', { name: text.definition });
  await definition.fill('整齊的四字或六字短語，用以號召。');
  await page.getByRole('textbox', { name: text.rulesFor, exact: true }).click();
  await expect(main(page).getByText(say(text.recheck_other, { count: 1, shown: '1' }))).toBeVisible();
  await main(page).getByRole('button', { name: text.confirmAll }).click();
  await expect(main(page).getByText(text.recheckNote)).toBeHidden();
  await page.getByRole('radiogroup', { name: text.colour }).locator('label').nth(8).click();
  await expect
    .poll(async () => (await workbench.ask('codebook.list', {}))[0]?.categories.find(({ id }) => id === slogans))
    .toMatchObject({ definition: '整齊的四字或六字短語，用以號召。', colour: 9 });
  expect(await barriers(page)).toEqual([]);

  // From the keyboard: down, then below the one above it, then out again.
  const places = async () =>
    ((await workbench.ask('codebook.list', {}))[0]?.categories ?? [])
      .filter(({ fixed }) => !fixed)
      .map(({ titleHant, parentId }) => `${titleHant}${parentId === null ? '' : '<'}`);
  await rowOf(page, '數字').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(places).toEqual(['數字', '口號']);
  await rowOf(page, '口號').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(places).toEqual(['數字', '口號<']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(places).toEqual(['數字', '口號']);

  await inMenu(page, '口號', text.split);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: say(text.splitName, { number: 1 }) }).fill('四字');
  await dialog.getByRole('combobox').selectOption('四字');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: text.split }).click();
  await expect.poll(places).toEqual(['數字', '口號', '四字<']);
  const linked = async () =>
    (await workbench.ask('annotation.list', { articleId: article.id })).flatMap((each) =>
      each.links.map(({ categoryId: id }) => id),
    );
  expect(await linked()).not.toContain(slogans);

  await rowOf(page, '口號').click();
  await inMenu(page, '口號', text.merge);
  await dialog.getByRole('textbox', { name: text.find }).fill('shuzi');
  await dialog.getByRole('option', { name: '數字', exact: true }).click();
  await dialog.getByRole('button', { name: text.merge }).click();
  await expect.poll(places).toEqual(['數字', '四字<']);

  await rowOf(page, '數字').click();
  await inMenu(page, '數字', text.remove);
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText(say(text.touches.categories_other, { count: 1 }));
  await expect(asked).toContainText(say(text.touches.annotations_other, { count: 1, articles: '1' }));
  await asked.getByRole('button', { name: text.remove }).click();
  await expect.poll(places).toEqual([]);
  expect(await linked()).toEqual([categoryId('13')]);
  await page.keyboard.press('Control+z');
  await expect.poll(places).toEqual(['數字', '四字<']);
  expect((await linked()).length).toBe(2);
  expect((await linked()).includes(figures)).toBe(false);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
});

test('what is the Decision’s stays; retired, it is not offered; rules, memos, and whole articles', async ({
  workbench,
}) => {
  test.slow();
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'all');
  await openArticle(workbench, article);
  await page.getByRole('button', { name: words.wholeArticle.add }).click();
  const choice = page.getByRole('dialog', { name: words.wholeArticle.choose });
  await choice.getByRole('textbox', { name: text.find }).fill('50');
  await choice.getByRole('option').first().click();
  await expect(page.locator('.article-categories')).toContainText('13·50');
  await page.getByRole('button', { name: like(words.wholeArticle.remove) }).click();
  await expect(page.locator('.article-categories')).not.toContainText('13·50');

  await openCodebook(page);
  await rowOf(page, '國家安全').first().click();
  await expect(main(page).getByText(text.fixedNote)).toBeVisible();
  await main(page).getByText(text.retired).click();
  await expect
    .poll(async () => (await workbench.ask('codebook.list', {}))[0]?.categories.find(({ number }) => number === '13'))
    .toMatchObject({ retired: true });

  await main(page).getByRole('button', { name: words.memos.add }).click();
  await page.getByRole('textbox', { name: words.memos.memoTitle }).fill('為何停用');
  await page.getByRole('textbox', { name: words.memos.body }).fill('本研究不涉及。');
  await main(page).getByRole('heading', { name: text.title, level: 1 }).click();
  await expect
    .poll(async () => (await workbench.ask('memo.list', {})).map(({ title, body }) => title + body))
    .toEqual(['為何停用本研究不涉及。']);

  await main(page).getByRole('button', { name: text.rules }).click();
  const rules = page.getByRole('dialog');
  await rules.getByRole('textbox', { name: text.rule.unit }).fill('句子');
  expect(await barriers(page)).toEqual([]);
  await rules.getByRole('button', { name: words.common.save }).click();
  await expect.poll(async () => (await workbench.ask('codingRules.get', {})).unit).toBe('句子');

  await main(page).getByRole('button', { name: text.newBook }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: text.bookName }).fill('話語');
  await page.getByRole('dialog').getByRole('button', { name: text.make }).click();
  await expect(main(page).getByText(text.empty)).toBeVisible();
  expect((await workbench.ask('codebook.list', {})).map(({ id }) => id)[0]).toBe(BUILTIN_CODEBOOK_ID);
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), theme).toEqual([]);
  }
  await page.reload();
  await expect(main(page).getByRole('heading', { name: text.title, level: 1 })).toBeVisible();

  // By what to decide stands where it is decided: the rules of the corpus, and what the category at hand means.
  const democracy = (await workbench.ask('codebook.list', {}))[0]?.categories.find(({ number }) => number === '8·31');
  await workbench.ask('category.update', {
    id: democracy?.id ?? '',
    version: democracy?.version ?? 0,
    meaning: { definition: '基層民主的做法' },
  });
  await openArticle(workbench, article);
  await readerOf(page).focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: words.picker.title });
  await picker.getByText(text.rules, { exact: true }).click();
  await expect(picker.getByRole('definition').getByText('句子', { exact: true })).toBeVisible();
  await picker.getByRole('combobox', { name: words.picker.filter }).fill('31');
  await expect(picker).toContainText('基層民主的做法');
  expect(await barriers(page)).toEqual([]);
});
