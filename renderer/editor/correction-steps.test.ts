import { getSchema } from '@tiptap/core';
import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#domain/text/well-formed.ts';
import { CorrectionLog, editsOf, textOf } from './correction-steps.ts';
import { TextOffsets } from './offsets.ts';
import { readerDocument, readerExtensions } from './reader-document.ts';

const schema = getSchema(readerExtensions);
const open = (text: string) => EditorState.create({ schema, doc: readerDocument(schema, text, []) });

type Deed = (state: EditorState) => Transaction | null;
const at = (state: EditorState, offset: number) => {
  const text = textOf(state.doc);
  return new TextOffsets(text).positionOf(Math.min(offset, text.length));
};
const select = (state: EditorState, start: number, end = start) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state, start), at(state, end))));
const byCommand = (state: EditorState, command: typeof splitBlock): Transaction | null => {
  let made: Transaction | null = null;
  command(state, (transaction) => {
    made = transaction;
  });
  return made;
};
const deeds: Record<string, (a: number, b: number) => Deed> = {
  type: (a) => (state) => state.tr.insertText('改', at(state, a)),
  overtype: (a, b) => (state) => state.tr.insertText('新', at(state, Math.min(a, b)), at(state, Math.max(a, b))),
  remove: (a, b) => (state) => state.tr.delete(at(state, Math.min(a, b)), at(state, Math.max(a, b))),
  split: (a) => (state) => byCommand(select(state, a), splitBlock),
  join: (a) => (state) => {
    const text = textOf(state.doc);
    const start = text.lastIndexOf('\n', Math.min(a, text.length) - 1) + 1;
    return byCommand(select(state, start), (now, dispatch) => joinBackward(now, dispatch));
  },
  dropParagraph: (a) => (state) => {
    const index = a % state.doc.childCount;
    if (state.doc.childCount < 2) return null;
    let position = 0;
    for (let before = 0; before < index; before++) position += state.doc.child(before).nodeSize;
    return state.tr.delete(position, position + state.doc.child(index).nodeSize);
  },
};

const apply = (text: string, edits: { start: number; end: number; insert: string }[]) =>
  edits.reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);

describe('every deed at every place of a short text of three paragraphs', () => {
  const text = '甲乙\n丙\n丁戊';
  test.each(Object.entries(deeds))('%s is told in text offsets', (_name, deed) => {
    for (let a = 0; a <= text.length; a++) {
      for (let b = 0; b <= text.length; b++) {
        const state = open(text);
        const transaction = deed(a, b)(state);
        if (transaction === null) continue;
        const edits = editsOf(transaction, text);
        expect(apply(text, edits)).toBe(textOf(transaction.doc));
        expect(edits.length).toBeLessThanOrEqual(1);
      }
    }
  });
});

test('a letter taken out is the one that was taken, though its neighbour is alike', () => {
  const state = open('安安安');
  expect(editsOf(state.tr.delete(2, 3), '安安安')).toEqual([{ start: 1, end: 2, insert: '' }]);
});

test('sessions of any deeds: the net changes lead from the text as it was opened to the one on the page', () => {
  const deed = fc.record({ what: fc.constantFrom(...Object.keys(deeds)), a: fc.nat(14), b: fc.nat(14) });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (session) => {
      const text = '甲乙\n丙𠮷\n\n丁戊';
      let state = open(text);
      let log = CorrectionLog.of(text, []);
      for (const { what, a, b } of session) {
        const now = textOf(state.doc);
        const whole = (offset: number) => (/[\uDC00-\uDFFF]/.test(now.charAt(offset)) ? offset - 1 : offset);
        const transaction =
          deeds[what]?.(whole(Math.min(a, now.length)), whole(Math.min(b, now.length)))(state) ?? null;
        if (transaction === null) continue;
        log = log.after(transaction);
        state = EditorState.create({ schema, doc: transaction.doc });
        expect(applyChanges(text, log.net)).toBe(textOf(state.doc));
      }
      expect(log.text).toBe(textOf(state.doc));
    }),
    { numRuns: 300 },
  );
});
