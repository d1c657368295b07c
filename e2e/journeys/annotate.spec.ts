import { v7 as uuidv7 } from 'uuid';
import { storedAnnotations } from '../fixtures/corpus-file.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { CODER, startWithArticle } from '../steps/corpus.ts';
import { categoryId, choose, editorOf, filterTo, pickerOf, relate, setVoice } from '../steps/picker.ts';
import {
  annotateButton,
  clickAt,
  paintedPassages,
  readerOf,
  selectByKeyboard,
  selectByMouse,
  spanOf,
} from '../steps/reader.ts';
import { annotationRow, annotationRows } from '../steps/shell.ts';
import { like, say, words } from '../steps/words.ts';

const OPENING = '國家安全是中國式';
const SUBHEAD = '營造有利于發(fā)展的安全環(huán)境';
const LONG = '構(gòu)建大網(wǎng)絡(luò)安全工作格局;嚴(yán)格執(zhí)行人工智能安全監(jiān)管制度';
const CROSSING = '人工智能安全監(jiān)管制度,提升數(shù)據(jù)安全治理監(jiān)管能力';
const REPEATED = '總體國家安全觀';

test('mouse and keyboard, numbers, titles and pinyin: what is selected is what is stored', async ({ workbench }) => {
  const { article, corpusFile } = await startWithArticle(workbench);
  const { page } = workbench;
  const { text } = article;
  const at = (quote: string, nth = 0) => ({ exact: quote, ...spanOf(text, quote, nth), coder: CODER });
  const stored = () => storedAnnotations(corpusFile);

  await test.step('a number and Enter', async () => {
    await selectByMouse(page, SUBHEAD);
    await page.keyboard.press('Enter');
    await filterTo(pickerOf(page), '51', '13·51');
    await page.keyboard.press('Enter');
    await expect(pickerOf(page)).toBeHidden();
    await expect.poll(stored).toEqual([{ ...at(SUBHEAD), note: '', voice: null, links: ['13·51'] }]);
  });

  await test.step('titles in both scripts and pinyin; each category with its relation; note and voice', async () => {
    await selectByMouse(page, LONG);
    await annotateButton(page).click();
    const picker = pickerOf(page);
    await choose(picker, '健全國家安全', '13·50');
    await choose(picker, '公共安全治理机制', '13·51');
    await choose(picker, 'jqshzl', '13·52');
    await relate(picker, '13·50', 'verbatim');
    await relate(picker, '13·51', 'adapted');
    await picker.getByRole('combobox', { name: words.picker.filter }).focus();
    await page.keyboard.press('Alt+KeyL');
    await picker.getByRole('textbox', { name: words.picker.note }).fill('地方版本的提法,與原文對讀');
    await setVoice(picker, 'official');
    await picker.getByRole('textbox', { name: words.voice.name }).fill('賈智勇');
    await picker.getByRole('button', { name: words.picker.save }).click();
    const long = {
      ...at(LONG),
      note: '地方版本的提法,與原文對讀',
      voice: 'official',
      links: ['13·50 verbatim', '13·51 adapted', '13·52 local'],
    };
    await expect.poll(stored).toContainEqual(long);
  });

  await test.step('an overlap, saved from the note', async () => {
    await selectByMouse(page, CROSSING);
    await page.keyboard.press('Enter');
    const picker = pickerOf(page);
    await choose(picker, '50', '13·50');
    await page.keyboard.press('ArrowRight');
    await picker.getByRole('textbox', { name: words.picker.note }).fill('交疊');
    await page.keyboard.press('Control+Enter');
    const crossing = { ...at(CROSSING), note: '交疊', voice: null, links: ['13·50 verbatim'] };
    await expect.poll(stored).toContainEqual(crossing);
  });

  await test.step('with the keyboard alone: 0 opens the picker for a number', async () => {
    await selectByKeyboard(page, OPENING);
    await page.keyboard.press('0');
    await expect(pickerOf(page)).toBeVisible();
    await page.keyboard.type('52');
    await expect(pickerOf(page).getByRole('option').first()).toHaveAttribute('data-category-number', '13·52');
    await page.keyboard.press('Enter');
    await expect.poll(stored).toContainEqual({ ...at(OPENING), note: '', voice: null, links: ['13·52'] });
    await expect(readerOf(page)).toBeFocused();
  });

  await test.step('the third of several equal passages is the third in the file', async () => {
    await selectByMouse(page, REPEATED, 2);
    await page.keyboard.press('Enter');
    await filterTo(pickerOf(page), '13', '13');
    await page.keyboard.press('Enter');
    await expect.poll(stored).toContainEqual({ ...at(REPEATED, 2), note: '', voice: null, links: ['13'] });
  });

  expect(stored()).toHaveLength(5);
  await expect(annotationRows(page)).toHaveCount(5);
  const annotations = await workbench.ask('annotation.list', { articleId: article.id });
  const painted = await paintedPassages(page);
  for (const { id, exact } of annotations) if (painted.has(id)) expect(painted.get(id)).toBe(exact);
  expect([...painted.values()]).toEqual(expect.arrayContaining([REPEATED]));
  const listed = JSON.parse(
    (await workbench.cli('--corpus', corpusFile, '--json', 'annotation', 'list', article.id)).output,
  ) as {
    value: { exact: string }[];
  };
  expect(listed.value.map((each) => each.exact)).toEqual(stored().map((each) => each.exact));
});

test('edited, removed, undone and redone', async ({ workbench }) => {
  const { corpusFile } = await startWithArticle(workbench);
  const { page } = workbench;
  const stored = () => storedAnnotations(corpusFile).map(({ exact, note, links }) => ({ exact, note, links }));
  const first = { exact: SUBHEAD, note: '', links: ['13·51'] };
  await selectByMouse(page, SUBHEAD);
  await page.keyboard.press('Enter');
  await filterTo(pickerOf(page), '51', '13·51');
  await page.keyboard.press('Enter');
  await expect.poll(stored).toEqual([first]);

  await clickAt(page, SUBHEAD);
  await expect(annotationRow(page, SUBHEAD)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('e');
  await choose(editorOf(page), 'jqgjaq', '13·50');
  await relate(editorOf(page), '13·50', 'mention');
  await editorOf(page).getByRole('button', { name: words.picker.save }).click();
  const edited = { ...first, links: ['13·51', '13·50 mention'] };
  await expect.poll(stored).toEqual([edited]);

  const details = page.getByRole('group', { name: words.annotations.details });
  await details.getByRole('textbox', { name: words.annotations.note }).fill('在列表中寫的筆記');
  await page.keyboard.press('Control+Enter');
  const noted = { ...edited, note: '在列表中寫的筆記' };
  await expect.poll(stored).toEqual([noted]);

  await details.getByRole('button', { name: words.annotations.remove }).click();
  await expect.poll(stored).toEqual([]);
  await expect(annotationRows(page)).toHaveCount(0);

  const undo = page.getByRole('button', { name: like(words.history.undoNamed) });
  const redo = page.getByRole('button', { name: like(words.history.redoNamed) });
  await undo.click();
  await expect.poll(stored).toEqual([noted]);
  await undo.click();
  await expect.poll(stored).toEqual([edited]);
  await readerOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(stored).toEqual([first]);
  await page.keyboard.press('Control+z');
  await expect.poll(stored).toEqual([]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(stored).toEqual([first]);
  await page.keyboard.press('Control+y');
  await expect.poll(stored).toEqual([edited]);
  await redo.click();
  await expect.poll(stored).toEqual([noted]);
  await expect(annotationRow(page, SUBHEAD)).toBeVisible();
});

test('where several lie over one another, the smallest is active and the others are a step away', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  // Enough others, so that the list has to go to the one that is clicked.
  const others = Array.from({ length: 12 }, (_each, index) => article.text.slice(index * 20, index * 20 + 12));
  for (const exact of [...others, LONG, CROSSING]) {
    const { start, end } = spanOf(article.text, exact);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start, end },
      exact,
      links: [{ id: uuidv7(), categoryId: categoryId('13·51'), relation: null }],
    });
  }
  await expect(page.getByRole('region', { name: words.annotations.title }).locator('.pane-count')).toHaveText('14');
  await clickAt(page, CROSSING);
  await expect(annotationRow(page, CROSSING)).toHaveAttribute('data-active', 'true');
  const beneath = page.getByRole('group', { name: say(words.reading.beneathCount_other, { count: 2 }) });
  await expect(beneath.getByRole('button')).toHaveCount(2);
  await expect(beneath.getByRole('button', { pressed: true })).toContainText(CROSSING.slice(0, 6));
  await beneath.getByRole('button', { pressed: false }).click();
  await expect(annotationRow(page, LONG)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('Escape');
  await expect(beneath).toBeHidden();
});

test('closed and opened again: all as she left it, and undo still knows', async ({ workbench }) => {
  const { article, corpusFile } = await startWithArticle(workbench);
  const quotes = [OPENING, SUBHEAD, CROSSING];
  for (const [index, quote] of quotes.entries()) {
    await selectByMouse(workbench.page, quote);
    await workbench.page.keyboard.press('Enter');
    await filterTo(pickerOf(workbench.page), '51', '13·51');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => storedAnnotations(corpusFile).length).toBe(index + 1);
  }
  const before = storedAnnotations(corpusFile);
  await clickAt(workbench.page, CROSSING);
  const active = (await workbench.ask('annotation.list', { articleId: article.id })).find(
    ({ exact }) => exact === CROSSING,
  );
  const corpusId = (await workbench.ask('session.get', {})).corpus?.id ?? '';
  await expect
    .poll(async () => (await workbench.ask('session.get', {})).preferences.places?.[corpusId])
    .toContain(active?.id);

  const page = await workbench.restart();
  await expect(readerOf(page)).toBeVisible();
  await expect(annotationRow(page, CROSSING)).toHaveAttribute('data-active', 'true');
  await expect(annotationRows(page)).toHaveCount(quotes.length);
  await expect(readerOf(page).getByText(CROSSING.slice(-6)).first()).toBeInViewport();
  expect(storedAnnotations(corpusFile)).toEqual(before);

  await readerOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedAnnotations(corpusFile).map(({ exact }) => exact)).toEqual([OPENING, SUBHEAD]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => storedAnnotations(corpusFile)).toEqual(before);
});
