import { applyRepairs, proposeRepairs } from '#domain/repair/repair-text.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { CODER, sampleText } from '../steps/corpus.ts';
import { readerOf, shownText } from '../steps/reader.ts';
import { words } from '../steps/words.ts';

/** With what is certain put right, as an import does unasked. */
const repaired = applyRepairs(sampleText, proposeRepairs(sampleText).repairs, 'certain').text;

test('from a name to the sample article, in four steps', async ({ workbench }) => {
  const page = await workbench.start();
  await expect(page.getByRole('heading', { level: 1, name: words.welcome.title })).toBeVisible();
  await page.getByRole('textbox', { name: words.welcome.yourName }).fill(CODER);
  await page.getByRole('textbox', { name: words.welcome.newCorpus }).fill('晉省');
  await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: words.library.importSample }).click();
  await expect(readerOf(page)).toBeVisible();
  expect(await shownText(page)).toBe(repaired);
  await expect(page.getByRole('navigation', { name: words.shell.library }).getByRole('listitem')).toHaveCount(1);
  const { coder, corpus } = await workbench.ask('session.get', {});
  expect([coder?.name, corpus?.name]).toEqual([CODER, '晉省']);
});

test('the sample, at one press', async ({ workbench }) => {
  const page = await workbench.start();
  await page.getByRole('textbox', { name: words.welcome.yourName }).fill(CODER);
  await page.getByRole('button', { name: words.welcome.sample }).click();
  // Six texts are repaired first.
  await expect(readerOf(page)).toBeVisible({ timeout: 30_000 });
  expect(await shownText(page)).toBe(repaired);
});

test('without a name nothing is made, and the page says what is missing', async ({ workbench }) => {
  const page = await workbench.start();
  await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
  await expect(page.getByText(words.welcome.nameNeeded)).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.welcome.yourName })).toBeFocused();
  const { coder, corpus, recent } = await workbench.ask('session.get', {});
  expect({ coder, corpus, recent }).toEqual({ coder: null, corpus: null, recent: [] });
});

test('the sample corpus comes and goes in one step each', async ({ workbench }) => {
  const page = await workbench.start();
  await page.getByRole('textbox', { name: words.welcome.yourName }).fill(CODER);
  await page.getByRole('textbox', { name: words.welcome.newCorpus }).fill('晉省');
  await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: words.sample.load }).click();
  // Six texts are repaired first.
  await expect(readerOf(page)).toBeVisible({ timeout: 30_000 });
  const library = page.getByRole('navigation', { name: words.shell.library });
  await expect(library.getByRole('listitem')).toHaveCount(6);
  await expect(library.getByText('示例甲日報')).toBeVisible();
  await page.getByRole('button', { name: words.sample.remove }).click();
  await expect(library.getByRole('listitem')).toHaveCount(0);
  await workbench.ask('history.undo', {});
  await expect(library.getByRole('listitem')).toHaveCount(6);
});
