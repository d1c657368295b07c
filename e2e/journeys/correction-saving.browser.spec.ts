import { expect, test } from '../fixtures/workbench.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { words } from '../steps/words.ts';

test('what is typed while a correction is being saved is not taken, rather than lost', async ({ workbench }) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'all');
  await openArticle(workbench, article);
  await readerOf(page).press('F2');
  const editor = page.getByRole('textbox', { name: words.correction.text });
  await expect(editor).toBeFocused();
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest((request) => request.postData()?.includes('"article.correct"') === true);
  await page.route('**/send', async (route) => {
    if (route.request().postData()?.includes('"article.correct"') === true) await held;
    await route.continue();
  });

  await page.keyboard.type('甲');
  await page.keyboard.press('Control+s');
  await asked;
  const shown = (await editor.innerText()).replaceAll(/\s/gu, '');
  await page.keyboard.type('乙');
  expect((await editor.innerText()).replaceAll(/\s/gu, '')).toBe(shown);
  release();
  await expect(editor).toHaveCount(0);
  const { text } = (await workbench.ask('article.get', { articleId: article.id })) as { text: string };
  expect(text).toContain('甲');
  expect(text.replaceAll(/\s/gu, '')).toBe(shown);
});
