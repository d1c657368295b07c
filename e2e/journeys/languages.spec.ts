import type { Language } from '#domain/contract/values.ts';
import { catalogues } from '#domain/languages/interface/index.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { openSettings } from '../steps/shell.ts';
import { words } from '../steps/words.ts';

const hans = catalogues['zh-Hans'];
const { en } = catalogues;

test('繁體, 简体 and English, switched while running, kept for the next start', async ({ workbench }) => {
  await startWithArticle(workbench);
  const { page } = workbench;
  const lang = () => page.evaluate(() => document.documentElement.lang);
  expect(await lang()).toBe('zh-Hant');
  const settings = await openSettings(page);

  await settings.getByText(words.settings.languages['zh-Hans'], { exact: true }).click();
  await expect(page.getByRole('dialog', { name: hans.settings.title })).toBeVisible();
  expect(await lang()).toBe('zh-Hans');

  await page.getByRole('dialog').getByText(hans.settings.languages.en, { exact: true }).click();
  await expect(page.getByRole('dialog', { name: en.settings.title })).toBeVisible();
  expect(await lang()).toBe('en');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: en.shell.library })).toBeVisible();
  await expect(page.getByRole('document', { name: en.reading.text })).toBeVisible();
  await expect(page.getByRole('treegrid', { name: en.codebook.tree })).toContainText(
    'Modernising the national security system',
  );

  const again = await workbench.restart();
  await expect(again.getByRole('navigation', { name: en.shell.library })).toBeVisible();
  expect(await again.evaluate(() => document.documentElement.lang)).toBe('en');
  await again.getByRole('button', { name: en.shell.programMenu, exact: true }).click();
  await again.getByRole('menuitem', { name: en.settings.title }).click();
  await again.getByRole('dialog').getByText(en.settings.languages['zh-Hant'], { exact: true }).click();
  await again.keyboard.press('Escape');
  await expect(again.getByRole('navigation', { name: words.shell.library })).toBeVisible();
  expect(await again.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
});

for (const [language, { shell }] of Object.entries(catalogues)) {
  test(`nothing is pushed out of the window: ${language}`, async ({ workbench }) => {
    await startWithArticle(workbench);
    const { page } = workbench;
    await workbench.ask('preference.set', { language: language as Language });
    await expect(page.getByRole('navigation', { name: shell.library })).toBeVisible();
    for (const button of [shell.programMenu, shell.hideMargin])
      await expect(page.getByRole('button', { name: button, exact: true })).toBeInViewport({ ratio: 1 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}

test('the text of an article keeps its own language whatever the interface speaks', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const langs = { hant: 'zh-Hant', hans: 'zh-Hans', mixed: 'zh' };
  const expected = article.script === null ? 'zh-Hant' : langs[article.script];
  await expect(readerOf(page)).toHaveAttribute('lang', expected);
  await workbench.ask('preference.set', { language: 'en' });
  await expect(page.getByRole('document', { name: en.reading.text })).toHaveAttribute('lang', expected);
});
