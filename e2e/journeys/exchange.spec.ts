import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { storedAnnotations } from '../fixtures/corpus-file.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { v7 as uuidv7 } from 'uuid';
import { annotateQuote, makeCorpus, startWithArticle } from '../steps/corpus.ts';
import { exportAs, openExchange, PATIENCE, readIn } from '../steps/exchange.ts';
import { categoryId } from '../steps/picker.ts';
import { chooseOne } from '../steps/shell.ts';
import { words } from '../steps/words.ts';

const QUOTES = ['為國家安全厚植社會土壤', '不斷提升社會治理效能', '社會治理'];

test('a project goes out with its losses told, and comes into another corpus as one step', async ({ workbench }) => {
  test.slow();
  const { article, corpusFile } = await startWithArticle(workbench);
  for (const quote of QUOTES)
    await annotateQuote(workbench, article, quote, {
      note: `筆記：${quote}`,
      links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: 'adapted' }],
    });
  const before = storedAnnotations(corpusFile);
  const shown = await openExchange(workbench);
  await expect(shown.getByRole('table', { name: words.exchange.stays })).toBeVisible();
  await workbench.page.keyboard.press('Escape');
  const file = await exportAs(workbench, 'qdpx', 'project.qdpx');
  await expect.poll(() => existsSync(file), PATIENCE).toBe(true);
  expect(Object.keys(unzipSync(readFileSync(file))).toSorted()).toEqual(['project.qde', `sources/${article.id}.txt`]);

  const other = await makeCorpus(workbench);
  await expect(workbench.page.locator('[data-article-id]')).toHaveCount(0);
  const dialog = await readIn(workbench, file);
  await expect(dialog.getByRole('region', { name: words.exchange.comesIn })).toContainText('3');
  await dialog.getByRole('button', { name: words.exchange.import, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(workbench.page.locator(`[data-article-id="${article.id}"]`)).toHaveCount(1, PATIENCE);
  expect(storedAnnotations(other)).toEqual(before);
  await workbench.page.getByRole('button', { name: words.history.undo }).last().click();
  await expect(workbench.page.locator('[data-article-id]')).toHaveCount(0);
});

test('a broken project is refused in its dialog with the place, and nothing comes in', async ({ workbench }) => {
  test.slow();
  const { article } = await startWithArticle(workbench);
  await annotateQuote(workbench, article, QUOTES[0] ?? '', {
    links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: null }],
  });
  const file = await exportAs(workbench, 'qdpx', 'project.qdpx');
  await expect.poll(() => existsSync(file), PATIENCE).toBe(true);
  const parts = unzipSync(readFileSync(file));
  const project = strFromU8(parts['project.qde'] ?? new Uint8Array());
  const broken = project.replace(/endPosition="\d+"/, 'endPosition="99999"');
  writeFileSync(file, zipSync({ ...parts, 'project.qde': strToU8(broken) }));
  const line = broken.slice(0, broken.indexOf('endPosition="99999"')).split('\n').length;

  const other = await makeCorpus(workbench);
  const dialog = await readIn(workbench, file);
  await expect(dialog.getByRole('alert')).toContainText(`line ${line}`);
  await expect(dialog.getByRole('alert')).toContainText('99999');
  expect(storedAnnotations(other)).toEqual([]);
});

test('every format goes out, chosen by keyboard', async ({ workbench }) => {
  test.slow();
  const { article } = await startWithArticle(workbench);
  await annotateQuote(workbench, article, QUOTES[0] ?? '', {
    links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: null }],
  });
  const { page } = workbench;
  for (const [at, ending] of ['qdpx', 'qdc', 'jsonld', 'zip', 'jianzhu'].entries()) {
    const dialog = await openExchange(workbench);
    await dialog.getByRole('radio', { name: words.exchange.formats.qdpx }).focus();
    for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
    if (ending === 'zip') await chooseOne(dialog, words.exchange.readme, words.settings.languages['zh-Hans']);
    const button = dialog.getByRole('button', { name: words.exchange.export });
    await expect(button).toBeEnabled(PATIENCE);
    const file = await workbench.running.saveNextFile(workbench.path(`out.${ending}`), async () => {
      await button.focus();
      await page.keyboard.press('Enter');
    });
    await expect.poll(() => existsSync(file), PATIENCE).toBe(true);
    await expect(dialog).toBeHidden();
  }
  const deposit = unzipSync(readFileSync(workbench.path('out.zip')));
  expect(strFromU8(deposit['SHA256SUMS'] ?? new Uint8Array())).toMatch(/^[0-9a-f]{64} {2}README\.md$/m);
  expect(strFromU8(deposit['README.md'] ?? new Uint8Array())).toContain('| 文件 | 内容 |');
  expect(strFromU8(deposit['annotations.csv'] ?? new Uint8Array())).toContain(QUOTES[0]);
});

test('only what is chosen goes out', async ({ workbench }) => {
  await startWithArticle(workbench);
  const dialog = await openExchange(workbench);
  await chooseOne(dialog, words.exchange.scope, words.exchange.scopes.complete);
  await expect(dialog).toContainText(words.exchange.nobody);
  await expect(dialog.getByRole('button', { name: words.exchange.export })).toBeDisabled();
});
