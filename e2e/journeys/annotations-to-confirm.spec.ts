import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, startWithArticle } from '../steps/corpus.ts';
import { categoryId } from '../steps/picker.ts';
import { readerOf, selectByMouse, spanOf } from '../steps/reader.ts';
import { annotationRow, annotationRows } from '../steps/shell.ts';
import { say, words } from '../steps/words.ts';

const WORDED = ['國家安全是中國式現代化行穩致遠的重要基礎', '國家安全乃是中國式的現代化行穩致遠之重要基石'] as const;
const GONE = '在平安創建中';
const SHIFTED = ['健全社會治理體系', '我省廣大黨員'] as const;
const AROUND = '力量在人民';

/** Another copy of the article, with a new line at its head and some words changed, takes the place of its text. */
async function replaceText(workbench: Workbench, article: ArticleText): Promise<void> {
  const changed = article.text
    .replace(...WORDED)
    .replace(`${GONE},`, '')
    .replace(`根基在人民,${AROUND}`, `根基就在人民、${AROUND}`);
  await importArticle(workbench, { text: `新加的一行題目\n${changed}`, name: 'copy.txt' });
  const [pair] = await workbench.ask('duplicate.list', {});
  if (pair === undefined) throw new Error('the copy was not noticed');
  await workbench.ask('duplicate.decide', { id: pair.id, version: pair.version, decision: 'replaced' });
}

test('annotations that a new text left in doubt come first; they are confirmed, placed anew or removed', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'certain');
  const { page } = workbench;
  for (const exact of [WORDED[0], GONE, ...SHIFTED, AROUND]) {
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: spanOf(article.text, exact),
      exact,
      links: [{ id: uuidv7(), categoryId: categoryId('13·52'), relation: null }],
    });
  }
  const stored = () => workbench.ask('annotation.list', { articleId: article.id });
  const found = async (exact: string) => (await stored()).find((each) => each.exact === exact);
  const waiting = async () =>
    (await stored()).filter(({ toConfirm, anchorState }) => toConfirm !== null || anchorState === 'orphan').length;
  await replaceText(workbench, article);
  const filter = page.getByRole('button', { name: say(words.confirm.count_other, { count: 5 }) });
  await expect(filter).toBeVisible();
  const reworded = annotationRow(page, WORDED[1]);
  const orphan = annotationRow(page, GONE);

  await test.step('each shows what it stood on and what it stands on', async () => {
    await expect(reworded).toContainText(words.confirm.approximate);
    await expect(reworded.locator('.place-former')).toContainText(WORDED[0]);
    await expect(reworded.locator('ins')).toHaveText(['乃', '的', '之', '石']);
    await expect(orphan).toContainText(words.confirm.orphan);
    await expect(orphan.getByRole('button', { name: words.confirm.confirm })).toHaveCount(0);
    await expect(annotationRow(page, AROUND)).toContainText(words.confirm.moved);
    await expect(annotationRow(page, SHIFTED[0])).toContainText(words.confirm.shifted);
    const rule = readerOf(page).locator('mark', { hasText: '國家安全乃是' });
    await expect(rule).toHaveAttribute('style', /repeating-linear-gradient/);
    await expect(rule).toHaveAttribute('aria-description', new RegExp(words.confirm.group));
    expect(await barriers(page), 'annotations to confirm').toEqual([]);
  });

  await test.step('what only shifted is confirmed in one go', async () => {
    await page.getByRole('button', { name: say(words.confirm.allShifted_other, { count: 2 }) }).click();
    await expect.poll(waiting).toBe(3);
    await expect(page.getByText(words.confirm.others)).toBeVisible();
    await page.getByRole('button', { name: say(words.confirm.count_other, { count: 3 }) }).click();
    await expect(annotationRows(page)).toHaveCount(3);
    await page.getByRole('button', { name: say(words.confirm.count_other, { count: 3 }) }).click();
    await expect(annotationRows(page)).toHaveCount(5);
  });

  await test.step('by keys, from the text', async () => {
    await readerOf(page).focus();
    await page.keyboard.press('n');
    await expect(reworded).toHaveAttribute('data-active', 'true');
    await page.keyboard.press('c');
    await expect.poll(async () => (await found(WORDED[1]))?.toConfirm).toBeNull();
    await expect(annotationRow(page, AROUND)).toHaveAttribute('data-active', 'true');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await found(WORDED[1]))?.toConfirm).toBe('approximate');
    await expect(reworded).toContainText(words.confirm.approximate);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(waiting).toBe(2);
  });

  await test.step('by keys, from the list', async () => {
    const main = annotationRow(page, AROUND).getByRole('button').first();
    await main.focus();
    await page.keyboard.press('c');
    await expect.poll(waiting).toBe(1);
    await expect(orphan.getByRole('button').first()).toBeFocused();
  });

  await test.step('what was not found is placed anew', async () => {
    await orphan.getByRole('button', { name: words.confirm.placeAnew }).click();
    await expect(orphan.getByRole('status')).toHaveText(say(words.confirm.placing, { key: 'Enter' }));
    await expect(readerOf(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(orphan.getByRole('status')).toBeEmpty();
    await orphan.getByRole('button', { name: words.confirm.placeAnew }).click();
    const place = '大同市平城區創新';
    const offer = page.getByRole('main').getByRole('button', { name: words.confirm.placeHere });
    await selectByMouse(page, place, 0, offer);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await found(place))?.anchorState).toBe('placed');
    await expect(page.getByText(words.confirm.group, { exact: true })).toHaveCount(0);
    await expect(annotationRow(page, place)).toHaveAttribute('data-active', 'true');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await found(GONE))?.anchorState).toBe('orphan');
  });

  await test.step('or removed', async () => {
    await orphan.getByRole('button', { name: words.confirm.remove, exact: true }).click();
    await expect.poll(waiting).toBe(0);
    await expect(annotationRows(page)).toHaveCount(4);
  });
});
