import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { applyRepairs, proposeRepairs } from '#domain/repair/repair-text.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { finish, makeCorpus, sampleText } from '../steps/corpus.ts';
import { spanOf } from '../steps/reader.ts';
import { like, words } from '../steps/words.ts';

const whole = applyRepairs(sampleText, proposeRepairs(sampleText).repairs, 'all').text;
/** A mirror that lost a paragraph. */
const damaged = sampleText.split('\n').toSpliced(3, 1).join('\n');
const printed = (outlet: string, day: string, text: string) => `${day}    來源：${outlet}\n${text}`;
const other = '各地抓緊落實改革任務，群眾說日子更安穩了。\n全省上下正把改革部署化作行動。\n'.repeat(4);

async function importTexts(workbench: Workbench, ...texts: [name: string, text: string][]): Promise<string[]> {
  const sources = texts.map(([name, text]) => ({ name, text }));
  const { files } = await finish<{ files: { articleId: string }[] }>(
    workbench,
    await workbench.ask('article.import', { sources }),
  );
  return files.map(({ articleId }) => articleId);
}

const flowNumber = (page: Page, label: string) =>
  page.locator('.flow').getByText(label, { exact: true }).locator('xpath=following-sibling::strong');

test('copies decided, reprints counted, an article left out: the numbers are those of the corpus', async ({
  workbench,
}) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const [earlier = ''] = await importTexts(workbench, ['damaged.txt', damaged]);
  const { text, revisionId } = await workbench.ask('article.get', { articleId: earlier });
  const exact = '健全國家安全體系';
  const span = spanOf(text, exact);
  await workbench.ask('annotation.create', { id: uuidv7(), articleId: earlier, revisionId, span, exact, links: [] });
  await importTexts(
    workbench,
    ['whole.txt', whole],
    ['whole-again.txt', whole],
    ['hebei.txt', printed('河北日報', '2024-08-06', other)],
    ['shandong.txt', printed('大眾日報', '2024-08-07', other)],
    ['note.txt', '編輯部啟事：本期延後出版，敬請讀者諒解。'],
  );
  await page.getByRole('button', { name: words.corpus.title }).click();
  await expect(flowNumber(page, words.corpus.found)).toHaveText('6');
  expect(await barriers(page), 'before').toEqual([]);

  await page.getByRole('button', { name: words.corpus.compare }).click();
  await expect(page.getByRole('group', { name: words.corpus.compare })).toBeVisible();
  await page.getByRole('button', { name: words.corpus.takeText }).click();
  await expect(page.getByText(words.corpus.noCopies)).toBeVisible();
  expect((await workbench.ask('article.get', { articleId: earlier })).text).toBe(whole);
  const [annotation] = await workbench.ask('annotation.list', { articleId: earlier });
  expect(annotation).toMatchObject({ exact, anchorState: 'placed' });

  await page.getByRole('radiogroup', { name: words.corpus.counting }).getByText(words.corpus.countings.none).click();
  await expect(page.getByText(words.corpus.countingHints.none)).toBeVisible();
  await page
    .getByRole('row')
    .filter({ hasText: '大眾日報' })
    .getByRole('button', { name: words.corpus.setSource })
    .click();
  await expect(page.getByText(words.corpus.sourceSaid)).toBeVisible();

  const row = page.locator('.article-row').filter({ hasText: '編輯部啟事' });
  await row.getByRole('button', { name: like(words.library.menu) }).click();
  await page.getByRole('menuitem', { name: words.exclusion.leaveOut }).click();
  await page.getByRole('dialog').getByText(words.exclusion.reasons['no-article']).click();
  await page.getByRole('button', { name: words.exclusion.confirm, exact: true }).click();
  await expect(row.getByText(words.exclusion.leftOut)).toBeVisible();

  const flow = await workbench.ask('corpus.flow', {});
  const articles = await workbench.ask('article.list', {});
  const included = articles.filter(({ exclusion }) => exclusion === null);
  expect(flow).toMatchObject({
    found: 6,
    refused: 0,
    duplicates: 2,
    excluded: [{ reason: 'no-article', articles: 1 }],
    included: included.length,
    reprints: { articles: included.filter(({ familyId }) => familyId !== null).length, families: 1 },
    counted: 1,
  });
  await expect(flowNumber(page, words.corpus.included)).toHaveText('3');
  await expect(flowNumber(page, words.corpus.counted)).toHaveText('1');
  expect(await barriers(page), 'after').toEqual([]);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
});

test('the record of an import is saved as a table', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  await importTexts(workbench, ['=cmd.txt', other], ['again.txt', other]);
  const [latest] = await workbench.ask('import.list', {});
  const { file, name } = await finish<{ file: string; name: string }>(
    workbench,
    await workbench.ask('import.export', { importId: latest?.id ?? '', language: 'zh-Hant' }),
  );
  expect(name).toMatch(/^import-\d{4}-\d\d-\d\d\.csv$/);
  expect(file).not.toBe('');
  await page.getByRole('button', { name: words.corpus.title }).click();
  await expect(page.getByRole('row').filter({ hasText: '林硯' })).toContainText('1');
  if (workbench.host !== 'browser') return;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.importReport.saveReport }).first().click(),
  ]);
  const table = readFileSync(await download.path(), 'utf8');
  expect(table.startsWith('\uFEFF檔案,結果')).toBe(true);
  expect(table).toContain(`"'=cmd.txt",已匯入`);
  expect(table).toContain('again.txt,重複');
});
