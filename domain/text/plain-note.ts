import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: false, linkify: false, breaks: true });

/** The words of a note without their format: paragraphs, lines and items of lists a line each, links by their words. */
export function plainNote(note: string): string {
  const lines: string[] = [];
  for (const token of reader.parse(note, {})) {
    if (token.type === 'inline')
      lines.push(
        (token.children ?? [])
          .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content))
          .join(''),
      );
    else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trimEnd());
  }
  return lines.join('\n');
}
