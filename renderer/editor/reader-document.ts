import { type Extensions, Node } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
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

/** One paragraph node a paragraph of the text, with its role; a missing role is body. */
export function readerDocument(schema: Schema, text: string, roles: readonly Role[]): ProseMirrorNode {
  const subheadLevel = roles.includes('title') ? 3 : 2;
  const paragraphs = paragraphsOf(text).map((paragraph) => {
    const role = roles[paragraph.index] ?? 'body';
    const level = role === 'title' ? 2 : role === 'subhead' ? subheadLevel : null;
    const attributes: ParagraphAttributes = { role, level };
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
