import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, makeCorpus } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { like, words } from '../steps/words.ts';

const reference = [
  '一、总体要求',
  '（一）因地制宜发展新质生产力，构建全国统一大市场。',
  '（二）加快新质生产力培育，完善示例制度。',
].join('\n');

test('fixed phrases are counted by article, a phrase of her own is followed, and each leads to its places', async ({
  workbench,
}) => {
  await workbench.start();
  await makeCorpus(workbench);
  const { page } = workbench;
  const texts = [
    ['示例甲省：因地制宜發展新質生產力', '示例甲省', '2024-09-01'],
    ['示例乙省：说说新质生产力，再说全国统一的大市场', '示例乙省', '2024-08-02'],
  ] as const;
  for (const [at, [text, outletProvince, publishedOn]] of texts.entries()) {
    const made = await importArticle(workbench, { text, name: `${at}.txt` });
    await workbench.ask('article.update', {
      articleId: made.id,
      version: made.version,
      metadata: { outletProvince, publishedOn },
    });
  }
  await page.getByRole('button', { name: like(words.shell.corpusMenu) }).click();
  await page.getByRole('menuitem', { name: words.formulas.open }).click();
  await expect(page.getByText(words.formulas.none)).toBeVisible();

  const file = join(workbench.folder, '意見.txt');
  writeFileSync(file, reference);
  await page.goto(`${page.url().split('#')[0]}#/references`);
  await page.locator('#reference-file-chooser').setInputFiles(file);
  await expect(page.locator('.reference-body')).toBeVisible();
  await page.getByRole('button', { name: like(words.shell.corpusMenu) }).click();
  await page.getByRole('menuitem', { name: words.formulas.open }).click();
  const table = page.getByRole('table', { name: words.formulas.title });
  const row = (phrase: string) => table.getByRole('row', { name: like(phrase) });
  // Counting is a job of its own.
  await expect(row('新质生产力').first()).toContainText('2024-08-02 示例乙省', { timeout: 30_000 });
  expect(await barriers(page)).toEqual([]);

  const own = page.getByRole('textbox', { name: words.formulas.own });
  await own.fill('全國統一大市場');
  await own.press('Enter');
  const followed = row('全國統一大市場');
  await expect(followed.getByRole('cell').nth(0)).toHaveText('0', { timeout: 30_000 });
  await expect(followed.getByRole('cell').nth(1)).toHaveText('1');
  await followed.getByRole('button').click();
  const details = page.getByRole('complementary', { name: '全國統一大市場' });
  await details.getByRole('checkbox', { name: words.formulas.older }).check();
  await expect(followed).toContainText(words.formulas.older);
  expect(await barriers(page)).toEqual([]);

  const target = await workbench.running.saveNextFile(workbench.path('formulas.csv'), async () => {
    await page.getByRole('button', { name: words.formulas.export }).click();
  });
  await expect.poll(() => existsSync(target)).toBe(true);
  const csv = readFileSync(target, 'utf8');
  expect(csv).toContain('新质生产力,2,0,2,2,2024-08-02,示例乙省,0,0,');
  expect(csv).toContain('全國統一大市場,0,1,2,1,2024-08-02,示例乙省,1,1,');

  // Up and down go through the phrases, and a passage leads to its words in the text.
  await row('新质生产力').first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary').filter({ has: page.locator('.formulas-name') })).toBeVisible();
  await followed.getByRole('button').click();
  await details.locator('.taken-up-passage').click();
  await expect(readerOf(page)).toContainText('全国统一的大市场');
});
