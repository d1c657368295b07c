import { expect, test } from '../fixtures/workbench.ts';
import { importArticle, makeCorpus } from '../steps/corpus.ts';

test('what happens before the page hears of changes is on the page all the same', async ({ workbench }) => {
  const page = await workbench.start();
  let connect: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await page.route('**/events', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  // As long as a page that does not wait takes to ask who works here.
  await page.waitForTimeout(500);
  await makeCorpus(workbench);
  const { id } = await importArticle(workbench, { sample: 'shanxi' });
  connect();
  await expect(page.locator(`[data-article-id="${id}"] a`)).toBeVisible();
});
