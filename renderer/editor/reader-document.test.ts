import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { changeRoles, readerDocument, readerExtensions } from './reader-document.ts';

const schema = getSchema(readerExtensions);

test('one paragraph a paragraph, empty ones too, each with its role', () => {
  const doc = readerDocument(schema, '完善機制\n\n全會提出。\n（記者 某某）', ['subhead', 'body', 'body', 'byline']);
  doc.check();
  expect(doc.content.content.map((paragraph) => [paragraph.textContent, paragraph.attrs['role']])).toEqual([
    ['完善機制', 'subhead'],
    ['', 'body'],
    ['全會提出。', 'body'],
    ['（記者 某某）', 'byline'],
  ]);
});

test('a screen reader finds titles and subheads as headings, one level apart', () => {
  const levels = (roles: Parameters<typeof readerDocument>[2]) =>
    readerDocument(schema, '甲\n乙\n丙', roles).content.content.map((paragraph) => paragraph.attrs['level'] as unknown);
  expect(levels(['title', 'subhead', 'body'])).toEqual([2, 3, null]);
  expect(levels(['body', 'subhead'])).toEqual([null, 2, null]);
});

test('paragraphs are drawn with role and class, and nothing in the schema can hold an annotation', () => {
  const doc = readerDocument(schema, '完善機制\n', ['subhead']);
  const drawn = doc.content.content.map((paragraph) => schema.nodes['paragraph']?.spec.toDOM?.(paragraph));
  expect(drawn).toMatchObject([
    ['p', { class: 'role-subhead', role: 'heading', 'aria-level': '2' }, 0],
    ['p', { class: 'role-body is-empty' }, 0],
  ]);
  expect(Object.keys(schema.marks)).toEqual([]);
});

test('a long paragraph is cut into text nodes that together are its text', () => {
  const text = `首段\n${'𠮷黨的二十屆'.repeat(2000)}`;
  const doc = readerDocument(schema, text, []);
  doc.check();
  expect(doc.textBetween(0, doc.content.size, '\n')).toBe(text);
  const lengths = doc.child(1).content.content.map((node) => node.nodeSize);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(240);
});

test('other roles are given in place: text and positions stay, headings follow, the same roles change nothing', () => {
  const text = '甲題\n乙題\n丙文。';
  const state = EditorState.create({ doc: readerDocument(schema, text, ['body', 'subhead', 'body']) });
  expect(changeRoles(state, ['body', 'subhead', 'body'])).toBeNull();
  const change = changeRoles(state, ['title', 'subhead', 'caption']);
  const { doc } = state.apply(change ?? state.tr);
  expect(doc.eq(readerDocument(schema, text, ['title', 'subhead', 'caption']))).toBe(true);
  expect(change?.mapping.map(7)).toBe(7);
});
