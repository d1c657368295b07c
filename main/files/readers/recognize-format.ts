import { extname } from 'node:path';
import type { Refusal } from '#domain/contract/answer.ts';
import { limits } from './limits.ts';
import type { Format } from './read-article.ts';
import { isProtected, unknownFormat } from './refusals.ts';
import { openArchive } from './zip-archive.ts';

const BY_EXTENSION: Record<string, Format> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.shtml': 'html',
  '.mht': 'mhtml',
  '.mhtml': 'mhtml',
  '.docx': 'docx',
  '.odt': 'odt',
  '.pdf': 'pdf',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
  '.zip': 'zip',
};

/** Extensions of files that are read, in lower case with their dot. */
export const readableExtensions: ReadonlySet<string> = new Set(Object.keys(BY_EXTENSION));

const SIZES: Record<Format, number> = {
  text: limits.textBytes,
  markdown: limits.textBytes,
  html: limits.textBytes,
  mhtml: limits.documentBytes,
  docx: limits.documentBytes,
  odt: limits.documentBytes,
  pdf: limits.documentBytes,
  csv: limits.tableBytes,
  tsv: limits.tableBytes,
  xlsx: limits.tableBytes,
  jsonl: limits.tableBytes,
  json: limits.tableBytes,
  zip: limits.archiveBytes,
};

/** The largest file of this name that is read, in bytes; refuses a name that says of no format. */
export function sizeLimit(name: string): number {
  const format = BY_EXTENSION[extname(name).toLowerCase()];
  if (format === undefined) throw unknownName(name);
  return SIZES[format];
}

function unknownName(name: string): Refusal {
  return unknownFormat(name, `its name should end in one of ${[...readableExtensions].join(' ')}`);
}

/** What a file is: by its first bytes where they say it, else by the end of its name; refuses what is not read. */
export async function recognizeFormat(name: string, bytes: Uint8Array): Promise<Format> {
  const named = BY_EXTENSION[extname(name).toLowerCase()];
  if (named === undefined) throw unknownName(name);
  const beginning = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (beginning.startsWith('%PDF-')) return 'pdf';
  if (beginning.startsWith('PK\x03\x04') || beginning.startsWith('PK\x05\x06')) return recognizePackage(name, bytes);
  if (beginning.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOffice(name, bytes);
  if (named === 'docx' || named === 'odt' || named === 'xlsx' || named === 'zip') {
    throw unknownFormat(name, `its bytes are not those of a ${named.toUpperCase()} file; save it anew`);
  }
  return named;
}

/** All the office formats are archives that tell what they are by a file in them. */
async function recognizePackage(name: string, bytes: Uint8Array): Promise<Format> {
  let mimetype = '';
  const names = new Set<string>();
  for await (const entry of openArchive(name, bytes)) {
    names.add(entry.name.replace(/^(word|xl|ppt)\/.*$/, '$1/'));
    if (names.has('[Content_Types].xml')) {
      if (names.has('word/')) return 'docx';
      if (names.has('xl/')) return 'xlsx';
      if (names.has('ppt/')) throw unknownFormat(name, 'save its text as a document (.docx or .txt)');
    }
    if (entry.name === 'mimetype')
      mimetype = Buffer.from(await entry.read())
        .toString('latin1')
        .trim();
    if (mimetype === 'application/vnd.oasis.opendocument.text') return 'odt';
  }
  if (mimetype.startsWith('application/vnd.oasis') || mimetype.startsWith('application/epub')) {
    throw unknownFormat(name, 'save it as a text document (.odt or .docx)');
  }
  return 'zip';
}

/** The container of Office before 2007, and of everything that Office protects by a password. */
function oldOffice(name: string, bytes: Uint8Array): Error {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return isProtected(name);
  return unknownFormat(name, 'it is in the format of Office before 2007; save it as .docx or .xlsx');
}
