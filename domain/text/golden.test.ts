import { describe, expect, test } from 'vitest';
import { checkAnchor, createAnchor } from './anchor.ts';
import { codePointSpan, createCodePointIndex, utf16Span } from './code-points.ts';
import { normalizeSelection } from './graphemes.ts';
import { paragraphsOf } from './paragraphs.ts';
import { resolveAnchor } from './resolve-anchor.ts';
import { sentencesOf } from './sentences.ts';
import { isSpanOf } from './span.ts';
import { makeWellFormed } from './well-formed.ts';

interface Expectation {
  utf16Length: number;
  codePoints: number;
  paragraphs: string[];
  sentences: string[];
  passages: { exact: string; start: number; end: number; codePointStart: number; codePointEnd: number }[];
}

const texts = import.meta.glob<string>('./golden/*.txt', { query: '?raw', import: 'default', eager: true });
const expectations = import.meta.glob<Expectation>('./golden/*.json', { import: 'default', eager: true });
const names = Object.keys(texts).map((path) => path.replace(/\.txt$/, ''));

test('every golden text has its figures, and every figure its text', () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
  expect(Object.keys(expectations).map((path) => path.replace(/\.json$/, ''))).toEqual(names);
});

describe.each(names)('%s', (name) => {
  const text = texts[`${name}.txt`] ?? '';
  const expected = expectations[`${name}.json`];
  if (expected === undefined) throw new Error(`${name}.json is missing`);
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

  test('counts, paragraphs and sentences', () => {
    expect(makeWellFormed(text).changes).toEqual([]);
    expect(text.length).toBe(expected.utf16Length);
    expect(createCodePointIndex(text).length).toBe(expected.codePoints);
    expect(paragraphsOf(text).map(words)).toEqual(expected.paragraphs);
    expect(sentencesOf(text).map(words)).toEqual(expected.sentences);
  });

  test.each(expected.passages)('$exact at $start', ({ exact, start, end, codePointStart, codePointEnd }) => {
    const span = { start, end };
    expect(words(span)).toBe(exact);
    expect(isSpanOf(text, span)).toBe(true);
    expect(normalizeSelection(text, span)).toEqual(span);
    expect(codePointSpan(text, span)).toEqual({ codePointStart, codePointEnd });
    expect(utf16Span(text, { codePointStart, codePointEnd })).toEqual(span);
    const anchor = createAnchor(text, span);
    expect(checkAnchor(text, anchor)).toBe(true);
    expect(resolveAnchor(text, anchor)).toEqual({ status: 'exact', span, similarity: 1, candidates: [] });
    const moved = resolveAnchor(`編者按𠮷:新加的一段。\n${text}`, anchor);
    expect(moved).toMatchObject({ status: 'moved', span: { start: start + 13, end: end + 13 } });
  });
});
