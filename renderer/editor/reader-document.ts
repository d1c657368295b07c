import { type Extensions, Node } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { z } from 'zod';
import type { role } from '#domain/contract/values.ts';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import { textBlocks } from './text-blocks.ts';

export type Role = z.infer<typeof role>;

interface ParagraphAttributes {
  role: Role;
  /** Level for a screen reader; null for what is no heading. */
  level: number | null;
}

const Document = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

const Text = Node.create({ name: 'text' });

const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  marks: '',
  addAttributes() {
    return { role: { default: 'body' }, level: { default: null } };
  },
  renderHTML({ node }) {
    const { role, level } = node.attrs as ParagraphAttributes;
    const empty = node.childCount === 0 ? ' is-empty' : '';
    const heading = level === null ? {} : { role: 'heading', 'aria-level': String(level) };
    return ['p', { class: `role-${role}${empty}`, ...heading }, 0];
  },
});

/** Paragraphs and text, nothing else: annotations stand off and never enter the document. */
export const readerExtensions: Extensions = [Document, Paragraph, Text];

/**
 * In UTF-16 units: a longer paragraph is given as several text nodes. ProseMirror would hash all that follows each time
 * it cuts a highlight out of a text node, and the browser would shape it again.
 */
const LONG_PARAGRAPH = 1_000;

/** A missing role is body. Below a title, subheads are headings of the next level. */
function attributesOf(roles: readonly Role[]): (index: number) => ParagraphAttributes {
  const subheadLevel = roles.includes('title') ? 3 : 2;
  return (index) => {
    const role = roles[index] ?? 'body';
    return { role, level: role === 'title' ? 2 : role === 'subhead' ? subheadLevel : null };
  };
}

/** Gives the paragraphs other roles, or nothing if all have theirs; no position changes by it. */
export function changeRoles({ doc, tr }: EditorState, roles: readonly Role[]): Transaction | null {
  const wanted = attributesOf(roles);
  doc.forEach((node, position, index) => {
    for (const [name, value] of Object.entries(wanted(index))) {
      if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value);
    }
  });
  return tr.docChanged ? tr : null;
}

/** One paragraph node a paragraph of the text, with its role. */
export function readerDocument(schema: Schema, text: string, roles: readonly Role[]): ProseMirrorNode {
  const wanted = attributesOf(roles);
  const paragraphs = paragraphsOf(text).map((paragraph) => {
    const attributes = wanted(paragraph.index);
    const parts = paragraph.end - paragraph.start > LONG_PARAGRAPH ? textBlocks(text, [paragraph]) : [paragraph];
    // Other ways to make a fragment join neighbouring text nodes.
    const content = parts.reduce(
      (fragment, { start, end }) => (start < end ? fragment.addToEnd(schema.text(text.slice(start, end))) : fragment),
      Fragment.empty,
    );
    return schema.node('paragraph', attributes, content);
  });
  return schema.node('doc', null, paragraphs);
}
