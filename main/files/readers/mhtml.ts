import PostalMime from 'postal-mime';
import { isDamaged, readingOf } from './refusals.ts';

export interface SavedPage {
  html: Uint8Array;
  charset: string | undefined;
  url: string | undefined;
}

const RAW = 'application/x-page';
// The first part of type text/html is the page; its header is reached from the file's own or across one boundary line.
const PAGE_HEADER = /^(content-type:[ \t]*)text\/html\b([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im;

/** The page of a saved web archive, as bytes: its charset is often missing or wrong, so it is found like any other. */
export async function readSavedPage(name: string, bytes: Uint8Array): Promise<SavedPage> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const header = PAGE_HEADER.exec(raw);
  if (header === null) throw isDamaged(name);
  // The parser decodes text by itself and gives bytes of anything else.
  const disguised = `${raw.slice(0, header.index)}${header[1]}${RAW}${header[2]}${raw.slice(header.index + header[0].length)}`;
  const mail = await readingOf(name, () => PostalMime.parse(Buffer.from(disguised, 'latin1')));
  const page = mail.attachments.find((each) => each.mimeType === RAW);
  if (page === undefined || typeof page.content === 'string') throw isDamaged(name);
  const url = mail.headers.find((each) => each.key === 'snapshot-content-location' || each.key === 'content-location');
  return {
    html: new Uint8Array(page.content),
    charset: /charset\s*=\s*"?([\w:-]{2,40})/i.exec(header[2] ?? '')?.[1],
    url: url?.value.trim(),
  };
}
