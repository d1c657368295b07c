import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Relation } from '#domain/contract/values.ts';
import { test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { annotateQuote, startWithArticle } from '../steps/corpus.ts';
import { categoryId, categoryName, pickerOf } from '../steps/picker.ts';
import { clickAt, readerOf, selectByMouse } from '../steps/reader.ts';
import { annotationRow } from '../steps/shell.ts';
import { like, say, words } from '../steps/words.ts';

const INNER = '楓橋經驗';
const OUTER = '堅持和發展新時代“楓橋經驗”';
const FAR = '健全鄉鎮(街道)職責和權力';
const SPOKEN = '我們要緊密結合應急管理工作實際';

const stripes = (page: Page) => page.getByRole('group', { name: words.stripes.label }).getByRole('button');
const stripeOf = (page: Page, number: string, quote: string) =>
  page.getByRole('button', {
    name: say(words.stripes.one, { category: categoryName(number), quote }),
    exact: true,
  });
const portrait = (page: Page) => page.getByRole('slider', { name: words.portrait.label });
const beneath = (page: Page) => page.getByRole('group', { name: say(words.reading.beneathCount_other, { count: 2 }) });
/** What is lifted out, as it reads. */
const lifted = (page: Page) =>
  readerOf(page).evaluate((element) =>
    [...element.querySelectorAll('.hl-lifted')].map((piece) => piece.textContent).join(''),
  );

async function annotate(
  workbench: Workbench,
  article: ArticleText,
  quote: string,
  links: [string, Relation | null][],
): Promise<void> {
  await annotateQuote(workbench, article, quote, {
    links: links.map(([number, relation]) => ({ id: uuidv7(), categoryId: categoryId(number), relation })),
  });
}

async function startCoded(workbench: Workbench): Promise<ArticleText> {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'all');
  await annotate(workbench, article, OUTER, [['13·52', 'verbatim']]);
  await annotate(workbench, article, INNER, [['8·31', 'mention']]);
  await annotate(workbench, article, FAR, [
    ['13·52', 'adapted'],
    ['3', null],
  ]);
  await expect(workbench.page.getByRole('region', { name: words.annotations.title }).locator('.pane-count')).toHaveText(
    '3',
  );
  return article;
}

/** Presses a key in the text the moment something stands on the page, before anything else can run. */
async function pressOnceThere(page: Page, selector: string, key: string): Promise<void> {
  await readerOf(page).evaluate(
    (reader, [selector, key]) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector(selector) === null) return;
        watch.disconnect();
        reader.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
      watch.observe(document.body, { childList: true, subtree: true });
    },
    [selector, key] as const,
  );
}

async function inBothThemes(workbench: Workbench, look: () => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    await expect(workbench.page.locator(`:root[data-theme="${theme}"]`)).toBeVisible();
    await look();
  }
}

test('stripes stand at their lines, lift out exactly their passage, and can be hidden', async ({ workbench }) => {
  await startCoded(workbench);
  let { page } = workbench;
  await clickAt(page, OUTER);
  await page.keyboard.press('Escape');
  const outer = stripeOf(page, '13·52', OUTER);
  const inner = stripeOf(page, '8·31', INNER);
  await expect(outer).toBeVisible();
  const [first, second, passage] = [
    await outer.boundingBox(),
    await inner.boundingBox(),
    readerOf(page).getByText(INNER),
  ];
  const line = await passage.first().boundingBox();
  expect(first?.x).toBeLessThan(second?.x ?? 0);
  expect(Math.abs((second?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(8);

  await outer.hover();
  await expect.poll(() => lifted(page)).toBe(OUTER);
  await expect(outer.getByText('13·52')).toBeVisible();
  await inner.hover();
  await expect.poll(() => lifted(page)).toBe(INNER);
  await annotationRow(page, OUTER).first().hover();
  await expect.poll(() => lifted(page)).toBe(OUTER);
  await inner.click();
  await expect(annotationRow(page, INNER).and(page.locator('[data-active]'))).toBeVisible();
  await inner.focus();
  await page.keyboard.press('ArrowUp');
  await expect(outer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(outer).toHaveAttribute('aria-pressed', 'true');
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
  await page.keyboard.press('Escape');
  await expect(readerOf(page)).toBeFocused();

  await page.getByRole('button', { name: words.stripes.hide }).click();
  await expect(stripes(page)).toHaveCount(0);
  await expect.poll(async () => (await workbench.ask('session.get', {})).preferences.stripes).toBe(false);
  page = await workbench.restart();
  await expect(page.getByRole('button', { name: words.stripes.show })).toBeVisible();
  await expect(stripes(page)).toHaveCount(0);
});

test('only the stripes in sight are in the page', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'all');
  const { page } = workbench;
  const { text } = article;
  for (let start = 0; start + 10 < text.length; start += 24) {
    const quote = text.slice(start, start + 10);
    if (quote.trim() !== quote || quote.includes('\n')) continue;
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start, end: start + 10 },
      exact: quote,
      links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: null }],
    });
  }
  const all = (await workbench.ask('annotation.list', { articleId: article.id })).length;
  await page.setViewportSize({ width: 1280, height: 500 });
  await expect(stripes(page).first()).toBeVisible();
  expect(await stripes(page).count()).toBeLessThan(all / 2);
  const before = await stripes(page).first().getAttribute('data-annotation-id');
  await portrait(page).press('End');
  await expect(stripes(page).first()).not.toHaveAttribute('data-annotation-id', before ?? '');
  expect(await stripes(page).count()).toBeLessThan(all / 2);
});

test('what lies beneath is looked through from the keyboard', async ({ workbench }) => {
  await startCoded(workbench);
  const { page } = workbench;
  await clickAt(page, INNER);
  await expect(beneath(page)).toBeVisible();
  const [inner, outer] = [beneath(page).getByRole('button').nth(0), beneath(page).getByRole('button').nth(1)];
  await expect(inner).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(outer).toBeFocused();
  await expect.poll(() => lifted(page)).toBe(OUTER);
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
  await page.keyboard.press('ArrowDown');
  await expect(inner).toBeFocused();
  await expect.poll(() => lifted(page)).toBe(INNER);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(beneath(page)).toBeHidden();
  await expect(readerOf(page)).toBeFocused();
  await expect(annotationRow(page, OUTER).and(page.locator('[data-active]'))).toBeVisible();

  // At the caret, without the pointer.
  await page.keyboard.press('Enter');
  await expect(beneath(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(beneath(page)).toBeHidden();
  await expect(readerOf(page)).toBeFocused();

  // Clicked again, the key can be as fast as the hand: it goes in.
  await pressOnceThere(page, '.beneath', 'ArrowDown');
  await clickAt(page, INNER);
  await expect(outer).toBeFocused();

  // What comes late above the text leaves the text where it is, and this with it; a text that is scrolled goes away.
  const scroller = page.locator('.article-scroll');
  const scrolled = () => scroller.evaluate((element) => element.scrollTop);
  const before = await scrolled();
  await page.locator('.article-head').evaluate((element) => {
    element.style.paddingBottom = '160px';
  });
  await expect.poll(scrolled).toBeGreaterThan(before);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(outer).toBeFocused();
  await scroller.hover();
  await page.mouse.wheel(0, 120);
  await expect(beneath(page)).toBeHidden();
});

test('all but a category and a relation step back, until she goes back to all', async ({ workbench }) => {
  await startCoded(workbench);
  const { page } = workbench;
  const menu = page.getByRole('button', { name: words.dim.menu });
  const choose = (field: 'categoryId' | 'relation', label: string) =>
    page
      .getByRole('dialog', { name: words.dim.menu })
      .getByRole('combobox', { name: words.dim[field] })
      .selectOption(label);
  const dimmed = () => readerOf(page).locator('.hl-dimmed').allTextContents();
  await menu.click();
  await choose('categoryId', categoryId('13'));
  await expect(page.getByRole('status').getByText(say(words.dim.looking, { shown: 2, all: 3 }))).toBeVisible();
  await choose('relation', 'adapted');
  await expect(page.getByRole('status').getByText(say(words.dim.looking, { shown: 1, all: 3 }))).toBeVisible();
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
  await page.keyboard.press('Escape');
  await expect(menu).toHaveAttribute('aria-pressed', 'true');
  // It has the focus back before another key is pressed.
  await expect(menu).toBeFocused();
  await portrait(page).press('End');
  await expect.poll(async () => (await dimmed()).join('')).toBe(OUTER);
  await expect(stripeOf(page, '13·52', OUTER)).toHaveAttribute('data-dimmed', 'true');
  await expect(stripeOf(page, '13·52', FAR)).not.toHaveAttribute('data-dimmed');
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));

  await page.getByRole('button', { name: say(words.dim.drop, { condition: words.relation.adapted }) }).click();
  await expect(page.getByRole('status').getByText(say(words.dim.looking, { shown: 2, all: 3 }))).toBeVisible();
  await page.getByRole('button', { name: words.dim.all }).click();
  await expect(menu).toHaveAttribute('aria-pressed', 'false');
  await portrait(page).press('End');
  await expect(stripeOf(page, '13·52', OUTER)).not.toHaveAttribute('data-dimmed');
  expect(await dimmed()).toEqual([]);
});

test('the portrait says where she is, and goes there', async ({ workbench }) => {
  await startCoded(workbench);
  const { page } = workbench;
  await expect(portrait(page)).toHaveAttribute('aria-valuenow', '0');
  await portrait(page).press('End');
  await expect(portrait(page)).toHaveAttribute('aria-valuenow', '100');
  await portrait(page).press('PageUp');
  await expect(portrait(page)).not.toHaveAttribute('aria-valuenow', '100');
  await portrait(page).press('Home');
  await expect(portrait(page)).toHaveAttribute('aria-valuenow', '0');
  const box = (await portrait(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.3);
  await page.mouse.down();
  await expect(portrait(page)).not.toHaveAttribute('aria-valuenow', '0');
  const clicked = Number(await portrait(page).getAttribute('aria-valuenow'));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.6, { steps: 3 });
  await expect.poll(async () => Number(await portrait(page).getAttribute('aria-valuenow'))).toBeGreaterThan(clicked);
  await page.mouse.up();
  await expect(portrait(page)).toHaveAttribute('aria-valuetext', like(words.portrait.sight));
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
});

test('who speaks is proposed with the words that say so, and stored only when it is accepted', async ({
  workbench,
}) => {
  const article = await startCoded(workbench);
  const { page } = workbench;
  const voiceOf = async (quote: string) =>
    (await workbench.ask('annotation.list', { articleId: article.id })).find(({ exact }) => exact === quote)?.voice;

  // In the picker: Alt+S takes it into what is entered.
  await selectByMouse(page, SPOKEN);
  await page.keyboard.press('Enter');
  const proposed = pickerOf(page).getByRole('button', { name: like(words.voice.proposal.certain) });
  await expect(proposed).toContainText('王啟瑞');
  await expect(proposed).toContainText('表示');
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
  await page.keyboard.press('Alt+s');
  await expect(proposed).toBeHidden();
  await expect(pickerOf(page).getByRole('textbox', { name: words.voice.name })).toHaveValue('王啟瑞');
  await pickerOf(page).getByRole('combobox', { name: words.picker.filter }).fill('51');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => voiceOf(SPOKEN))
    .toMatchObject({ kind: 'official', name: '王啟瑞', office: '省應急管理廳黨委書記、廳長', level: 'provincial' });

  // In the details: never by itself, then with a click.
  await clickAt(page, FAR);
  const inDetails = page.getByRole('group', { name: words.annotations.details }).locator('.voice-proposed');
  await expect(inDetails).toBeVisible();
  await inBothThemes(workbench, async () => expect(await barriers(page)).toEqual([]));
  expect(await voiceOf(FAR)).toBeNull();
  await inDetails.click();
  await expect.poll(async () => (await voiceOf(FAR))?.name).toBe('靳富軍');
  await expect(inDetails).toBeHidden();
});
