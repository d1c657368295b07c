import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { categoryId, choose, editorOf, pickerOf } from '../steps/picker.ts';
import { offsetOf, selectByMouse } from '../steps/reader.ts';
import { annotationRow, openBackups, openReport, openSettings, chooseInMenu } from '../steps/shell.ts';
import { metadataPanel } from '../steps/metadata.ts';
import { words } from '../steps/words.ts';

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function annotateSeveral(
  workbench: Workbench,
  article: { id: string; revisionId: string; text: string },
): Promise<void> {
  for (const [quote, number] of [
    ['國家安全是中國式', '13·50'],
    ['為國家安全厚植社會土壤', '13·51'],
    ['厚植社會', '8·30'],
    ['不斷提升社會治理效能', '13·52'],
  ] as const) {
    const start = offsetOf(article.text, quote);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start, end: start + quote.length },
      exact: quote,
      note: quote.length > 10 ? '一則筆記' : '',
      links: [{ id: uuidv7(), categoryId: categoryId(number), relation: 'adapted' }],
    });
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`nothing keeps anybody out, ${theme}: the welcome`, async ({ workbench }) => {
    const page = await workbench.start();
    await workbench.ask('preference.set', { theme });
    await expect(page.getByRole('heading', { level: 1, name: words.welcome.title })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
    await expect(page.getByText(words.welcome.nameNeeded)).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });

  test(`nothing keeps anybody out, ${theme}: workspace, annotations and picker`, async ({ workbench }) => {
    test.slow();
    const { article } = await startWithArticle(workbench);
    const { page } = workbench;
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), 'an article without annotations').toEqual([]);
    await annotateSeveral(workbench, article);
    await annotationRow(page, '為國家安全厚植社會土壤').getByRole('button').first().click();
    await expect(page.getByRole('group', { name: words.annotations.details })).toBeVisible();
    expect(await barriers(page), 'an annotation open').toEqual([]);
    await page.getByRole('button', { name: words.codebook.expandAll }).click();
    expect(await barriers(page), 'the whole codebook').toEqual([]);
    await page.keyboard.press('Escape');
    await selectByMouse(page, '健全社會治理體系');
    expect(await barriers(page), 'a selection').toEqual([]);
    await page.keyboard.press('Enter');
    await choose(pickerOf(page), '51', '13·51');
    await pickerOf(page).getByRole('combobox', { name: words.picker.filter }).fill('安全');
    expect(await barriers(page), 'the picker').toEqual([]);
    await page.keyboard.press('Escape');
    await annotationRow(page, '國家安全是中國式').getByRole('button').first().click();
    await page.getByRole('button', { name: words.annotations.addCategory }).click();
    await expect(editorOf(page)).toBeVisible();
    expect(await barriers(page), 'the picker, editing').toEqual([]);
  });

  test(`nothing keeps anybody out, ${theme}: dialogs and menus`, async ({ workbench }) => {
    test.slow();
    await startWithArticle(workbench);
    const { page } = workbench;
    await workbench.ask('preference.set', { theme });
    await openSettings(page);
    expect(await barriers(page), 'settings').toEqual([]);
    await closeDialog(page);
    await openBackups(page);
    expect(await barriers(page), 'backups').toEqual([]);
    await closeDialog(page);
    await openReport(page);
    expect(await barriers(page), 'report').toEqual([]);
    await closeDialog(page);
    await chooseInMenu(page, words.help.title);
    await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
    expect(await barriers(page), 'shortcuts').toEqual([]);
    await closeDialog(page);
    await page.getByRole('button', { name: words.metadata.edit }).click();
    await expect(metadataPanel(page)).toBeVisible();
    expect(await barriers(page), 'metadata').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(metadataPanel(page)).toBeHidden();
    await page.getByRole('button', { name: words.shell.programMenu, exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await barriers(page), 'a menu').toEqual([]);
  });
}
