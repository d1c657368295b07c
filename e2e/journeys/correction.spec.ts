import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { test, type Workbench } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { readerOf, selectByMouse } from '../steps/reader.ts';
import { say, words } from '../steps/words.ts';

const text = words.correction;
const editor = (page: Page) => page.getByRole('textbox', { name: text.text });
const bar = (page: Page) => page.getByRole('toolbar', { name: text.title });

async function start(workbench: Workbench, quotes: string[]) {
  const page = await workbench.start();
  await makeCorpus(workbench);
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'all');
  for (const quote of quotes) {
    const begin = article.text.indexOf(quote);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start: begin, end: begin + quote.length },
      exact: quote,
      links: [],
    });
  }
  await openArticle(workbench, article);
  return { page, articleId: article.id, original: article.text };
}

/** Puts the selection of the editor over the first occurrence of words within one paragraph. */
async function selectWords(page: Page, quote: string): Promise<void> {
  await editor(page).evaluate((root, wanted) => {
    for (const paragraph of root.querySelectorAll('p')) {
      const at = paragraph.textContent.indexOf(wanted);
      if (at < 0) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const ends: [Node, number][] = [];
      let passed = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        for (const end of [at, at + wanted.length]) {
          const inside = end === at ? end >= passed && end < passed + length : end > passed && end <= passed + length;
          if (inside) ends.push([node, end - passed]);
        }
        passed += length;
      }
      const [first, last] = ends;
      if (first === undefined || last === undefined) throw new Error(`“${wanted}” is not there`);
      document.getSelection()?.setBaseAndExtent(first[0], first[1], last[0], last[1]);
      paragraph.scrollIntoView({ block: 'center' });
      return;
    }
    throw new Error(`“${wanted}” is in no paragraph`);
  }, quote);
  // The editor takes the selection over when the browser has told it.
  await page.waitForTimeout(100);
}

test('retyped by Backspace and by an input method, an annotated passage keeps its annotation', async ({
  workbench,
}) => {
  const { page, articleId, original } = await start(workbench, ['總體國家安全觀', '食品藥品安全', '應急管理']);
  const quotes = async () => (await workbench.ask('annotation.list', { articleId })).map(({ exact }) => exact);
  const before = await quotes();
  await page.getByRole('button', { name: text.begin }).click();
  await expect(editor(page)).toBeFocused();
  expect(await barriers(page)).toEqual([]);

  // Backspace over the whole passage, then typed anew.
  await selectWords(page, '食品藥品安全');
  await page.keyboard.press('ArrowRight');
  for (let pressed = 0; pressed < 6; pressed++) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('食品和藥品');
  // A composition that replaces the passage.
  await selectWords(page, '應急管理');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'yingji', selectionStart: 6, selectionEnd: 6 });
  await session.send('Input.imeSetComposition', { text: '應變', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '應變管理' });
  await expect(editor(page)).toContainText('應變管理');
  await expect(bar(page)).toContainText(say(text.changes_other, { shown: '2' }));
  await page.keyboard.press('Control+s');
  await expect(bar(page)).toBeHidden();
  await expect(readerOf(page)).toContainText('食品和藥品');
  const expected = before.map((quote) => ({ 食品藥品安全: '食品和藥品', 應急管理: '應變管理' })[quote] ?? quote);
  expect(await quotes()).toEqual(expected);

  // Paragraphs joined and parted; taken back inside the mode nothing remains; an unsaved change asks.
  await readerOf(page).press('F2');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(say(text.changes_other, { shown: '1' }));
  await page.keyboard.press('Control+z');
  await expect(bar(page)).toContainText(text.none);
  await page.keyboard.insertText('又');
  await page.keyboard.press('Escape');
  const asked = page.getByRole('alertdialog');
  expect(await barriers(page)).toEqual([]);
  await asked.getByRole('button', { name: text.discard }).click();
  await expect(bar(page)).toBeHidden();

  // Nothing but this mode changes the text.
  await readerOf(page).focus();
  await page.keyboard.insertText('闖入');
  await expect(readerOf(page)).not.toContainText('闖入');

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('article.get', { articleId })).text).toBe(original);
  expect(await quotes()).toEqual(before);
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
});

test('what was typed and not saved is there after the program was killed, and gone once it is saved', async ({
  workbench,
}) => {
  const { page, articleId, original } = await start(workbench, ['總體國家安全觀']);
  const drafts = async () => (await workbench.ask('session.get', {})).preferences.corrections ?? {};
  await readerOf(page).press('F2');
  await selectWords(page, '總體國家安全觀');
  await page.keyboard.insertText('國家總體安全觀');
  await expect.poll(async () => Object.keys(await drafts())).toEqual([articleId]);
  await workbench.kill();

  const again = await workbench.start();
  await expect(bar(again)).toContainText(say(text.changes_other, { shown: '1' }));
  await expect(editor(again)).toContainText('國家總體安全觀');
  expect((await workbench.ask('article.get', { articleId })).text).toBe(original);
  await bar(again).getByRole('button', { name: text.save }).click();
  await expect(bar(again)).toBeHidden();
  expect((await workbench.ask('article.get', { articleId })).text).toBe(
    original.replace('總體國家安全觀', '國家總體安全觀'),
  );
  await expect.poll(async () => Object.keys(await drafts())).toEqual([]);
});

test('what was typed last is kept when another view is opened at once; what was discarded stays away', async ({
  workbench,
}) => {
  const { page, articleId } = await start(workbench, []);
  const drafts = async () => (await workbench.ask('session.get', {})).preferences.corrections ?? {};
  await readerOf(page).press('F2');
  await selectWords(page, '總體國家安全觀');
  // A window so busy that there is never time: what waits for it comes when the test says so, even when it was called off.
  const late = await page.evaluateHandle(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    window.cancelIdleCallback = () => {};
    return waiting;
  });
  const comeLate = () =>
    late.evaluate((waiting) => {
      for (const callback of waiting.splice(0)) callback({ didTimeout: true, timeRemaining: () => 0 });
    });
  await page.keyboard.insertText('國家總體安全觀');
  await page.getByRole('button', { name: words.codebooks.manage }).click();
  await expect(editor(page)).toHaveCount(0);
  await comeLate();
  await expect.poll(async () => (await drafts())[articleId]?.changes.length).toBe(1);
  await page.goBack();
  await expect(editor(page)).toContainText('國家總體安全觀');
  await expect(bar(page)).toContainText(say(text.changes_other, { shown: '1' }));

  await selectWords(page, '應急管理');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: text.discard }).click();
  await expect(editor(page)).toHaveCount(0);
  await comeLate();
  await expect.poll(drafts).toEqual({});
  await expect(readerOf(page)).toBeVisible();
  await page.getByRole('button', { name: words.codebooks.manage }).click();
  await page.goBack();
  await expect(readerOf(page)).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

test('what was corrected is shown by revision; an annotation without its words waits to be placed again', async ({
  workbench,
}) => {
  const { page, articleId } = await start(workbench, ['完善公共安全治理機制', '總體國家安全觀']);
  await readerOf(page).press('F2');
  await selectWords(page, '總體國家安全觀');
  await page.keyboard.press('Delete');
  // What is typed and not saved stays when another place is looked at.
  await expect(bar(page)).toContainText(say(text.changes_other, { shown: '1' }));
  await page.getByRole('button', { name: words.codebooks.manage }).click();
  await page.goBack();
  await expect(bar(page)).toContainText(say(text.changes_other, { shown: '1' }));
  await bar(page).getByRole('button', { name: text.save }).click();
  await expect(page.getByText(say(text.savedOrphans_other, { count: 1 }))).toBeVisible();
  const orphan = async () =>
    (await workbench.ask('annotation.list', { articleId })).find(({ exact }) => exact.includes('國家安全觀'));
  expect(await orphan()).toMatchObject({ exact: '總體國家安全觀', anchorState: 'orphan' });

  await page.getByRole('button', { name: words.confirm.placeAnew }).first().click();
  await selectByMouse(page, '更好統籌發展和安全', 0, page.getByRole('button', { name: words.confirm.placeHere }));
  await page.getByRole('button', { name: words.confirm.placeHere }).click();
  await expect
    .poll(async () => (await workbench.ask('annotation.list', { articleId })).map(({ anchorState }) => anchorState))
    .toEqual(['placed', 'placed']);

  await page.getByRole('button', { name: text.revisions }).click();
  const dialog = page.getByRole('dialog', { name: text.revisions });
  await dialog.getByRole('button', { name: text.kinds.correction }).click();
  await expect(dialog.locator('del')).toHaveText('總體國家安全觀');
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), theme).toEqual([]);
  }
});
