import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readHtmlText } from './html-text.ts';
import type { MetadataHints } from './read-article.ts';
import { readXml } from './read-xml.ts';
import { readingOf } from './refusals.ts';

/** The text of a Word file: its body with tables and notes, insertions taken, deletions left, no headers and footers. */
export async function readDocx(
  name: string,
  parts: Map<string, Uint8Array>,
): Promise<{ text: string; hints: MetadataHints }> {
  for (const [part, bytes] of parts) readXml(`${name}/${part}`, bytes);
  // Packed anew without pictures, so that the library unpacks nothing that was not held against the limits.
  const slim = zipSync(Object.fromEntries(parts), { level: 0 });
  const html = await readingOf(name, async () => {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(slim.buffer, slim.byteOffset, slim.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        // The back links of notes would be arrows in the text.
        styleMap: ['comment-reference => '],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return result.value.replaceAll(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '');
  });
  const { text } = readHtmlText(name, html);
  const core = parts.get('docProps/core.xml');
  return { text, hints: core === undefined ? {} : propertiesOf(name, core) };
}

/** Title, author and address from the properties of an office file (Dublin Core). */
export function propertiesOf(name: string, bytes: Uint8Array): MetadataHints {
  const values: Record<string, string> = {};
  let open = '';
  readXml(name, bytes, {
    open: (tag) => {
      open = tag.uri === DUBLIN_CORE ? tag.local : '';
    },
    close: () => {
      open = '';
    },
    text: (text) => {
      if (open !== '') values[open] = (values[open] ?? '') + text;
    },
  });
  const title = values['title']?.trim() ?? '';
  const author = values['creator']?.trim() ?? '';
  return { ...(title !== '' && { title }), ...(author !== '' && { author }) };
}

const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
