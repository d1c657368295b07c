import { expect, test } from 'vitest';
import { linesOf, type PdfLine } from './pdf-lines.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';
import { radicalsToCharacters } from './pdf-radicals.ts';

const SIZE = 10;
const HEIGHT = 800;

/** A line of `text` whose characters are as wide as high; `indent` in characters. */
function line(text: string, top: number, indent = 0, left = 100): PdfLine {
  const start = left + indent * SIZE;
  return {
    text,
    start,
    end: start + [...text].length * SIZE,
    across: HEIGHT - top,
    size: SIZE,
    vertical: false,
    fromTop: top / HEIGHT,
  };
}

const full = '甲乙丙丁戊己庚辛壬癸';

test('a line that stops short or an indent ends a paragraph; a gap does too', () => {
  const page = [
    line('標題', 100, 3),
    line(full.slice(2), 150, 2),
    line(full, 165),
    line('完。', 180),
    line(full.slice(2), 195, 2),
    line(full, 210),
    line(full.slice(2), 225, 2),
    line('隔開一段', 300),
  ];
  expect(joinParagraphs([page]).split('\n')).toEqual([
    '標題',
    `${full.slice(2)}${full}完。`,
    `${full.slice(2)}${full}`,
    full.slice(2),
    '隔開一段',
  ]);
});

test('columns follow one another, and a paragraph goes on from one to the next', () => {
  const left = [line(full.slice(2), 100, 2), line(full, 115), line(full, 130)];
  const right = [line(full, 100, 0, 300), line('完。', 115, 0, 300), line(full.slice(2), 130, 2, 300)];
  expect(joinParagraphs([[...left, ...right]]).split('\n')).toEqual([
    `${full.slice(2)}${full.repeat(3)}完。`,
    full.slice(2),
  ]);
});

test('page numbers go where they count with the pages; a number that may be the text stays', () => {
  const page = (number: number) => [line(`${full}${number}。`, 300), line(`— ${number} —`, 780, 4)];
  expect(joinParagraphs([page(5), page(6), page(7)])).not.toMatch(/—/);
  expect(joinParagraphs([page(5), page(6)])).toMatch(/— 5 —/);
  expect(joinParagraphs([page(1), page(8), page(3)])).toMatch(/— 8 —/);
  expect(joinParagraphs([[line('2024', 300)], [line('2025', 300)], [line('2026', 300)]])).toBe('2024\n2025\n2026');
});

test('a running head stays once', () => {
  const page = (text: string) => [line('示例日報', 20), line(text, 300)];
  expect(joinParagraphs([page('一。'), page('二。'), page('三。')])).toBe('示例日報\n一。\n二。\n三。');
});

test('words are joined by a space, Han characters by none', () => {
  const words = (text: string, top: number) => ({ ...line(text, top), end: 200 });
  expect(
    joinParagraphs([[words('growth of', 100), words('GDP in', 115), words('全省的', 130), words('比重', 145)]]),
  ).toBe('growth of GDP in全省的比重');
});

test('pieces of one baseline are one line; a wide gap is another column; vertical text runs downwards', () => {
  const piece = (text: string, x: number, y: number, vertical = false) => ({
    text,
    x,
    y,
    length: [...text].length * SIZE,
    size: SIZE,
    vertical,
  });
  const page = { width: 600, height: HEIGHT };
  expect(linesOf([piece('全省', 100, 700), piece('會議', 120, 700.4)], page)).toMatchObject([
    { text: '全省會議', end: 140 },
  ]);
  expect(linesOf([piece('左欄', 100, 700), piece('右欄', 300, 700)], page)).toHaveLength(2);
  expect(linesOf([piece('GDP', 100, 700), piece('grew', 135, 700)], page)).toMatchObject([{ text: 'GDP grew' }]);
  const vertical = linesOf([piece(full, 500, 700, true), piece('完。', 485, 700, true)], page);
  expect(joinParagraphs([vertical])).toBe(`${full}完。`);
});

test('radicals that print in place of characters', () => {
  expect(radicalsToCharacters('⼈⺠⽣活，⻓期')).toBe('人民生活，长期');
  expect(radicalsToCharacters('这个国家的⼾⼝，农业转移人员进城后应当享有的权利')).toMatch('户口');
  expect(radicalsToCharacters('這個國家的⼾⼝，農業轉移人員進城後應當享有的權利')).toMatch('戶口');
});
