import { writeFileSync } from 'node:fs';
import type { ReportParagraphs } from '../steps/report.ts';
import { storedAnnotations } from '../fixtures/corpus-file.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { makeCorpus } from '../steps/corpus.ts';
import { filterTo, pickerOf } from '../steps/picker.ts';
import { offsetOf, paintedPassages, readerOf, selectByKeyboard, selectByMouse, shownText } from '../steps/reader.ts';
import { annotationRows } from '../steps/shell.ts';
import { words } from '../steps/words.ts';
import { readReport, saveReport } from '../steps/report.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇨🇳';
const COMBINED = 'ê̄';
const VARIANT = '葛\u{E0100}城';
const TEXT = [
  `𠮷林與𬶍鰱:${FAMILY}一家在${FLAG}旗下讀報`,
  `拼音 ${COMBINED} 與 é 並存,𠀀𠀁𠀂三字相連。𠮷林又見𠮷林`,
  `${VARIANT}的異體,與葛城不同;𝒳 不是漢字。`,
].join('\n');

test('characters beyond the BMP, emoji and combining marks: annotated, opened again and reported exactly', async ({
  workbench,
}) => {
  const page = await workbench.start();
  const corpusFile = await makeCorpus(workbench);
  const file = workbench.path('𠮷林.txt');
  writeFileSync(file, TEXT);
  await workbench.running.chooseFiles([file], async () => {
    await page.getByRole('button', { name: words.library.import, exact: true }).click();
    await page.getByRole('menuitem', { name: words.library.importFiles }).click();
  });
  await expect(readerOf(page)).toBeVisible();
  expect(await shownText(page)).toBe(TEXT);

  const passages: { quote: string; nth: number; by: 'mouse' | 'keyboard' }[] = [
    { quote: '𠮷', nth: 0, by: 'keyboard' },
    { quote: '𬶍鰱', nth: 0, by: 'mouse' },
    { quote: FAMILY, nth: 0, by: 'keyboard' },
    { quote: `${FAMILY}一家在${FLAG}旗`, nth: 0, by: 'keyboard' },
    { quote: COMBINED, nth: 0, by: 'keyboard' },
    { quote: '𠀁', nth: 0, by: 'mouse' },
    { quote: '𠮷林', nth: 2, by: 'mouse' },
    { quote: VARIANT, nth: 0, by: 'keyboard' },
  ];
  for (const [index, { quote, nth, by }] of passages.entries()) {
    await (by === 'mouse' ? selectByMouse : selectByKeyboard)(page, quote, nth);
    await readerOf(page).press('Enter');
    await filterTo(pickerOf(page), '51', '13·51');
    await page.keyboard.press('Enter');
    await expect.poll(() => storedAnnotations(corpusFile).length, quote).toBe(index + 1);
  }
  const expected = passages
    .map(({ quote, nth }) => {
      const start = offsetOf(TEXT, quote, nth);
      return { exact: quote, start, end: start + quote.length };
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const stored = () => storedAnnotations(corpusFile).map(({ exact, start, end }) => ({ exact, start, end }));
  expect(stored()).toEqual(expected);

  const again = await workbench.restart();
  await expect(annotationRows(again)).toHaveCount(passages.length);
  expect(await shownText(again)).toBe(TEXT);
  const painted = [...(await paintedPassages(again)).values()].toSorted();
  expect(painted).toEqual(expected.map(({ exact }) => exact).toSorted());
  expect(stored()).toEqual(expected);

  const report = await saveReport(workbench, 'beyond.html');
  const { text, numbered }: ReportParagraphs = await readReport(report.page);
  expect(text).toBe(TEXT);
  expect(numbered).toEqual(expected.map((_each, index) => index + 1));
  expect(report.requests).toEqual([report.address]);
  const { articleId } = (await workbench.ask('article.list', {})).map(({ id }) => ({ articleId: id }))[0] ?? {
    articleId: '',
  };
  const points = await workbench.cli(
    '--corpus',
    corpusFile,
    '--json',
    'annotation',
    'list',
    articleId,
    '--code-points',
  );
  const { value } = JSON.parse(points.output) as { value: { start: number; end: number; exact: string }[] };
  for (const { start, end, exact } of value) expect([...TEXT].slice(start, end).join('')).toBe(exact);
});
