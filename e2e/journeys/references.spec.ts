import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { skeletonDecision } from '../../main/services/skeleton-decision.test-support.ts';
import { test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { annotateQuote, importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { categoryId, pickerOf } from '../steps/picker.ts';
import { readerOf, selectByMouse } from '../steps/reader.ts';
import { like, words } from '../steps/words.ts';

const TAKEN = '建立健全数据要素登记确认规则，完善收益分配办法，培育一批数据服务企业';
const TAKEN_HANT = '建立健全數據要素登記確認規則，完善收益分配辦法，培育一批數據服務企業';
const decision = skeletonDecision({
  9: `${TAKEN}。`,
  51: '提升数据安全治理监管能力，建立高效便利安全的跨境流动机制。',
});
const article = [
  '示例甲省：數據要素改革走深走實',
  `${TAKEN_HANT}。`,
  '全省已有三十二家企業在示例市數據交易所登記。',
  '提升數據安全治理監管能力，建立更加高效便利安全的跨境流動機制。',
].join('\n');

const margin = (page: Page) => page.getByRole('region', { name: words.shell.margin });
const suggestions = (page: Page) => page.getByRole('region', { name: words.suggestions.title });
const marked = (page: Page, layer: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join('|'),
    `reader-${layer}`,
  );

/** Reads in her copy of the Decision through the view of the references. */
async function readIn(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const file = join(workbench.folder, '決定.txt');
  writeFileSync(file, decision);
  await page.getByRole('button', { name: like(words.shell.corpusMenu) }).click();
  await page.getByRole('menuitem', { name: words.references.open }).click();
  await expect(page.getByText(words.references.none)).toBeVisible();
  await page.locator('#reference-file-chooser').setInputFiles(file);
  await expect(page.getByText(words.references.tied)).toBeVisible();
}

/** A corpus with the article and her copy of the Decision, which is on screen. */
async function startWithDecision(workbench: Workbench) {
  await workbench.start();
  await makeCorpus(workbench);
  const made = await importArticle(workbench, { text: article, name: 'jia.txt' });
  await readIn(workbench);
  return made;
}

test('the Decision is read in once; every article shows what it takes up, and each sentence leads to its passages', async ({
  workbench,
}) => {
  const made = await startWithDecision(workbench);
  const { page } = workbench;
  const sentence = page.locator('.references .reference-sentence', { hasText: TAKEN });
  await sentence.click();
  const takenUp = page.getByRole('complementary', { name: words.references.takenUp });
  await expect(takenUp.locator('.taken-up-passage')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await takenUp.locator('.taken-up-passage').click();
  await expect(readerOf(page)).toBeVisible();
  await expect.poll(() => marked(page, 'reuse-exact')).toContain('建立健全數據要素登記確認規則');
  await expect.poll(() => marked(page, 'reuse-near')).toContain('高效便利安全的跨境流動機制');
  const { text } = await workbench.ask('article.get', { articleId: made.id });
  await readerOf(page).focus();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 4; line++) await page.keyboard.press('Control+ArrowDown');
  expect(text.split('\n')[3]).toContain('跨境流動');
  await page.keyboard.press('g');

  await margin(page).getByRole('combobox', { name: words.references.least }).selectOption('40');
  await expect.poll(() => marked(page, 'reuse-exact')).toBe('');
  await margin(page).getByRole('combobox', { name: words.references.least }).selectOption('8');
  const card = margin(page).locator('.run-card');
  await expect(card.locator('ins')).toHaveText('更加');
  await expect(card).toContainText('13·51');
  await expect(margin(page).locator('.reference-sentence[data-active]')).toContainText('跨境流动');
  expect(await barriers(page)).toEqual([]);
});

test('sentences are decided one by one from the keyboard; what is accepted keeps its origin, what is refused stays away', async ({
  workbench,
}) => {
  const made = await startWithDecision(workbench);
  const { page } = workbench;
  await openArticle(workbench, made);
  await readerOf(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('j');
  const list = suggestions(page).getByRole('listbox');
  await expect(list).toBeFocused();
  const first = list.getByRole('option').first();
  await expect(first).toHaveAttribute('data-category-number', '3·9');
  await expect(first).toContainText(words.relation.verbatim);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const list2 = () => workbench.ask('annotation.list', { articleId: made.id });
  await expect.poll(async () => (await list2()).length).toBe(1);
  const [annotation] = await list2();
  expect(annotation?.exact).toContain('登記確認規則');
  expect(annotation?.links).toMatchObject([
    { categoryId: categoryId('3·9'), origin: 'suggestion', relation: 'verbatim', suggestion: { rank: 1 } },
  ]);
  const before = await list.getByRole('option').first().getAttribute('data-category-number');
  await page.keyboard.press('Delete');
  await expect(list.getByRole('option').first()).not.toHaveAttribute('data-category-number', before ?? '');
  await page.keyboard.press('Escape');
  await expect(readerOf(page)).toBeFocused();
});

test('who codes blind sees neither suggestions nor reuse nor the work of others', async ({ workbench }) => {
  const made = await startWithDecision(workbench);
  const { page } = workbench;
  await openArticle(workbench, made);
  await expect.poll(() => marked(page, 'reuse-exact')).not.toBe('');
  await annotateQuote(workbench, made, TAKEN_HANT);
  await expect(readerOf(page).locator('mark')).not.toHaveCount(0);
  await workbench.ask('coder.identify', { id: uuidv7(), name: '吳編' });
  await workbench.ask('preference.set', { blind: true });
  await page.reload();
  await expect(readerOf(page)).toBeVisible();
  await expect(page.getByRole('radio', { name: words.beside.suggestions })).toHaveCount(0);
  expect(await marked(page, 'reuse-exact')).toBe('');
  await expect(readerOf(page).locator('mark')).toHaveCount(0);
});

test('the picker offers the likeliest categories, and how the passage takes one up', async ({ workbench }) => {
  const made = await startWithDecision(workbench);
  const { page } = workbench;
  await openArticle(workbench, made);
  await expect.poll(() => marked(page, 'reuse-exact')).not.toBe('');
  await selectByMouse(page, TAKEN_HANT);
  await page.keyboard.press('Enter');
  const offers = pickerOf(page).getByRole('group', { name: words.picker.suggested }).getByRole('button');
  await expect(offers.first()).toContainText('3·9');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Alt+1');
  await expect(pickerOf(page).getByRole('radio', { name: words.relation.verbatim })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => workbench.ask('annotation.list', { articleId: made.id }))
    .toMatchObject([
      {
        exact: TAKEN_HANT,
        links: [{ categoryId: categoryId('3·9'), origin: 'suggestion', relation: 'verbatim', suggestion: { rank: 1 } }],
      },
    ]);
});

test('an annotation is linked to a sentence and its item, leads there, and the reference tells of it', async ({
  workbench,
}) => {
  const made = await startWithDecision(workbench);
  const { page } = workbench;
  await openArticle(workbench, made);
  await expect.poll(() => marked(page, 'reuse-exact')).not.toBe('');
  const annotation = await annotateQuote(workbench, made, TAKEN_HANT);
  await readerOf(page).locator('mark').first().click();
  await page.keyboard.press('g');
  const choices = margin(page).getByRole('group', { name: like(words.references.linkTo) });
  const item = choices.getByRole('button', { name: like(`${words.references.level.item} （9）`) });
  await choices.getByRole('button', { name: words.references.level.sentence, exact: true }).click();
  await item.click();
  await expect(item).toHaveAttribute('aria-pressed', 'true');
  expect(await barriers(page)).toEqual([]);
  await expect
    .poll(() => workbench.ask('referenceLink.list', { articleId: made.id }))
    .toMatchObject([
      { annotationId: annotation.id, level: 'item', relation: null },
      { annotationId: annotation.id, level: 'sentence', relation: null },
    ]);

  // The words in common propose how the sentence is taken up; she takes that over.
  await margin(page).locator('label', { hasText: words.beside.coding }).click();
  const places = page.locator('.linked-place');
  await expect(places).toHaveCount(2);
  await places
    .nth(1)
    .getByRole('button', { name: like(words.relation.verbatim) })
    .click();
  await expect(places.nth(1).getByRole('radio', { name: words.relation.verbatim })).toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await places.nth(1).getByRole('button').first().click();
  await expect(margin(page).locator('.reference-sentence[data-active]')).toContainText(TAKEN);

  // In the reference, the sentence tells who was linked to it, and the way leads back.
  await page.goto(`${page.url().split('#')[0]}#/references`);
  await page.locator('.references .reference-sentence', { hasText: TAKEN }).click();
  const linked = page.getByRole('region', { name: words.references.linkedByHand });
  await expect(linked.getByRole('button')).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: words.references.rename }).click();
  await page.keyboard.type('二十屆三中全會《決定》');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.ask('reference.list', {}))[0]?.name).toBe('二十屆三中全會《決定》');
  await linked.getByRole('button').first().click();
  await expect(readerOf(page)).toBeVisible();
});
