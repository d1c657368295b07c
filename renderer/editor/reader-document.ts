import { type Extensions, type JSONContent, Node } from '@tiptap/core';
import type { z } from 'zod';
import type { role } from '#domain/contract/values.ts';

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

/** One paragraph node a paragraph of the text, with its role; a missing role is body. */
export function readerContent(text: string, roles: readonly Role[]): JSONContent {
  const subheadLevel = roles.includes('title') ? 3 : 2;
  return {
    type: 'doc',
    content: text.split('\n').map((paragraph, index) => {
      const role = roles[index] ?? 'body';
      const level = role === 'title' ? 2 : role === 'subhead' ? subheadLevel : null;
      const attrs: ParagraphAttributes = { role, level };
      return paragraph === ''
        ? { type: 'paragraph', attrs }
        : { type: 'paragraph', attrs, content: [{ type: 'text', text: paragraph }] };
    }),
  };
}
