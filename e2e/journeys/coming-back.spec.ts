import { renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/workbench.ts';
import { importArticle, openArticle, startWithArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { chooseOne } from '../steps/shell.ts';
import { words } from '../steps/words.ts';

async function widthOf(page: Page): Promise<number> {
  const box = await page.getByRole('navigation', { name: words.shell.library }).boundingBox();
  return box?.width ?? 0;
}

test('panes, place and coding status are as she left them', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const second = await importArticle(workbench, { text: '第二篇。\n另一篇文章的正文。', name: '第二篇' });
  const { page } = workbench;
  await openArticle(workbench, second);
  await chooseOne(page, words.coding.label, words.coding.complete);
  await openArticle(workbench, article);
  await chooseOne(page, words.coding.label, words.coding['in-progress']);

  const before = await widthOf(page);
  const separator = page.getByRole('separator', { name: words.shell.resizeLibrary });
  const box = await separator.boundingBox();
  if (box === null) throw new Error('the separator is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 200);
  await page.mouse.move(box.x + 90, box.y + 200);
  await page.mouse.up();
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before + 60);
  const wide = await widthOf(page);
  const { corpus } = await workbench.ask('session.get', {});
  const kept = async () => (await workbench.ask('session.get', {})).preferences;
  await expect.poll(async () => (await kept()).panes?.['columns']?.length).toBe(3);
  await expect.poll(async () => (await kept()).places?.[corpus?.id ?? '']).toContain(article.id);

  const again = await workbench.restart();
  await expect(readerOf(again)).toBeVisible();
  await expect(again.locator('[data-article-id][aria-current], [data-article-id] [aria-current="page"]')).toHaveCount(
    1,
  );
  expect(Math.abs((await widthOf(again)) - wide)).toBeLessThanOrEqual(2);
  await expect(
    again
      .getByRole('radiogroup', { name: words.coding.label })
      .getByRole('radio', { name: words.coding['in-progress'] }),
  ).toBeChecked();

  const remaining = again.getByRole('group', { name: words.library.remaining });
  await expect(remaining.getByRole('button', { name: words.coding['not-begun'] })).toContainText('0');
  await expect(remaining.getByRole('button', { name: words.coding['in-progress'] })).toContainText('1');
  await expect(remaining.getByRole('button', { name: words.coding.complete })).toContainText('1');
  await remaining.getByRole('button', { name: words.coding.complete }).click();
  const shown = again.getByRole('navigation', { name: words.shell.library }).getByRole('listitem');
  await expect(shown).toHaveCount(1);
  await expect(shown).toHaveAttribute('data-article-id', second.id);
});

test('a separator moves from the keyboard too', async ({ workbench }) => {
  await startWithArticle(workbench);
  const { page } = workbench;
  const before = await widthOf(page);
  await page.getByRole('separator', { name: words.shell.resizeLibrary }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before);
});

test('without its corpus file the program says so and offers to begin anew', async ({ workbench }) => {
  const { corpusFile } = await startWithArticle(workbench);
  await workbench.close();
  renameSync(corpusFile, `${corpusFile}.moved`);
  const page = await workbench.start();
  await expect(page.getByRole('heading', { level: 1, name: words.welcome.title })).toBeVisible();
  await expect(page.getByText(words.welcome.missing)).toBeVisible();
});
