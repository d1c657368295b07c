import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { readerOf, selectByMouse, spanOf } from '../steps/reader.ts';
import { like, say, words } from '../steps/words.ts';

const { repairs } = words;

/** Opens the sample, repaired where it is certain, and its review from the head of the article. */
async function openReview(workbench: Workbench): Promise<string> {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'certain');
  await openArticle(workbench, article);
  await page.getByRole('button', { name: like(repairs.summary, { applied: '274' }) }).click();
  await expect(list(page)).toBeFocused();
  return article.id;
}

const list = (page: Page) => page.getByRole('listbox', { name: repairs.list });
const details = (page: Page) => page.getByRole('region', { name: repairs.details });
const texts = (page: Page) => page.getByRole('group', { name: repairs.sideBySide });
const kind = (page: Page, name: string) =>
  page.getByRole('group', { name: repairs.byKind }).getByRole('button', { name });
const decided = (page: Page) => page.getByRole('radiogroup', { name: repairs.byDecision });
const selected = (page: Page) => list(page).getByRole('option', { selected: true });
/** What the selected item is on the left and on the right. */
const marked = (page: Page) => texts(page).locator('[data-selected]');

async function chooseForMany(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: repairs.many }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('the imported text beside the repaired one; each place is accepted, edited, refused and taken back by keys', async ({
  workbench,
}) => {
  const articleId = await openReview(workbench);
  const { page } = workbench;
  const textOf = async () => (await workbench.ask('article.get', { articleId })).text;
  const { text, revisionId } = await workbench.ask('article.get', { articleId });
  const exact = '密結合應急管理工作實際';
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId,
    revisionId,
    span: spanOf(text, exact),
    exact,
    links: [],
  });

  // The counts are those of the head, and of each kind.
  for (const [name, count] of [
    [repairs.decisions.open, 109],
    [repairs.decisions.accepted, 274],
  ] as const)
    await expect(decided(page).getByText(`${name} ${count}`)).toBeVisible();
  await expect(kind(page, repairs.kinds['inline-pinyin'])).toContainText('269');
  await expect(kind(page, repairs.kinds['html-residue'])).toContainText('2');

  await kind(page, repairs.kinds['gbk-shift']).click();
  await expect(list(page).getByRole('option')).toHaveCount(10);
  await expect(details(page)).toContainText(repairs.reasons['shift-likely']);
  await page.keyboard.press('a');
  await expect(selected(page)).toContainText(repairs.decisions.accepted);
  await expect(marked(page).last()).toHaveText('。“我們要緊');
  await expect.poll(textOf).toContain('萌芽之時。“我們要緊密結合應急管理');

  await page.keyboard.press('r');
  await expect.poll(textOf).not.toContain('我們要緊密');
  // How the others are ranked may change as more is known.
  const found = (await workbench.ask('repair.list', { articleId })).repairs;
  const second = found.find(({ kind }) => kind === 'gbk-shift')?.candidates[1]?.insert ?? '';
  await page.keyboard.press('2');
  await expect.poll(textOf).toContain(`萌芽之時${second}密結合應急管理`);
  await page.keyboard.press('1');
  await expect.poll(textOf).toContain('我們要緊密');

  // Down to the fourth place and on to the next open ones: the one after the last is said to be none.
  for (const key of ['j', 'j', 'ArrowDown', 'ArrowUp', 'j']) await page.keyboard.press(key);
  await expect(selected(page)).toContainText('省公安廳');
  await expect(marked(page)).toHaveText([/筆|笔/, /筆|笔/]);
  await page.keyboard.press('Enter');
  await expect(selected(page)).toContainText('擔當');
  await page.keyboard.press('k');

  // In words of her own; the passage shows them while they are typed.
  await decided(page).getByText(repairs.decisions.open).click();
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: repairs.words });
  await expect(field).toBeFocused();
  await field.fill('担当起来');
  await expect(details(page).locator('ins')).toHaveText('担当起来');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('e');
  await field.fill('擔起');
  await field.press('Enter');
  await expect.poll(textOf).toContain('展現新擔起新作為');

  await decided(page).getByText(repairs.all).click();
  await kind(page, repairs.kinds['gbk-shift']).click();
  await chooseForMany(page, say(repairs.takeBackKind, { name: repairs.kinds['inline-pinyin'] }));
  await expect(decided(page).getByText(`${repairs.decisions.refused} 264`)).toBeVisible();
  await expect.poll(textOf).toContain('應(yīng)急管理工作實際');
  const quotes = async () => (await workbench.ask('annotation.list', { articleId })).map((each) => each.exact);
  expect(await quotes()).toEqual(['密結(jié)合應(yīng)急管理工作實際']);
  await page.keyboard.press('Control+z');
  await expect.poll(textOf).not.toContain('應(yīng)急管理工作實際');
  expect(await quotes()).toEqual([exact]);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(readerOf(page)).toContainText('我們要緊密結合應急管理');
});

test('keys in quick succession decide one after the other, and what is undone is the last of them', async ({
  workbench,
}) => {
  const articleId = await openReview(workbench);
  const { page } = workbench;
  const open = async () => (await workbench.ask('article.get', { articleId })).repairs.open;
  await page.keyboard.press('Home');
  for (let pressed = 0; pressed < 6; pressed++) await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect.poll(open).toBe(104);
  await expect(decided(page).getByText(`${repairs.decisions.open} 104`)).toBeVisible();
  // A key that nothing is changed by is no step of the history.
  await decided(page).getByText(repairs.decisions.accepted).click();
  await page.keyboard.press('a');
  await page.keyboard.press('Control+z');
  await expect.poll(open).toBe(105);
});

test('the review is reached from an import, from the library and from the text, and left for the place looked at', async ({
  workbench,
}) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  await page
    .getByRole('navigation', { name: words.shell.library })
    .getByRole('button', { name: words.library.import })
    .click();
  await page.getByRole('menuitem', { name: words.library.importSample }).click();
  await page.getByRole('contentinfo').getByRole('button', { name: repairs.offer }).click();
  await expect(list(page)).toBeFocused();
  await expect(page.getByRole('link', { name: repairs.toReview })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(readerOf(page)).toBeFocused();
  await expect(readerOf(page).locator('p').last()).toBeInViewport();

  await page.locator('.article-row').hover();
  await page.getByRole('button', { name: like(words.library.menu) }).click();
  await page.getByRole('menuitem', { name: repairs.open }).click();
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await readerOf(page).press('Shift');

  // From a passage that was selected, to the place that is nearest to it.
  await selectByMouse(page, '擔當新作為'.slice(2));
  await page.keyboard.press('m');
  await expect(selected(page)).toContainText('擔當');
  expect(new URL(page.url()).hash).toMatch(/\/repairs$/);
  await page.reload();
  await expect(list(page)).toBeVisible();
});

test('nothing in the review keeps anybody out, in light and in dark', async ({ workbench }) => {
  await openReview(workbench);
  const { page } = workbench;
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    await kind(page, repairs.kinds['gbk-shift']).click();
    expect(await barriers(page), theme).toEqual([]);
    await kind(page, repairs.kinds['gbk-shift']).click();
  }
});

test('what cannot be repaired is shown among the repairs, with what it may have been', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const text = '各地要认真学*贯彻全会精神，狠抓改革任务落实。\n他说，要把学*贯彻引向深入。';
  const article = await importArticle(workbench, { text, name: '遮字.txt' }, 'certain');
  await openArticle(workbench, article);
  await page.getByRole('button', { name: like(repairs.summaryFlags, { flags: '2' }) }).click();
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await expect(details(page)).toContainText(repairs.flagReasons['masked-word']);
  await expect(details(page)).toContainText(repairs.flaggedHint);
  await expect(marked(page)).toHaveText(['*', '*']);
  // No key decides what cannot be decided.
  await page.keyboard.press('a');
  await page.keyboard.press('j');
  await expect(selected(page)).toContainText('引向深入');
  expect(await workbench.ask('article.get', { articleId: article.id })).toMatchObject({ text });
  expect(await barriers(page)).toEqual([]);
});
