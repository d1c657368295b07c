import { propertiesOf } from './docx.ts';
import type { MetadataHints } from './read-article.ts';
import { readXml } from './read-xml.ts';
import { isDamaged, isProtected } from './refusals.ts';

const TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
/** Elements of OpenDocument whose text is none of the article's: what was deleted, remarks, fields that say what to do. */
const LEFT_OUT = new Set([
  `${TEXT} tracked-changes`,
  `${OFFICE} annotation`,
  `${OFFICE} forms`,
  `${TEXT} note-citation`,
  `${TEXT} sequence-decls`,
  `${TEXT} user-field-decls`,
  `${TEXT} variable-decls`,
]);
const MOST_SPACES = 10_000;

/**
 * The text of an OpenDocument file, from the events of a strict XML parser: no library that is kept up reads ODT alone
 * (officeparser brings text recognition and a newer Node, the others have stood still since 2017).
 */
export function readOdt(name: string, parts: Map<string, Uint8Array>): { text: string; hints: MetadataHints } {
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined) {
    readXml(`${name}/META-INF/manifest.xml`, manifest, {
      open: (tag) => {
        if (tag.local === 'encryption-data') throw isProtected(name);
      },
    });
  }
  const content = parts.get('content.xml');
  if (content === undefined) throw isDamaged(name);
  const meta = parts.get('meta.xml');
  return {
    text: readContent(`${name}/content.xml`, content),
    hints: meta === undefined ? {} : propertiesOf(`${name}/meta.xml`, meta),
  };
}

function readContent(name: string, bytes: Uint8Array): string {
  const lines: string[] = [];
  // A note stands inside a paragraph and has paragraphs of its own, which follow the text.
  const notes: string[] = [];
  const paragraphs: string[][] = [];
  let leftOut = 0;
  let inNote = 0;
  const write = (text: string) => paragraphs.at(-1)?.push(text);
  readXml(name, bytes, {
    open: (tag) => {
      const kind = `${tag.uri} ${tag.local}`;
      if (leftOut > 0 || LEFT_OUT.has(kind)) {
        leftOut += 1;
        return;
      }
      if (kind === `${TEXT} p` || kind === `${TEXT} h`) paragraphs.push([]);
      else if (kind === `${TEXT} note`) inNote += 1;
      else if (kind === `${TEXT} tab`) write('\t');
      else if (kind === `${TEXT} line-break`) write('\n');
      else if (kind === `${TEXT} s`) {
        const count = Number(tag.attributes['text:c']?.value ?? 1);
        write(' '.repeat(Math.min(Math.max(count, 1), MOST_SPACES) || 1));
      }
    },
    close: (tag) => {
      if (leftOut > 0) {
        leftOut -= 1;
        return;
      }
      if (tag.uri === TEXT && (tag.local === 'p' || tag.local === 'h')) {
        (inNote > 0 ? notes : lines).push(...paragraphLines(paragraphs.pop() ?? []));
      } else if (tag.uri === TEXT && tag.local === 'note') inNote -= 1;
      else if (tag.uri === TABLE && tag.local === 'table') lines.push(...notes.splice(0));
    },
    // White space of the file itself is one space; what the writer typed is in elements.
    text: (text) => {
      if (leftOut === 0) write(text.replaceAll(/[ \t\r\n]+/g, ' '));
    },
  });
  return [...lines, ...notes].join('\n');
}

function paragraphLines(parts: readonly string[]): string[] {
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line.trim() !== '');
}
