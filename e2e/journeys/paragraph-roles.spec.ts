import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { categoryId } from '../steps/picker.ts';
import { clickAt, paintedPassages, readerOf, shownText, spanOf } from '../steps/reader.ts';
import { say, words } from '../steps/words.ts';

const gutter = (page: Page) => page.getByRole('group', { name: words.roles.shown });
const label = (page: Page, paragraph: number, role: keyof typeof words.roles.short) =>
  gutter(page).getByRole('button', {
    name: say(words.roles.of, { number: paragraph + 1, role: words.roles.short[role] }),
    exact: true,
  });
const menu = (page: Page) => page.getByRole('menu');

/** px by which labels stand off the first lines they belong to, at most. */
async function furthestOff(page: Page): Promise<number> {
  return await readerOf(page).evaluate((content) => {
    const labels = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')];
    if (labels.length === 0) return Number.POSITIVE_INFINITY;
    return Math.max(
      ...labels.map((each) => {
        const paragraph = content.children[Number(each.dataset['paragraph'])];
        return Math.abs((paragraph?.getBoundingClientRect().top ?? 0) - each.getBoundingClientRect().top);
      }),
    );
  });
}

test('what a paragraph is: shown on demand, chosen by key and by mouse, saved and undone', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const roles = async () => (await workbench.ask('article.get', { articleId: article.id })).roles;
  const quote = '國家安全是中國式';
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: spanOf(article.text, quote),
    exact: quote,
    links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: null }],
  });
  await expect.poll(async () => [...(await paintedPassages(page)).values()]).toEqual([quote]);
  await expect(gutter(page)).toHaveCount(0);
  const widthBefore = (await readerOf(page).boundingBox())?.width;

  await clickAt(page, '黨的二十屆');
  await page.keyboard.press('p');
  const toggle = page.getByRole('article').getByRole('button', { name: words.roles.hide });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(say(words.roles.helpLine, { key: 'R' }))).toBeVisible();
  await expect(label(page, 2, 'subhead')).toBeVisible();
  expect(await furthestOff(page)).toBeLessThan(1.5);
  expect(await barriers(page), 'with the roles').toEqual([]);

  await test.step('by key at the caret, with a digit', async () => {
    await page.keyboard.press('r');
    await expect(menu(page)).toBeVisible();
    await expect(menu(page).getByRole('menuitemradio', { checked: true })).toContainText(words.roles.body);
    expect(await barriers(page), 'the menu of roles').toEqual([]);
    await page.keyboard.press('1');
    await expect(menu(page)).toBeHidden();
    await expect(readerOf(page)).toBeFocused();
    await expect(label(page, 0, 'title')).toBeVisible();
    await expect.poll(async () => (await roles())[0]).toBe('title');
    await expect(readerOf(page).getByRole('heading', { level: 2 }).first()).toContainText(quote);
    expect([...(await paintedPassages(page)).values()]).toEqual([quote]);
    expect(await shownText(page)).toBe(article.text);
    expect(await furthestOff(page)).toBeLessThan(1.5);
  });

  await test.step('by mouse, and with the arrows', async () => {
    await label(page, 2, 'subhead').click();
    await menu(page).getByRole('menuitemradio', { name: words.roles.boilerplate }).click();
    await expect.poll(async () => (await roles())[2]).toBe('boilerplate');
    await label(page, 2, 'boilerplate').click();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await roles())[2]).toBe('editor');
    await label(page, 2, 'editor').click();
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await expect(readerOf(page)).toBeFocused();
  });

  await test.step('undone and redone', async () => {
    await page.keyboard.press('Control+z');
    await expect(label(page, 2, 'boilerplate')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(label(page, 2, 'subhead')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(label(page, 0, 'body')).toBeAttached();
    expect(await roles()).toEqual(article.roles);
    await page.keyboard.press('Control+Shift+z');
    await expect(label(page, 0, 'title')).toBeVisible();
    await page.keyboard.press('Control+z');
  });

  await toggle.click();
  await expect(gutter(page)).toHaveCount(0);
  await expect.poll(async () => (await readerOf(page).boundingBox())?.width).toBe(widthBefore);
});

test('beside a text of 100,000 characters the labels keep their places, and only those in sight are there', async ({
  workbench,
}) => {
  const paragraph = '全會提出，健全國家安全體系，完善公共安全治理機制，各地抓緊落實各項改革任務。'.repeat(5);
  const text = Array.from({ length: 540 }, (_each, index) => `第${index}段${paragraph}`).join('\n');
  expect(text.length).toBeGreaterThan(100_000);
  await startWithArticle(workbench, { text, name: 'long.txt' });
  const { page } = workbench;
  await readerOf(page).focus();
  await page.keyboard.press('p');
  await expect.poll(() => furthestOff(page)).toBeLessThan(1.5);
  const shown = () => gutter(page).getByRole('button').count();
  expect(await shown()).toBeLessThan(60);
  await page.keyboard.press('Control+End');
  await expect(label(page, 539, 'body')).toBeAttached();
  expect(await furthestOff(page)).toBeLessThan(1.5);
  await page.keyboard.press('r');
  await page.keyboard.press('8');
  await expect(label(page, 539, 'boilerplate')).toBeVisible();
  await expect(readerOf(page)).toBeFocused();
  await page.locator('.article-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(label(page, 539, 'boilerplate')).toHaveCount(0);
  await expect.poll(() => furthestOff(page)).toBeLessThan(1.5);
  expect(await shown()).toBeLessThan(60);
  if (workbench.host === 'browser') {
    await page.setViewportSize({ width: 1100, height: 700 });
    await expect.poll(() => furthestOff(page)).toBeLessThan(1.5);
  }
});
