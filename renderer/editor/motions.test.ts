import { expect, test } from 'vitest';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import {
  annotationEdge,
  type Direction,
  graphemeEdge,
  type LineGeometry,
  type LinePlace,
  lineAround,
  lineStep,
} from './motions.ts';

const COLUMNS = 10;
const EM = 18;
const LINE = 34;

/** A page on which every UTF-16 unit is one em wide and a line holds ten. */
function pageOf(text: string): LineGeometry {
  const paragraphs = paragraphsOf(text);
  return {
    boxAt(offset, side) {
      let top = 0;
      for (const { start, end } of paragraphs) {
        const lines = Math.max(1, Math.ceil((end - start) / COLUMNS));
        if (offset <= end) {
          const at = offset - start;
          const atEnd = at > 0 && at % COLUMNS === 0 && (side === -1 || offset === end);
          const line = atEnd ? at / COLUMNS - 1 : Math.floor(at / COLUMNS);
          return { left: (at - line * COLUMNS) * EM, top: top + line * LINE, bottom: top + line * LINE + 26 };
        }
        top += lines * LINE;
      }
      throw new RangeError('outside');
    },
  };
}

const text = '黨的二十屆三中全會提出國家安全是中國式現代化\n\n短段\n末段也長得要分成兩行才放得下';
const page = pageOf(text);
const paragraphs = paragraphsOf(text);

test('a line runs from its first caret place to its last, on the side the caret stands', () => {
  const [first] = paragraphs;
  if (first === undefined) throw new Error('no paragraph');
  expect(lineAround(page, first, 3, 1)).toEqual({ start: 0, end: 10 });
  expect(lineAround(page, first, 10, -1)).toEqual({ start: 0, end: 10 });
  expect(lineAround(page, first, 10, 1)).toEqual({ start: 10, end: 20 });
  expect(lineAround(page, first, first.end, 1)).toEqual({ start: 20, end: first.end });
});

test('down and up keep to the column through short and empty paragraphs', () => {
  const x = 5 * EM;
  const walk = (from: LinePlace, direction: Direction) => {
    const places: number[] = [];
    let place = from;
    for (let line = 0; line < 8; line++) {
      place = lineStep(text, page, paragraphs, place, direction, x);
      places.push(place.offset);
    }
    return places;
  };
  const starts = paragraphs.map(({ start }) => start);
  const [, empty = 0, short = 0, last = 0] = starts;
  expect(walk({ offset: 5, side: 1 }, 1)).toEqual([
    15,
    22,
    empty,
    short + 2,
    last + 5,
    last + 14,
    text.length,
    text.length,
  ]);
  expect(walk({ offset: last + 5, side: 1 }, -1)).toEqual([short + 2, empty, 22, 15, 5, 0, 0, 0]);
});

test('a caret beyond the line turns to its end, not to the next line', () => {
  expect(lineStep(text, page, paragraphs, { offset: 3, side: 1 }, 1, 500)).toEqual({ offset: 20, side: -1 });
});

test('graphemes are never split', () => {
  const mixed = 'a𠮷é👩‍👩‍👧。';
  const forward: number[] = [];
  for (let at = 0; at < mixed.length; ) forward.push((at = graphemeEdge(mixed, at, 1)));
  const backward: number[] = [];
  for (let at = mixed.length; at > 0; ) backward.push((at = graphemeEdge(mixed, at, -1)));
  expect(forward.length).toBe(5);
  expect(backward.toReversed()).toEqual([0, ...forward.slice(0, -1)]);
});

test('the next annotation is the nearest to begin, the last one the nearest before', () => {
  const spans = [
    { start: 40, end: 50 },
    { start: 10, end: 90 },
    { start: 20, end: 30 },
  ];
  expect(annotationEdge(spans, 10, 1)).toBe(20);
  expect(annotationEdge(spans, 40, 1)).toBeNull();
  expect(annotationEdge(spans, 40, -1)).toBe(20);
  expect(annotationEdge(spans, 10, -1)).toBeNull();
});
