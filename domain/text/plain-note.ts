import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: false, linkify: false, breaks: true });

/** The words of a note without their format, in the lines in which they stand; links by their words. */
export function plainNote(note: string): string {
  let plain = '';
  /** The line of the note after the last that is told. */
  let told = 0;
  for (const { type, children, content, map } of reader.parse(note, {})) {
    if (type !== 'inline' && type !== 'fence' && type !== 'code_block') continue;
    const [from, to] = map ?? [told, told + 1];
    if (plain !== '') plain += '\n'.repeat(Math.max(1, from - told + 1));
    told = to;
    plain +=
      type === 'inline'
        ? (children ?? [])
            .map((each) => (each.type === 'softbreak' || each.type === 'hardbreak' ? '\n' : each.content))
            .join('')
        : content.trimEnd();
  }
  return plain;
}
