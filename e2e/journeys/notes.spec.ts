import { expect } from '@playwright/test';
import { test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { annotateQuote, startWithArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { annotationRow } from '../steps/shell.ts';
import { words } from '../steps/words.ts';

test('a note has emphasis, lists and links to other annotations, is kept as Markdown, and leads there', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'all');
  const { page } = workbench;
  const first = await annotateQuote(workbench, article, '國家安全體系', { note: 'a < b & c\n又一行' });
  const other = await annotateQuote(workbench, article, '社會治理體系');
  const stored = async () =>
    (await workbench.ask('annotation.list', { articleId: article.id })).find(({ id }) => id === first.id)?.note;

  await annotationRow(page, '國家安全體系').locator('.annotation-main').click();
  const details = page.getByRole('group', { name: words.annotations.details });
  const note = details.getByRole('textbox', { name: words.annotations.note });
  await expect(note).toContainText('a < b & c');
  // Gone into and left, it is as it was.
  await note.click();
  await page.keyboard.press('Control+Enter');
  await expect(readerOf(page)).toBeFocused();
  expect(await stored()).toBe('a < b & c\n又一行');

  // What looks like format or an entity is what was typed, also after it was saved and shown anew.
  const odd = 'x &lt; 5 * 3 * 2 _a_ [b] # c &amp; <i> 1. d';
  await note.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(odd);
  await page.keyboard.press('Control+Enter');
  await expect.poll(stored).not.toContain('又一行');
  await page.reload();
  await expect(note).toHaveText(odd);

  await note.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await details.getByRole('button', { name: words.notes.bold }).click();
  await page.keyboard.type('要點');
  await expect(note.locator('strong')).toHaveText('要點');
  await page.keyboard.press('Enter');
  await expect(note.locator('p')).toHaveCount(2);
  await page.keyboard.press('Control+b');
  await page.keyboard.type('見');
  await details.getByRole('button', { name: words.notes.link }).click();
  // Simplified finds Traditional.
  await details.getByRole('combobox', { name: words.notes.seek }).fill('社会治理');
  await expect(details.getByRole('option').first()).toContainText('社會治理體系');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const place = `#/article/${article.id}?annotation=${other.id}`;
  await expect.poll(stored).toContain(`[社會治理體系](${place})`);
  expect(await stored()).toContain('**要點**');

  await page.reload();
  await expect(annotationRow(page, '國家安全體系')).toHaveAttribute('data-active', 'true');
  await expect(note.locator('strong')).toHaveText('要點');
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), theme).toEqual([]);
  }
  // The picker shows it as it reads, and adds to it.
  await readerOf(page).focus();
  await page.keyboard.press('e');
  const picker = page.getByRole('dialog', { name: words.picker.editTitle });
  const inPicker = picker.getByRole('textbox', { name: words.picker.note });
  await expect(inPicker.locator('strong')).toHaveText('要點');
  await inPicker.press('Control+Home');
  await page.keyboard.type('再看：');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(picker).toBeHidden();
  await expect.poll(stored).toContain('再看：');
  expect(await stored()).toContain(`[社會治理體系](${place})`);

  await note.getByRole('link', { name: '社會治理體系' }).click();
  await expect(annotationRow(page, '社會治理體系')).toHaveAttribute('data-active', 'true');
  await expect(annotationRow(page, '國家安全體系')).toContainText('要點');
});
