// Punctuation that CommonMark, GitHub (mentions, emoji, formulas) or Pandoc (citations, TeX, smart quotes, sub- and
// superscripts, attributes) give a meaning anywhere in a line.
const ANYWHERE = /[\\`*_{}[\]<>$~^|&@#"'!]/g;
// Inside a line only as a run: dashes and ellipses of Pandoc, an emoji or a bare address's beginning.
const RUNS = /-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|:(?=[\w+-]+:|\/\/)/g;
// At the beginning of a line: lists, rules, headings underlined, definitions, fancy lists of Pandoc.
const AT_START = /^(\s*)(?:([-+=:])|(\(?)([\p{L}\p{N}]{1,9})([.)]))(?=\s|$|[-+=])/u;

/**
 * Text on one line that every reader of Markdown shows as it is; a line feed becomes a space. White space at its
 * beginning is kept by references; at the end of a line no reader shows it.
 */
export function escapeLine(text: string): string {
  const line = text.replaceAll(/\r\n|[\n\r]/g, ' ');
  const escaped = line
    .replaceAll(ANYWHERE, '\\$&')
    .replaceAll(RUNS, '\\$&')
    .replace(AT_START, (_all, space: string, sign: string | undefined, bracket = '', word = '', end = '') =>
      sign === undefined ? `${space}${bracket === '' ? '' : '\\('}${word}\\${end}` : `${space}\\${sign}`,
    );
  return escaped.replace(/^\s+/u, (spaces) => Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join(''));
}

/** Text that goes on behind a footnote's call, with which it must make neither a link nor a definition. */
export function escapeFurther(text: string): string {
  return escapeLine(`x${text}`).slice(1).replace(/^[(:]/, '\\$&');
}

/** Each line of a text escaped, those with nothing on them left out. */
export function escapeLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '')
    .map((line) => escapeLine(line));
}

/** Blocks with an empty line between them. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

export function quoteBlock(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`).join('\n>\n');
}

/** A footnote: every block after the first is indented, so that it belongs to it. */
export function footnote(label: string, blocks: readonly string[]): string {
  const [first = '', ...others] = blocks;
  return [`[^${label}]: ${first}`, ...others.map((block) => `    ${block}`)].join('\n\n');
}

/** A table with pipes; `ends` are the columns set at their end. */
export function pipeTable(head: readonly string[], rows: readonly string[][], ends: ReadonlySet<number>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (ends.has(column) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map((cells) => line(cells))].join('\n');
}

/** A text under its label, which stands before its first line. */
export function labelled(label: string, text: string, colon: string): string {
  return joinBlocks(
    escapeLines(text).map((line, index) => (index === 0 ? `**${escapeLine(label)}**${colon}${line}` : line)),
  );
}
