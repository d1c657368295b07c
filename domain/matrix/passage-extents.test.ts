import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type Span, spanContains, spansOverlap } from '../text/span.ts';
import { createBodyLayout } from './body-layout.ts';
import type { CountedArticle } from './counted-article.ts';
import { ColumnSums } from './column-sums.ts';
import { characterExtents, type Extents, sentenceExtents, verbatimExtents } from './passage-extents.ts';

const texts = fc
  .array(fc.constantFrom('甲', '乙', '𠮷', '。', '\n'), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''));

/** Two offsets that split no pair, and something besides. */
function spansIn(text: string, most: number) {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const offset = fc.constantFrom(...offsets);
  return fc.array(
    fc
      .tuple(offset, offset, fc.boolean(), fc.boolean())
      .map(([a, b, placed, chosen]) => ({ start: Math.min(a, b), end: Math.max(a, b), placed, chosen }))
      // What is placed has at least one character.
      .filter(({ start, end, placed: isPlaced }) => end > start || !isPlaced),
    { maxLength: most },
  );
}

const cases = texts.chain((text) =>
  fc.record({
    text: fc.constant(text),
    isBody: fc.array(fc.boolean(), {
      minLength: paragraphsOf(text).length,
      maxLength: paragraphsOf(text).length,
    }),
    passages: spansIn(text, 6).map((spans) => spans.toSorted((a, b) => a.start - b.start)),
    shared: spansIn(text, 4),
  }),
);

/** Spans made one where they meet, as those are that a reference shares. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) found.push({ start, end });
  }
  return found;
}

/** How much of a line these passages cover, told as the measures ask it. */
function lengthUnder(extents: Extents, passages: readonly number[]): number {
  const sums = new ColumnSums(1);
  // Of an article before, that leaves nothing behind.
  sums.add([0], 0, { extents: Uint32Array.of(0, 1_000), verbatim: Uint32Array.of(0, 1_000) });
  sums.clear();
  for (const passage of passages) sums.add([0], passage, { extents, verbatim: extents });
  expect(sums.verbatim(0)).toBe(sums.under(0));
  expect(sums.under(1)).toBe(sums.under(0));
  expect(sums.count(0)).toBe(passages.length);
  return sums.under(0);
}

test('what passages cover agrees with going through the text character by character', () => {
  fc.assert(
    fc.property(cases, ({ text, isBody, passages, shared }) => {
      const exact = joined(shared);
      const article = {
        annotations: passages.map((span) => ({ ...span, coderId: '', voice: null, status: '', links: [] })),
        body: createBodyLayout(() => ({ text, roles: isBody.map((body) => (body ? 'body' : 'caption')) })),
      } as unknown as CountedArticle;
      const indices = passages.flatMap(({ chosen }, index) => (chosen ? [index] : []));
      const chosen = passages.filter((each) => each.chosen && each.placed);

      const paragraphs = paragraphsOf(text).filter(({ index }) => isBody[index] === true);
      let [characters, verbatim, offset] = [0, 0, 0];
      for (const character of text) {
        const place = { start: offset, end: (offset += character.length) };
        const isUnder = (spans: readonly Span[]) => spans.some((span) => spanContains(span, place));
        if (!isUnder(paragraphs) || !isUnder(chosen)) continue;
        characters += 1;
        if (isUnder(exact)) verbatim += 1;
      }
      const sentences = paragraphs
        .flatMap(({ start, end }) =>
          sentencesOf(text.slice(start, end)).map((each) => ({ start: start + each.start, end: start + each.end })),
        )
        .filter((sentence) => chosen.some((span) => spansOverlap(span, sentence)));

      expect(lengthUnder(characterExtents(article), indices)).toBe(characters);
      expect(lengthUnder(verbatimExtents(article, { exact, sentences: [] }), indices)).toBe(verbatim);
      expect(lengthUnder(sentenceExtents(article), indices)).toBe(sentences.length);
    }),
    { numRuns: 2000 },
  );
});

test('another comparison with the references is not answered with the one before', () => {
  const text = '甲乙丙丁。';
  const article = {
    annotations: [{ start: 0, end: 4, placed: true, coderId: '', voice: null, status: '', links: [] }],
    body: createBodyLayout(() => ({ text, roles: ['body'] })),
  } as unknown as CountedArticle;
  const under = (...exact: Span[]) => lengthUnder(verbatimExtents(article, { exact, sentences: [] }), [0]);
  expect(under({ start: 1, end: 3 })).toBe(2);
  expect(under({ start: 1, end: 2 }, { start: 3, end: 5 })).toBe(2);
  expect(under()).toBe(0);
});
