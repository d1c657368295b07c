import { getSchema } from '@tiptap/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOverlap } from '#domain/text/span.ts';
import { changeHighlights, emptyHighlights, type HighlightState } from './highlight-state.ts';
import { TextOffsets } from './offsets.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { readerDocument, readerExtensions } from './reader-document.ts';
import { textBlocks } from './text-blocks.ts';

const text = ['黨的二十屆三中全會提出，'.repeat(40), '', '𠮷𬶍é。', '國家安全'.repeat(30)].join('\n');
const offsets = new TextOffsets(text);
const blocks = textBlocks(text, offsets.paragraphs);
const painted = { offsets, blocks };
const doc = readerDocument(getSchema(readerExtensions), text, []);
const everything = { low: 0, high: blocks.length };

function annotation(id: string, start: number, end: number, more: Partial<ReaderAnnotation> = {}): ReaderAnnotation {
  return { id, start, end, colours: [1], label: id, status: 'settled', ...more };
}

/** What is set on the element of each decoration; ProseMirror keeps it in a field it does not declare. */
function attributesOf(state: HighlightState): (Record<string, string> & { from: number; to: number })[] {
  return state.decorations.find().map((decoration) => {
    const { type } = decoration as unknown as { type: { attrs: Record<string, string> } };
    return Object.assign({ from: decoration.from, to: decoration.to }, type.attrs);
  });
}

/** Ids over each offset, as the decorations say. */
function idsByOffset(state: HighlightState): string[][] {
  const ids = Array.from({ length: text.length }, (): string[] => []);
  for (const attributes of attributesOf(state)) {
    const { start, end } = offsets.spanOf(attributes);
    for (let offset = start; offset < end; offset++) {
      expect(ids[offset]).toEqual([]);
      ids[offset] = (attributes['data-ids'] ?? '').split(' ').toSorted();
    }
  }
  return ids;
}

function expectPainted(state: HighlightState, annotations: readonly ReaderAnnotation[]): void {
  const shown = blocks.slice(state.shown.low, state.shown.high);
  const expected = Array.from({ length: text.length }, (_, offset) =>
    shown.some(({ start, end }) => start <= offset && offset < end)
      ? annotations
          .filter(({ start, end }) => start <= offset && offset < end)
          .map(({ id }) => id)
          .toSorted()
      : [],
  );
  expect(idsByOffset(state)).toEqual(expected);
}

const annotations = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.nat(text.length - 1), fc.integer({ min: 1, max: 200 }))
    .map(([id, start, length]) => annotation(`a${id}`, start, Math.min(text.length, start + length))),
  { maxLength: 12, selector: ({ id }) => id },
);
const ranges = fc
  .tuple(fc.nat(blocks.length), fc.nat(blocks.length))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

test('after any changes, each shown character knows all annotations over it, and no other is painted', () => {
  const change = fc.record(
    { annotations, shown: ranges, activeId: fc.constantFrom(null, 'a1', 'a2') },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      let state = emptyHighlights();
      for (const change of changes) {
        state = changeHighlights(state, change, painted, doc);
        expectPainted(state, state.annotations);
        for (const one of state.annotations) {
          for (const other of state.annotations) {
            if (one.id !== other.id && spansOverlap(one, other)) {
              expect(state.lanes.get(one.id)).not.toBe(state.lanes.get(other.id));
            }
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('adding one keeps all lanes and redoes only the blocks under it', () => {
  const first = [annotation('a', 0, 300), annotation('b', 100, 200), annotation('c', 450, 470)];
  const before = changeHighlights(emptyHighlights(), { annotations: first, shown: everything }, painted, doc);
  const after = changeHighlights(before, { annotations: [...first, annotation('d', 10, 20)] }, painted, doc);
  for (const { id } of first) expect(after.lanes.get(id)).toBe(before.lanes.get(id));
  const redone = [...after.painted].filter(([block, decorations]) => decorations !== before.painted.get(block));
  expect(redone.map(([block]) => block)).toEqual([0]);
  expectPainted(after, after.annotations);
});

test('the same annotations in new objects change nothing', () => {
  const first = [annotation('a', 0, 30), annotation('b', 10, 40)];
  const before = changeHighlights(emptyHighlights(), { annotations: first, shown: everything }, painted, doc);
  const copies = first.map((each) => ({ ...each, colours: [...each.colours] }));
  expect(changeHighlights(before, { annotations: copies }, painted, doc).decorations).toBe(before.decorations);
});

test('a new category, status or label is seen', () => {
  const first = [annotation('a', 0, 30)];
  const before = changeHighlights(emptyHighlights(), { annotations: first, shown: everything }, painted, doc);
  for (const change of [{ colours: [2] }, { status: 'draft' as const }, { label: 'other' }]) {
    const changed = [annotation('a', 0, 30, change)];
    const after = changeHighlights(before, { annotations: changed }, painted, doc);
    expect(attributesOf(after)).not.toEqual(attributesOf(before));
  }
});
