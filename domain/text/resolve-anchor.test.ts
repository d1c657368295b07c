import { describe, expect, test } from 'vitest';
import { createAnchor } from './anchor.ts';
import { resolveAnchor } from './resolve-anchor.ts';

const REGIONS = ['城關', '河東', '北坪', '南塬'];
const TASKS = ['排查老舊管網', '清點危化倉庫', '巡查山塘水庫', '檢修過街電纜'];
const FORMULA = '要進一步健全公共安全體系,抓好各項任務落實。';
const ARTICLE = REGIONS.map(
  (region, index) =>
    `${region}區有關負責人介紹,今年以來連續三個月${TASKS[index]}。${FORMULA}${region}區還將逐村建立臺賬,限期整改到位。`,
).join('\n');

const nth = (text: string, words: string, index: number) => {
  let start = -1;
  for (let seen = 0; seen <= index; seen++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const anchorOf = (words: string, index = 0) => createAnchor(ARTICLE, nth(ARTICLE, words, index));

test('nothing changed: exact', () => {
  expect(resolveAnchor(ARTICLE, anchorOf(FORMULA, 2)).status).toBe('exact');
});

test('text put in front: moved, by quote and context', () => {
  const text = `題目\n${ARTICLE}`;
  const found = resolveAnchor(text, anchorOf(FORMULA, 2));
  expect(found).toMatchObject({ status: 'moved', span: nth(text, FORMULA, 2), similarity: 1 });
  expect(found.candidates).toHaveLength(3);
});

test('quote at its old position but another context: the position is not believed', () => {
  const anchor = anchorOf(FORMULA, 1);
  const lines = ARTICLE.split('\n');
  const text = [lines[0], lines[2], lines[1], lines[3]].join('\n');
  expect(text.startsWith(FORMULA, anchor.start)).toBe(true);
  expect(resolveAnchor(text, anchor)).toMatchObject({ status: 'moved', span: nth(text, FORMULA, 2) });
});

test('the sentence removed, the same sentence elsewhere several times: an orphan that names them', () => {
  const { start, end } = nth(ARTICLE, FORMULA, 1);
  const text = ARTICLE.slice(0, start) + ARTICLE.slice(end);
  const found = resolveAnchor(text, anchorOf(FORMULA, 1));
  expect(found.status).toBe('orphan');
  expect(found.span).toBeUndefined();
  const lookAlikes = [0, 1, 2].map((index) => nth(text, FORMULA, index));
  expect(found.candidates.toSorted((a, b) => a.start - b.start)).toEqual(lookAlikes);
});

test('the same sentence in the same context twice: an orphan, never the first or the nearest', () => {
  const block = `${ARTICLE}\n`;
  const anchor = createAnchor(block.repeat(2), nth(block.repeat(2), FORMULA, 6));
  expect(resolveAnchor(`題目\n${block.repeat(2)}`, anchor)).toMatchObject({
    status: 'orphan',
    candidates: [
      { start: nth(ARTICLE, FORMULA, 2).start + 3 },
      { start: nth(ARTICLE, FORMULA, 2).start + block.length + 3 },
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });
});

test('a sentence that merely resembles a removed one is not chosen', () => {
  const own = '要進一步健全網絡安全體系,抓好各項任務落實。';
  const { start, end } = nth(ARTICLE, FORMULA, 0);
  const before = ARTICLE.slice(0, start) + own + ARTICLE.slice(end);
  const anchor = createAnchor(before, { start, end: start + own.length });
  const without = ARTICLE.slice(0, start) + ARTICLE.slice(end);
  expect(resolveAnchor(without, anchor)).toMatchObject({ status: 'orphan', candidates: [{}, {}, {}] });
});

test('the sentence corrected where it stood: approximate, though the old wording stands elsewhere', () => {
  const { start, end } = nth(ARTICLE, FORMULA, 1);
  const changed = FORMULA.replace('健全', '完善');
  const text = ARTICLE.slice(0, start) + changed + ARTICLE.slice(end);
  const anchor = anchorOf(FORMULA, 1);
  expect(resolveAnchor(text, anchor)).toMatchObject({ status: 'approximate', span: { start, end } });

  const copiedOnce = `${text.replaceAll(FORMULA, '')}\n另據了解,${FORMULA}`;
  const found = resolveAnchor(copiedOnce, anchor);
  expect(found).toMatchObject({ status: 'approximate', span: nth(copiedOnce, changed, 0) });
  expect(found.candidates).toContainEqual(nth(copiedOnce, FORMULA, 0));
});

test.each([
  ['last unit replaced', '健全公共安全體系', '健全公共安全體制'],
  ['last unit dropped', '健全公共安全體系', '健全公共安全體'],
  ['first unit replaced', '健全公共安全體系', '建全公共安全體系'],
  ['a unit beyond the BMP put in', '健全公共安全體系', '健全𠮷公共安全體系'],
])('%s: the edges are found by the context', (_what, quote, changed) => {
  const { start, end } = nth(ARTICLE, quote, 1);
  const text = ARTICLE.slice(0, start) + changed + ARTICLE.slice(end);
  expect(resolveAnchor(text, anchorOf(quote, 1))).toMatchObject({
    status: 'approximate',
    span: { start, end: start + changed.length },
  });
});

test('a quote that stands once is found though its context changed', () => {
  const anchor = anchorOf('清點危化倉庫');
  const text = '快訊:各地年底前完成三件事,即清點危化倉庫等。';
  expect(resolveAnchor(text, anchor)).toMatchObject({ status: 'moved', span: nth(text, '清點危化倉庫', 0) });
});

test('a few characters that stand once prove nothing without their context', () => {
  const anchor = anchorOf('臺賬', 1);
  expect(resolveAnchor('倉庫也有一本臺賬可查,請各單位對照自身實際自查。', anchor)).toMatchObject({
    status: 'orphan',
    candidates: [{ start: 6, end: 8 }],
  });
});

test('the quote and a changed copy of it, both in a context as near to the old one: for a person to decide', () => {
  const { start, end } = nth(ARTICLE, FORMULA, 1);
  const before = ARTICLE.slice(start - 32, start);
  const after = ARTICLE.slice(end, end + 32).replace('逐村', '逐戶');
  const text = [FORMULA.replace('健全', '完善'), FORMULA].map((sentence) => before + sentence + after).join('\n');
  const found = resolveAnchor(text, anchorOf(FORMULA, 1));
  expect(found.status).toBe('orphan');
  expect(found.candidates).toEqual([nth(text, FORMULA, 0), nth(text, FORMULA.replace('健全', '完善'), 0)]);
});

test('the more the passage has changed, the more of its context must have held', () => {
  const anchor = anchorOf(FORMULA, 1);
  const slightly = FORMULA.replace('健全', '完善');
  const largely = FORMULA.replace('要進一步健全', '將不斷完善好');
  const twoThirds = (words: string) => `甲乙丙丁${anchor.prefix.slice(-10)}${words}${anchor.suffix}`;
  const allOf = (words: string) => `甲乙丙丁${anchor.prefix}${words}${anchor.suffix}`;
  expect(resolveAnchor(twoThirds(slightly), anchor)).toMatchObject({ status: 'approximate', span: { start: 14 } });
  expect(resolveAnchor(twoThirds(largely), anchor)).toMatchObject({ status: 'orphan', candidates: [{ start: 14 }] });
  expect(resolveAnchor(allOf(largely), anchor)).toMatchObject({ status: 'approximate', span: { start: 36 } });
});

test('among thousands of look-alikes nothing is chosen', () => {
  const lookAlike = '各地還要進一步健全網絡安全體系,抓好各項任務落實。';
  const { start, end } = nth(ARTICLE, FORMULA, 1);
  const changed = FORMULA.replace('健全', '完善');
  const few = ARTICLE.slice(0, start) + changed + ARTICLE.slice(end);
  const text = `${few}\n`.replaceAll(FORMULA, '') + lookAlike.repeat(2500);
  expect(resolveAnchor(few, anchorOf(FORMULA, 1)).status).toBe('approximate');
  expect(resolveAnchor(text, anchorOf(FORMULA, 1)).status).toBe('orphan');
});

test('nothing alike: an orphan without candidates', () => {
  expect(resolveAnchor('天氣晴。', anchorOf(FORMULA))).toEqual({ status: 'orphan', similarity: 0, candidates: [] });
});

test('an anchor without context is found only where its quote stands once', () => {
  const bare = { ...anchorOf(FORMULA), start: 1, end: 1 + FORMULA.length, prefix: '', suffix: '' };
  expect(resolveAnchor(ARTICLE, bare)).toMatchObject({ status: 'orphan', candidates: [{}, {}, {}, {}] });
  expect(resolveAnchor(`導語。${FORMULA}`, bare)).toMatchObject({ status: 'moved', span: { start: 3 } });
});

describe('a passage of several thousand units', () => {
  const long = Array.from({ length: 5000 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * index * 31 + index * 7) % 9000)),
  ).join('');
  const text = `${ARTICLE}\n${long}\n${ARTICLE}`;
  const span = { start: ARTICLE.length + 1, end: ARTICLE.length + 1 + long.length };
  const anchor = createAnchor(text, span);
  test('changed inside', () => {
    const changed = `${text.slice(0, span.start + 2000)}新加的話${text.slice(span.start + 2100)}`;
    expect(resolveAnchor(changed, anchor)).toMatchObject({
      status: 'approximate',
      span: { start: span.start, end: span.end - 96 },
    });
  });
  test('only its context changed', () => {
    const elsewhere = `導語。${long}`;
    expect(resolveAnchor(elsewhere, anchor)).toMatchObject({ status: 'moved', span: { start: 3, end: 5003 } });
  });
  test('changed nowhere, in a context that changed', () => {
    const corrected = text.replace(`到位。\n${long}`, `到位!\n${long}`);
    expect(resolveAnchor(`題目\n${corrected}`, anchor)).toMatchObject({
      status: 'moved',
      span: { start: span.start + 3, end: span.end + 3 },
      candidates: [],
    });
  });
  test('cut in half', () => {
    expect(resolveAnchor(text.slice(0, span.start + 2500), anchor).status).toBe('orphan');
  });
});

describe('a text of one million units, 20,000 times the same formula', () => {
  const text = Array.from({ length: 5000 }, (_, index) => ARTICLE.replaceAll('連續三個月', `連續${index}天`))
    .join('\n')
    .slice(0, 1_000_000);
  const resolveIn = (newText: string, words: string, within: string) => {
    const around = nth(text, within, 0);
    const start = text.indexOf(words, around.start);
    const anchor = createAnchor(text, { start, end: start + words.length });
    return resolveAnchor(newText, anchor);
  };

  test('told from all others by its context alone', () => {
    const found = resolveIn(
      `題目\n${text}`,
      '今年以來',
      '南塬區還將逐村建立臺賬,限期整改到位。\n城關區有關負責人介紹,今年以來連續1500天',
    );
    const start = text.indexOf('今年以來連續1500天') + 3;
    expect(found).toMatchObject({ status: 'moved', span: { start, end: start + 4 }, similarity: 1 });
  });

  test('changed, and told from all others by its context alone', () => {
    const sentence = '限期整改到位。\n河東區有關負責人介紹,今年以來連續1500天';
    const start = text.indexOf(sentence);
    const found = resolveIn(text.replace(sentence, sentence.replace('限期', '按期')), '限期整改到位。', sentence);
    expect(found).toMatchObject({ status: 'approximate', span: { start, end: start + 7 } });
  });

  test('not told from the others', () => {
    const found = resolveIn(`題目\n${text}`, '還將', '城關區有關負責人介紹,今年以來連續1500天');
    expect(found).toMatchObject({ status: 'orphan' });
    expect(found.candidates).toHaveLength(10);
  });
});
