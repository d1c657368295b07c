import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { detectEncoding } from '../encoding/detect-encoding.ts';
import { limits } from './limits.ts';
import { isDamaged, isProtected, readingOf, tooComplex, tooLarge } from './refusals.ts';

const ENCRYPTED = 0x1;
const UTF8_NAME = 0x800;

export interface ArchiveEntry {
  /** Its path inside the archive, without steps upwards. */
  name: string;
  /** Unpacks it, within the limits; refuses what is protected or lies about its size. */
  read: () => Promise<Uint8Array>;
}

/**
 * The files of an archive, one at a time; folders are left out. `allowed` bounds all that is unpacked together, in bytes;
 * `strict` refuses a path that leads out of the archive, instead of reading it as if it did not.
 */
export async function* openArchive(
  name: string,
  bytes: Uint8Array,
  allowed: number = limits.unpackedBytes,
  strict = false,
): AsyncGenerator<ArchiveEntry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await readingOf(name, () => fromBufferPromise(buffer, { decodeStrings: false, autoClose: false }));
  if (zip.entryCount > limits.entries) throw tooComplex(name, `holds ${zip.entryCount} files`);
  const budget = { left: allowed };
  const entries = zip.eachEntry();
  for (;;) {
    const next = await readingOf(name, () => entries.next());
    if (next.done === true) return;
    const entry = next.value;
    const written = writtenName(entry);
    if (strict && leadsOut(written)) throw tooComplex(`${name}/${written.slice(0, 100)}`, 'leads out of its archive');
    const inside = entryName(written);
    if (inside.endsWith('/')) continue;
    yield { name: inside, read: () => unpack(zip, entry, `${name}/${inside}`, budget) };
  }
}

async function unpack(zip: ZipFile, entry: Entry, name: string, budget: { left: number }): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw isProtected(name);
  const size = entry.uncompressedSize;
  if (size > limits.entryBytes) throw tooLarge(name, size, limits.entryBytes);
  if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio) {
    throw tooComplex(name, `unpacks to ${Math.round(size / Math.max(1, entry.compressedSize))} times its size`);
  }
  if (size > budget.left) throw tooComplex(name, 'unpacks to more than can be held');
  budget.left -= size;
  return readingOf(name, async () => {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > size) throw isDamaged(name);
      chunks.push(chunk);
    }
    if (length !== size) throw isDamaged(name);
    return Buffer.concat(chunks, length);
  });
}

function writtenName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const utf8 = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0;
  return utf8 ? raw.toString('utf8') : (detectEncoding(raw)?.text ?? raw.toString('latin1'));
}

function leadsOut(written: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(written) || written.split(/[/\\]/).includes('..');
}

function entryName(written: string): string {
  const folder = /[/\\]$/.test(written) ? '/' : '';
  return (
    written
      .split(/[/\\]/)
      .filter((step) => step !== '' && step !== '.' && step !== '..')
      .join('/') + folder
  );
}

/** The XML parts of an office file, unpacked and held against the limits; pictures and the like are left where they are. */
export async function openPackage(name: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for await (const entry of openArchive(name, bytes, limits.packageBytes)) {
    if (/\.(xml|rels)$/i.test(entry.name) || entry.name === 'mimetype') parts.set(entry.name, await entry.read());
  }
  return parts;
}
