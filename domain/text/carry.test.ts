import { Mapping, StepMap } from '@tiptap/pm/transform';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetChange } from './carry.ts';
import { carrySpan, netChanges } from './carry.ts';
import type { Span } from './span.ts';
import { applyChanges } from './well-formed.ts';

const LETTERS = 'abcde';

function spansUpTo(length: number, shortest: number): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start <= length; start++) {
    for (let end = start + shortest; end <= length; end++) spans.push({ start, end });
  }
  return spans;
}

function editsOf(length: number, inserts: readonly string[]): NetChange[] {
  return spansUpTo(length, 0).flatMap(({ start, end }) =>
    inserts.filter((insert) => insert !== '' || start < end).map((insert) => ({ start, end, insert })),
  );
}

const apply = (text: string, step: NetChange) => text.slice(0, step.start) + step.insert + text.slice(step.end);

function* sequences(): Generator<{ text: string; steps: NetChange[]; result: string }> {
  for (let length = 0; length <= LETTERS.length; length++) {
    const text = LETTERS.slice(0, length);
    yield { text, steps: [], result: text };
    for (const first of editsOf(length, ['', 'X', 'XY'])) {
      const between = apply(text, first);
      yield { text, steps: [first], result: between };
      for (const second of editsOf(between.length, ['', 'Z'])) {
        yield { text, steps: [first, second], result: apply(between, second) };
      }
    }
  }
}

/** ProseMirror's answer: one step map with the ranges of all net changes. */
function mapped(span: Span, changes: readonly NetChange[]): Span {
  const ranges = changes.flatMap(({ start, end, insert }) => [start, end - start, insert.length]);
  const mapping = new Mapping([new StepMap(ranges)]);
  return { start: mapping.map(span.start, 1), end: mapping.map(span.end, -1) };
}

describe('every text up to five letters, every span, every sequence of up to two edits', () => {
  test('net changes are sorted, apart, and lead to the same text', () => {
    let count = 0;
    for (const { text, steps, result } of sequences()) {
      const changes = netChanges(steps, text);
      let ok = applyChanges(text, changes) === result;
      for (const [index, change] of changes.entries()) {
        ok &&= change.start > (changes[index - 1]?.end ?? -1);
        ok &&= text.slice(change.start, change.end) !== change.insert;
      }
      if (!ok) expect({ text, steps, changes }).toBe(result);
      count++;
    }
    expect(count).toBeGreaterThan(3000);
  });

  test('spans are carried as by ProseMirror, but for a replacement that covers a span and reaches further', () => {
    const seen = { same: 0, orphan: 0, exception: 0 };
    for (const { text, steps, result } of sequences()) {
      const changes = netChanges(steps, text);
      for (const span of spansUpTo(text.length, 1)) {
        const carried = carrySpan(span, changes);
        const oracle = mapped(span, changes);
        const cover = changes.find((change) => change.start <= span.start && span.end <= change.end);
        const isExact = cover?.start === span.start && cover.end === span.end;
        let expected: Span | null = oracle;
        if (cover?.insert === '') {
          expected = null;
          seen.orphan++;
          if (oracle.start < oracle.end) expect({ text, steps, span, oracle }).toBe('nothing left');
        } else if (cover !== undefined && !isExact) {
          const begin = mapped({ start: cover.start, end: cover.end }, changes);
          expected = begin;
          seen.exception++;
          if (oracle.start < oracle.end) expect({ text, steps, span, oracle }).toBe('nothing left');
          if (result.slice(begin.start, begin.end) !== cover.insert) expect({ text, steps, span }).toBe(cover.insert);
        } else {
          seen.same++;
        }
        const agrees = carried?.start === expected?.start && carried?.end === expected?.end;
        if (!agrees || (carried !== null && carried.start >= carried.end)) {
          expect({ text, steps, changes, span, carried }).toBe(expected);
        }
      }
    }
    expect(seen.same).toBeGreaterThan(10_000);
    expect(seen.orphan).toBeGreaterThan(1000);
    expect(seen.exception).toBeGreaterThan(1000);
  });
});

test('long sequences of edits: the same text, and ProseMirror in agreement', () => {
  const edit = fc.record({ at: fc.nat(), remove: fc.nat(4), insert: fc.constantFrom('', 'X', 'YZ', '安全', '𠮷') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const text = '全會提出,要健全國家安全體系。𠮷縣';
      let result = text;
      const steps = edits.map(({ at, remove, insert }) => {
        const start = at % (result.length + 1);
        const step = { start, end: Math.min(result.length, start + remove), insert };
        result = apply(result, step);
        return step;
      });
      const changes = netChanges(steps, text);
      expect(applyChanges(text, changes)).toBe(result);
      for (const span of spansUpTo(text.length, 1)) {
        const covered = changes.some((change) => change.start <= span.start && span.end <= change.end);
        if (!covered) expect(carrySpan(span, changes)).toEqual(mapped(span, changes));
      }
    }),
    { numRuns: 500 },
  );
});

describe('the cases a researcher meets', () => {
  const text = '要健全國家安全體系';
  const cover = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const carried = (words: string, ...steps: NetChange[]) => {
    const changes = netChanges(steps, text);
    const span = carrySpan(cover(words), changes);
    return span && applyChanges(text, changes).slice(span.start, span.end);
  };

  test('a composition leaves one insertion', () => {
    const steps = [
      { start: 3, end: 3, insert: 'z' },
      { start: 3, end: 4, insert: 'zh' },
      { start: 3, end: 5, insert: '中' },
    ];
    expect(netChanges(steps, text)).toEqual([{ start: 3, end: 3, insert: '中' }]);
    expect(carried('健全', ...steps)).toBe('健全');
    expect(carried('國家', ...steps)).toBe('國家');
    expect(carried('健全國家', ...steps)).toBe('健全中國家');
  });

  test('deleting and typing at the same place, in either order, is a replacement and keeps the annotation', () => {
    const after = [
      { start: 3, end: 5, insert: '' },
      { start: 3, end: 3, insert: '社會' },
    ];
    const before = [
      { start: 3, end: 3, insert: '社會' },
      { start: 5, end: 7, insert: '' },
    ];
    expect(netChanges(after, text)).toEqual([{ start: 3, end: 5, insert: '社會' }]);
    expect(netChanges(before, text)).toEqual([{ start: 3, end: 5, insert: '社會' }]);
    expect(carried('國家', ...after)).toBe('社會');
    expect(carried('國', ...after)).toBe('社會');
    expect(carried('國家安全', ...after)).toBe('社會安全');
    expect(carried('家安全', ...after)).toBe('安全');
  });

  test('text typed and deleted again, or deleted and typed again, is no change', () => {
    expect(
      netChanges(
        [
          { start: 2, end: 2, insert: 'x' },
          { start: 2, end: 3, insert: '' },
        ],
        text,
      ),
    ).toEqual([]);
    expect(
      netChanges(
        [
          { start: 3, end: 5, insert: '' },
          { start: 3, end: 3, insert: '國家' },
        ],
        text,
      ),
    ).toEqual([]);
  });

  test('an annotation is orphaned only when all its words are deleted', () => {
    expect(carried('國家', { start: 3, end: 5, insert: '' })).toBeNull();
    expect(carried('國家', { start: 2, end: 6, insert: '' })).toBeNull();
    expect(carried('國家', { start: 2, end: 4, insert: '' })).toBe('家');
  });

  test('a change never splits a pair, though an edit did', () => {
    expect('𠮷'.charCodeAt(0)).toBe('𠮸'.charCodeAt(0));
    const steps = [{ start: 2, end: 3, insert: '𠮸'.slice(1) }];
    expect(netChanges(steps, '甲𠮷乙')).toEqual([{ start: 1, end: 3, insert: '𠮸' }]);
  });

  test('edits and changes that cannot be are refused', () => {
    expect(() => netChanges([{ start: 0, end: 10, insert: '' }], text)).toThrow(RangeError);
    expect(() => netChanges([{ start: 2, end: 1, insert: '' }], text)).toThrow(RangeError);
    expect(() => carrySpan({ start: 2, end: 2 }, [])).toThrow(RangeError);
    const touching = [
      { start: 0, end: 1, insert: '' },
      { start: 1, end: 2, insert: 'x' },
    ];
    expect(() => carrySpan({ start: 0, end: 5 }, touching)).toThrow(RangeError);
  });
});

/** All sets of up to three changes that are sorted and apart, as `netChanges` gives them. */
function* netSets(length: number, from = 0, most = 3): Generator<NetChange[]> {
  yield [];
  if (most === 0) return;
  for (let start = from; start <= length; start++) {
    for (let end = start; end <= length; end++) {
      for (const insert of start < end ? ['', 'X', 'XY'] : ['X', 'XY'])
        for (const rest of netSets(length, end + 1, most - 1)) yield [{ start, end, insert }, ...rest];
    }
  }
}

test('every set of up to three net changes on texts up to five letters, with up to three annotations', () => {
  let sets = 0;
  let carriedSpans = 0;
  for (let length = 1; length <= LETTERS.length; length++) {
    const text = LETTERS.slice(0, length);
    const spans = spansUpTo(length, 1);
    for (const changes of netSets(length)) {
      sets++;
      const result = applyChanges(text, changes);
      const carried = spans.map((span) => carrySpan(span, changes));
      carriedSpans += spans.length;
      for (const [index, span] of spans.entries()) {
        const now = carried[index] ?? null;
        const cover = changes.find((change) => change.start <= span.start && span.end <= change.end);
        const oracle = mapped(span, changes);
        // The rule of the design, in words: gone when all of it was deleted; a replaced passage keeps its annotation.
        if (cover?.insert === '') {
          if (now !== null) expect({ text, changes, span, now }).toBe('an orphan');
        } else if (cover !== undefined) {
          if (now === null || result.slice(now.start, now.end) !== cover.insert)
            expect({ text, changes, span, now }).toBe(cover.insert);
        } else if (now === null || now.start !== oracle.start || now.end !== oracle.end) {
          expect({ text, changes, span, now }).toBe(oracle);
        }
      }
    }
  }
  expect(sets).toBeGreaterThan(2000);
  // Each annotation is carried by itself: three of them are any three of these.
  expect(carriedSpans).toBeGreaterThan(25_000);
});
