import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextOffsets } from './offsets.ts';
import { readerDocument, readerExtensions } from './reader-document.ts';

const schema = getSchema(readerExtensions);
const texts = fc
  .array(fc.constantFrom('黨', '。', 'a', '𠮷', '👩‍👩‍👧', 'e\u0301', '\n', '\n\n', ' ', '　'), { maxLength: 40 })
  .map((parts) => parts.join(''));

function documentOf(text: string): Node {
  const doc = readerDocument(schema, text, []);
  doc.check();
  return doc;
}

test('every offset has a position in a paragraph and comes back', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const offsets = new TextOffsets(text);
      const doc = documentOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = offsets.positionOf(offset);
        const resolved = doc.resolve(position);
        expect(resolved.parent.type.name).toBe('paragraph');
        expect(resolved.index(0)).toBe(text.slice(0, offset).split('\n').length - 1);
        expect(offsets.offsetOf(position)).toBe(offset);
      }
    }),
  );
});

test('every position has an offset, and each one in a paragraph comes back', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const offsets = new TextOffsets(text);
      const doc = documentOf(text);
      let last = 0;
      for (let position = 0; position <= doc.content.size; position++) {
        const offset = offsets.offsetOf(position);
        expect(offset).toBeGreaterThanOrEqual(last);
        expect(offset).toBeLessThanOrEqual(text.length);
        if (doc.resolve(position).depth === 1) expect(offsets.positionOf(offset)).toBe(position);
        last = offset;
      }
    }),
  );
});

test('the document holds between two positions what the text holds between their offsets', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
      const offsets = new TextOffsets(text);
      const { from, to } = offsets.rangeOf({ start, end });
      expect(documentOf(text).textBetween(from, to, '\n')).toBe(text.slice(start, end));
      expect(offsets.spanOf({ from, to })).toEqual({ start, end });
    }),
  );
});

test('the whole document is the whole text; beyond it there is nothing', () => {
  const text = '首段𠮷\n\n末段';
  const offsets = new TextOffsets(text);
  expect(offsets.spanOf({ from: 0, to: documentOf(text).content.size })).toEqual({ start: 0, end: text.length });
  expect(() => offsets.positionOf(text.length + 1)).toThrow(RangeError);
  expect(() => offsets.positionOf(-1)).toThrow(RangeError);
});
