import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '#domain/contract/answer.ts';
import { decodeSource, checkLines } from './decode-source.ts';
import { declaredCharset } from './declared-charset.ts';
import { limits } from './limits.ts';
import type { Format, ReadArticle, ReadOptions, ReadSource, RefusedFile } from './read-article.ts';
import { recognizeFormat, sizeLimit } from './recognize-format.ts';
import { isEmpty, isDamaged, tooComplex, tooLarge } from './refusals.ts';
import type { TableRow, TableSheet } from './tables.ts';
import { openArchive, openPackage } from './zip-archive.ts';

/**
 * The articles of a file, one by one: one of a document, one a row of a table, all of an archive. What cannot be read is
 * told and the rest goes on; it never throws for what the bytes are.
 */
export async function* readSource(
  source: ReadSource,
  options: ReadOptions = {},
): AsyncGenerator<ReadArticle | RefusedFile> {
  try {
    const bytes = 'bytes' in source ? source.bytes : await load(source.name, source.path);
    yield* readBytes(source.name, bytes, options, 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield { outcome: 'refused', name: source.name, refusal: error };
  }
}

async function load(name: string, path: string): Promise<Uint8Array> {
  const allowed = sizeLimit(name);
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Refusal('invalid', 'file-unreadable', `${name} is not a file.`, { file: name });
    if (found.size > allowed) throw tooLarge(name, found.size, allowed);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(
      'not-found',
      'file-unreadable',
      `${name} cannot be read (${code}): is it still there, and may you read it?`,
      { file: name, system: code },
    );
  }
}

async function* readBytes(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<ReadArticle | RefusedFile> {
  const allowed = sizeLimit(name);
  if (bytes.length > allowed) throw tooLarge(name, bytes.length, allowed);
  if (bytes.length === 0) throw isEmpty(name);
  const format = await recognizeFormat(name, bytes);
  switch (format) {
    case 'zip':
      yield* readArchive(name, bytes, options, depth);
      break;
    case 'csv':
    case 'tsv':
    case 'xlsx':
    case 'json':
    case 'jsonl':
      yield* readTable(name, format, bytes, options);
      break;
    case 'text':
    case 'markdown':
    case 'html':
    case 'mhtml':
    case 'docx':
    case 'odt':
    case 'pdf':
      yield checked(await readDocument(name, format, bytes, options));
  }
}

async function* readArchive(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<ReadArticle | RefusedFile> {
  if (depth > limits.archiveDepth) throw tooComplex(name, 'is an archive in an archive in an archive');
  let entries = 0;
  for await (const entry of openArchive(name, bytes)) {
    // What macOS adds to every archive, and the lists of thumbnails of Windows.
    if (/(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(entry.name)) continue;
    entries += 1;
    const inside = `${name}/${entry.name}`;
    try {
      // Refuses by name what need not be unpacked for that.
      sizeLimit(inside);
      yield* readBytes(inside, await entry.read(), options, depth + 1);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { outcome: 'refused', name: inside, refusal: error };
    }
  }
  if (entries === 0) throw isEmpty(name);
}

// Each format's library is loaded with the first file of it: together they take a second and 70 MB.
async function readDocument(
  name: string,
  format: Exclude<Format, 'zip' | 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl'>,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ReadArticle> {
  const binary = { outcome: 'read', name, format, bytes, confidence: 'certain', invalid: 0, alternatives: [] } as const;
  switch (format) {
    case 'docx': {
      const { readDocx } = await import('./docx.ts');
      return {
        ...binary,
        alternatives: [],
        encoding: format,
        ...(await readDocx(name, await openPackage(name, bytes))),
      };
    }
    case 'odt': {
      const { readOdt } = await import('./odt.ts');
      return { ...binary, alternatives: [], encoding: format, ...readOdt(name, await openPackage(name, bytes)) };
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts');
      return { ...binary, alternatives: [], encoding: format, ...(await readPdf(name, bytes)) };
    }
    case 'mhtml': {
      const { readSavedPage } = await import('./mhtml.ts');
      const { readHtmlArticle } = await import('./html-article.ts');
      const page = await readSavedPage(name, bytes);
      const decoded = decodeSource(name, page.html, options.encoding, page.charset ?? declaredCharset(page.html));
      const article = readHtmlArticle(name, decoded.text);
      const url = article.hints.url ?? page.url;
      const hints = { ...article.hints, ...(url !== undefined && { url }) };
      return { outcome: 'read', name, format, bytes, ...decoded, ...article, hints };
    }
    case 'html': {
      const { readHtmlArticle } = await import('./html-article.ts');
      const decoded = decodeSource(name, bytes, options.encoding, declaredCharset(bytes));
      const article = readHtmlArticle(name, decoded.text);
      return { outcome: 'read', name, format, bytes, ...decoded, ...article };
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.ts');
      const decoded = decodeSource(name, bytes, options.encoding);
      checkLines(name, decoded.text);
      const { text, title } = await readMarkdown(name, decoded.text);
      return { outcome: 'read', name, format, bytes, ...decoded, text, hints: title === null ? {} : { title } };
    }
    case 'text': {
      const decoded = decodeSource(name, bytes, options.encoding);
      return { outcome: 'read', name, format, bytes, ...decoded, hints: {} };
    }
  }
}

async function* readTable(
  name: string,
  format: 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl',
  bytes: Uint8Array,
  options: ReadOptions,
): AsyncGenerator<ReadArticle | RefusedFile> {
  const decoded =
    format === 'xlsx'
      ? ({ encoding: format, text: '', confidence: 'certain', invalid: 0, alternatives: [] } as const)
      : decodeSource(name, bytes, options.encoding);
  const sheets = await readSheets(name, format, bytes, decoded.text, options);
  for (const { sheet, rows, refusal } of sheets) {
    const table = sheet === null ? name : `${name}#${sheet}`;
    if (refusal !== undefined) yield { outcome: 'refused', name: table, refusal };
    for (const row of rows) {
      const at = `${table}#${row.row}`;
      try {
        yield checked(articleOf(at, row, { ...decoded, alternatives: [...decoded.alternatives], format }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        yield { outcome: 'refused', name: at, refusal: error };
      }
    }
  }
}

function articleOf(
  name: string,
  row: TableRow,
  decoded: Pick<ReadArticle, 'encoding' | 'confidence' | 'invalid' | 'alternatives' | 'format'>,
): ReadArticle {
  if ('problem' in row) throw row.problem === 'empty' ? isEmpty(name) : isDamaged(name);
  const { text, hints, cells } = row;
  return { ...decoded, outcome: 'read', name, bytes: Buffer.from(JSON.stringify(cells), 'utf8'), text, hints };
}

async function readSheets(
  name: string,
  format: 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl',
  bytes: Uint8Array,
  text: string,
  options: ReadOptions,
): Promise<TableSheet[]> {
  const { readDelimited, readJsonRows, readXlsx } = await import('./tables.ts');
  switch (format) {
    case 'csv':
      return readDelimited(name, text, ',', options);
    case 'tsv':
      return readDelimited(name, text, '\t', options);
    case 'xlsx':
      return readXlsx(name, await openPackage(name, bytes), options);
    case 'json':
    case 'jsonl':
      return readJsonRows(name, text, format === 'jsonl', options);
  }
}

function checked(article: ReadArticle): ReadArticle {
  if (article.text.trim() === '') throw isEmpty(article.name);
  checkLines(article.name, article.text);
  return article;
}
