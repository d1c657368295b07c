import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeWellFormed } from '../text/well-formed.ts';
import {
  conventions,
  type OffsetConvention,
  quotes,
  readPositions,
  recogniseConvention,
  STANDARD,
} from './conventions.ts';

const pieces = fc.array(
  fc.constantFrom('改', '革', '。', 'a', ' ', '𠮷', '👩🏽', '\n', '\r\n', '\r', '\uFEFF', '\0', 'é'),
  { minLength: 1, maxLength: 40 },
);
const rawText = fc.tuple(fc.boolean(), pieces).map(([mark, parts]) => (mark ? '\uFEFF' : '') + parts.join(''));

/** Positions as a program of the convention would count them, by stepping through the text once for each. */
function positionsOf(raw: string, { unit, lineBreak, mark }: OffsetConvention): string[] {
  const hasPairs = raw.includes('\r\n');
  const body = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const found: string[] = mark === 'counted' ? ['mark'] : [];
  for (const step of body.match(/\r\n|[\s\S]/gu) ?? []) {
    if (step === '\r\n') for (let at = 0; at < lineBreak; at++) found.push(step);
    else if (step === '\n' && !hasPairs && lineBreak === 2) found.push(step, step);
    else if (unit === 'utf-16') for (let at = 0; at < step.length; at++) found.push(step);
    else found.push(step);
  }
  return found;
}

test('positions under each convention are those of a program that counts so', () => {
  fc.assert(
    fc.property(rawText, fc.constantFrom(...conventions), (raw, convention) => {
      const counted = positionsOf(raw, convention);
      const positions = readPositions(raw, convention);
      expect(positions.length).toBe(counted.length);
      const whole = positions.span(0, convention.end === 'inclusive' ? counted.length - 1 : counted.length);
      const { text } = makeWellFormed(raw);
      if (whole !== null) expect(text.slice(whole.start, whole.end)).toBe(text);
      expect(positions.span(0, counted.length + 1)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('every stretch of whole characters is found under the convention it was counted by', () => {
  fc.assert(
    fc.property(rawText, fc.constantFrom(...conventions), fc.nat(), fc.nat(), (raw, convention, a, b) => {
      const { text } = makeWellFormed(raw);
      const edges = [...text].reduce<number[]>((all, each) => [...all, (all.at(-1) ?? 0) + each.length], [0]);
      const [from = 0, to = 0] = [edges[a % edges.length] ?? 0, edges[b % edges.length] ?? 0].toSorted((x, y) => x - y);
      if (from === to) return;
      const positions = readPositions(raw, convention);
      // Found by trying: the places that a program of the convention could have written for it.
      const places: [number, number][] = [];
      for (let start = 0; start <= positions.length; start++)
        for (let end = start; end <= positions.length; end++) {
          const span = positions.span(start, end);
          if (span?.start === from && span.end === to) places.push([start, end]);
        }
      expect(places.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

describe('which convention a project uses', () => {
  const raw = '\uFEFF一𠮷改革。\r\n二落實。\r\n三持續𠮷推進。';
  const { text } = makeWellFormed(raw);
  const names = ['改革', '落實', '持續', '推進', '落實。\n三持續𠮷推'];
  for (const convention of conventions)
    test(JSON.stringify(convention), () => {
      const positions = readPositions(raw, convention);
      const selections = names.map((name) => {
        const from = text.indexOf(name);
        for (let start = 0; start <= positions.length; start++)
          for (let end = start; end <= positions.length; end++) {
            const span = positions.span(start, end);
            if (span?.start === from && span.end === from + name.length) return { start, end, name };
          }
        throw new Error(`“${name}” has no place`);
      });
      const found = recogniseConvention([{ raw, text, selections }]);
      expect(found).toMatchObject({ named: names.length, fitting: names.length });
      const read = readPositions(raw, found.convention);
      for (const { start, end, name } of selections) {
        const span = read.span(start, end);
        expect(span === null ? null : text.slice(span.start, span.end)).toBe(name);
      }
    });

  test('names that quote nothing leave the standard', () => {
    const found = recogniseConvention([{ raw, text, selections: [{ start: 3, end: 5, name: 'Quotation 1:1' }] }]);
    expect(found).toEqual({ convention: STANDARD, named: 1, fitting: 0 });
  });
});

test('a name quotes a passage but for white space, or where it was cut', () => {
  expect(quotes('改革 落實', '改革\n  落實')).toBe(true);
  expect(quotes('改革落…', '改革落實機制')).toBe(true);
  expect(quotes('改革落...', '改革落實機制')).toBe(true);
  expect(quotes('改革', '改革落實機制')).toBe(false);
  expect(quotes('改革落實機制改革落實機制改革落實機制改革', '改革落實機制改革落實機制改革落實機制改革落實')).toBe(true);
  expect(quotes('…', '改革')).toBe(false);
});
