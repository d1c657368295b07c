import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { spanOf } from '../steps/reader.ts';
import { like, words } from '../steps/words.ts';

async function openReview(workbench: Workbench): Promise<string> {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'certain');
  await openArticle(workbench, article);
  await page.getByRole('button', { name: like(words.repairs.summary, { applied: '274' }) }).click();
  await expect(page.getByRole('listbox', { name: words.repairs.list })).toBeVisible();
  return article.id;
}

const details = (page: Page) => page.getByRole('region', { name: words.repairs.details });
const kind = (page: Page, name: string) =>
  page.getByRole('group', { name: words.repairs.byKind }).getByRole('button', { name });
const decided = (page: Page) => page.getByRole('radiogroup', { name: words.repairs.byDecision });
const selected = (page: Page) => page.getByRole('option', { selected: true });

test('the imported text beside the repaired one; each place is accepted, edited, refused and taken back by keys', async ({
  workbench,
}) => {
  const articleId = await openReview(workbench);
  const { page } = workbench;
  const textOf = async () => (await workbench.ask('article.get', { articleId })).text;
  const { text, revisionId } = await workbench.ask('article.get', { articleId });
  const exact = '緊密結合應急管理工作實際'.slice(1);
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId,
    revisionId,
    span: spanOf(text, exact),
    exact,
    links: [],
  });

  await kind(page, words.repairs.kinds['gbk-shift']).click();
  await expect(page.getByRole('option')).toHaveCount(10);
  await expect(details(page)).toContainText(words.repairs.reasons['shift-likely']);
  await page.keyboard.press('a');
  await expect(selected(page)).toContainText(words.repairs.decisions.accepted);
  await expect.poll(textOf).toContain('萌芽之時。“我們要緊密結合應急管理');

  await page.keyboard.press('r');
  await expect.poll(textOf).not.toContain('我們要緊密');
  await page.keyboard.press('1');
  await expect.poll(textOf).toContain('我們要緊密');

  // The next open one, in words of her own.
  await decided(page).getByText(words.repairs.decisions.open).click();
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: words.repairs.words });
  await expect(field).toBeFocused();
  await field.fill('。”公安廳');
  await field.press('Enter');
  await expect.poll(textOf).toContain('根本遵循。”公安廳');

  await decided(page).getByText(words.repairs.all).click();
  await kind(page, words.repairs.kinds['gbk-shift']).click();
  await kind(page, words.repairs.kinds['inline-pinyin']).click();
  await page.getByRole('button', { name: words.repairs.many }).click();
  await page
    .getByRole('menuitem', { name: like(words.repairs.takeBackKind, { name: words.repairs.kinds['inline-pinyin'] }) })
    .click();
  await expect.poll(textOf).toContain('應(yīng)急管理工作實際');
  const quotes = async () => (await workbench.ask('annotation.list', { articleId })).map((each) => each.exact);
  expect((await quotes())[0]).toContain('應(yīng)急管理');
  await page.keyboard.press('Control+z');
  await expect.poll(textOf).not.toContain('應(yīng)急管理工作實際');
  expect(await quotes()).toEqual([exact]);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('document', { name: words.reading.text })).toContainText('我們要緊密結合應急管理');
});

test('nothing in the review keeps anybody out, in light and in dark', async ({ workbench }) => {
  await openReview(workbench);
  const { page } = workbench;
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    await kind(page, words.repairs.kinds['gbk-shift']).click();
    expect(await barriers(page), theme).toEqual([]);
    await kind(page, words.repairs.kinds['gbk-shift']).click();
  }
});

test('what cannot be repaired is shown as such', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const text = '各地要认真学*贯彻全会精神，狠抓改革任务落实。\n他说，要把学*贯彻引向深入。';
  const article = await importArticle(workbench, { text, name: '遮字.txt' }, 'certain');
  await openArticle(workbench, article);
  await page.getByRole('button', { name: like(words.repairs.summaryFlags, { flags: '2' }) }).click();
  await expect(page.getByText(words.repairs.flaggedHint)).toBeVisible();
  await expect(page.getByRole('button', { name: words.repairs.flags['masked-word'] })).toHaveCount(2);
});
