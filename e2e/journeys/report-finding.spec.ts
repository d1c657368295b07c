import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { finish, makeCorpus } from '../steps/corpus.ts';
import { words } from '../steps/words.ts';

const NAME = '五省之比';

test('a comparison that was kept is reported, with its numbers and its picture', async ({ workbench }) => {
  test.slow();
  const page = await workbench.start();
  await makeCorpus(workbench);
  await finish(workbench, await workbench.ask('sample.load', {}));
  await page.evaluate(() => (location.hash = '#/matrix'));
  await page.getByRole('button', { name: words.commands.keepFinding }).click();
  await page.getByRole('textbox', { name: words.findings.name }).fill(NAME);
  await page.getByRole('button', { name: words.findings.keep, exact: true }).click();
  await page.getByRole('button', { name: words.findings.show, exact: true }).click();
  await page.getByRole('button', { name: words.report.ofFinding }).click();

  const dialog = page.getByRole('dialog', { name: words.report.title });
  await expect(dialog.locator('.composer-subject')).toContainText(NAME);
  const preview = dialog.locator('.composer-sheet');
  await expect(preview.locator('h1')).toHaveText(NAME);
  await expect(preview.locator('.compared')).toHaveCount(1);
  // A picture that cannot be shown has no width.
  await expect
    .poll(() =>
      preview
        .locator('figure img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
  expect(await barriers(page)).toEqual([]);

  await test.step('left out, neither stands in it', async () => {
    const choice = dialog
      .getByRole('group', { name: words.report.findingsLabel })
      .getByRole('checkbox', { name: NAME });
    await expect(choice).toBeChecked();
    await choice.press('Space');
    await expect(choice).not.toBeChecked();
    await expect(preview.locator('.compared')).toHaveCount(0);
    await choice.press('Space');
    await expect(preview.locator('.compared')).toHaveCount(1);
  });

  const save = async (name: string) => {
    const file = await workbench.running.saveNextFile(workbench.path(name), async () => {
      await dialog.getByRole('button', { name: words.report.export }).click();
    });
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect(dialog).toBeHidden();
    return readFileSync(file);
  };
  const html = (await save('five.html')).toString('utf8');
  expect(html).toContain(NAME);
  expect(html).toContain('data:image/svg+xml;base64,');

  await test.step('in Word, with images that programs without drawings show', async () => {
    await page.getByRole('button', { name: words.report.ofFinding }).click();
    await dialog.getByRole('combobox', { name: words.report.format }).selectOption('docx');
    const parts = unzipSync(await save('five.docx'));
    const images = Object.entries(parts).filter(([path]) => /^word\/media\/.*\.png$/.test(path));
    expect(images.length).toBeGreaterThan(0);
    for (const [, bytes] of images) expect(Buffer.from(bytes).subarray(1, 4).toString('latin1')).toBe('PNG');
  });
  expect(workbench.faults).toEqual([]);
});
