import { storedAnnotations } from '../fixtures/corpus-file.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { damage } from '../steps/broken-files.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { filterTo, pickerOf } from '../steps/picker.ts';
import { selectByMouse } from '../steps/reader.ts';
import { annotationRows, openBackups } from '../steps/shell.ts';
import { like, words } from '../steps/words.ts';

test('made, listed, and restored; the state before is kept too', async ({ workbench }) => {
  const { corpusFile } = await startWithArticle(workbench);
  const { page } = workbench;
  const annotate = async (quote: string) => {
    await selectByMouse(page, quote);
    await page.keyboard.press('Enter');
    await filterTo(pickerOf(page), '51', '13·51');
    await page.keyboard.press('Enter');
  };
  const quotes = () => storedAnnotations(corpusFile).map(({ exact }) => exact);
  await annotate('為國家安全厚植社會土壤');
  await expect.poll(quotes).toEqual(['為國家安全厚植社會土壤']);

  const dialog = await openBackups(page);
  const list = dialog.getByRole('list', { name: words.backups.list });
  const byHand = list.getByRole('listitem').filter({ hasText: words.backups.occasions.hand });
  await dialog.getByRole('button', { name: words.backups.make }).click();
  await expect(byHand).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await annotate('不斷提升社會治理效能');
  await expect.poll(() => quotes().length).toBe(2);

  await openBackups(page);
  await byHand.getByRole('button', { name: like(words.backups.restoreAt) }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(words.backups.confirmBody);
  await question.getByRole('button', { name: words.backups.confirm, exact: true }).click();
  await expect(question).toBeHidden();
  await expect.poll(quotes).toEqual(['為國家安全厚植社會土壤']);
  await expect(annotationRows(page)).toHaveCount(1);

  const after = await openBackups(page);
  const before = after.getByRole('listitem').filter({ hasText: words.backups.occasions.restore });
  await expect(before).toHaveCount(1);
  await before.getByRole('button', { name: like(words.backups.restoreAt) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words.backups.confirm, exact: true }).click();
  await expect.poll(() => quotes().length).toBe(2);
  await expect(annotationRows(page)).toHaveCount(2);
});

test('a damaged corpus is put back from the welcome, where the program says what is wrong', async ({ workbench }) => {
  const { corpusFile } = await startWithArticle(workbench);
  await selectByMouse(workbench.page, '為國家安全厚植社會土壤');
  await workbench.page.keyboard.press('Enter');
  await filterTo(pickerOf(workbench.page), '51', '13·51');
  await workbench.page.keyboard.press('Enter');
  await expect.poll(() => storedAnnotations(corpusFile).length).toBe(1);
  const made = await openBackups(workbench.page);
  await made.getByRole('button', { name: words.backups.make }).click();
  const byHand = { hasText: words.backups.occasions.hand };
  await expect(made.getByRole('listitem').filter(byHand)).toHaveCount(1);
  await workbench.close();
  damage(corpusFile);
  const page = await workbench.start();
  await expect(page.getByRole('alert')).toContainText(like(words.errors['corpus-damaged']));
  await page.getByRole('button', { name: words.welcome.restore }).click();
  const backup = page.getByRole('dialog').getByRole('listitem').filter(byHand);
  await backup.getByRole('button', { name: like(words.backups.restoreAt) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words.backups.confirm, exact: true }).click();
  await expect(annotationRows(page)).toHaveCount(1);
  expect(storedAnnotations(corpusFile).map(({ exact }) => exact)).toEqual(['為國家安全厚植社會土壤']);
});
