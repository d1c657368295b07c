import { Refusal } from '#domain/contract/answer.ts';
import type { Encoding, ImportedFile } from '#domain/contract/article.ts';
import type { Output } from '#domain/contract/index.ts';
import { proposeRoles } from '#domain/text/roles.ts';
import { makeWellFormed } from '#domain/text/well-formed.ts';
import { v7 as uuidv7 } from 'uuid';
import type { ReadArticle, RefusedFile } from '../files/readers/read-article.ts';
import { readSource } from '../files/readers/read-source.ts';
import type { JobContext, JobInput, ResolvedSource } from './context.ts';
import { type ArticleSource, knownMetadata } from './known-metadata.ts';

/** Reads each source and hands its articles to the writer; what cannot be read is reported and the rest goes on. */
export async function importArticles(
  context: JobContext,
  input: JobInput<'article.import'>,
): Promise<Output<'article.import'>> {
  const files: ImportedFile[] = [];
  context.progress(0, input.sources.length);
  for (const [index, source] of input.sources.entries()) {
    if (context.cancelled()) break;
    for await (const read of articlesOf(source, input.encoding)) {
      files.push(await importOne(context, read));
      if (context.cancelled()) break;
    }
    context.progress(index + 1, input.sources.length);
  }
  return { files };
}

type ReadText = Pick<ReadArticle, 'outcome' | 'name' | 'bytes' | 'text' | 'encoding'> &
  Partial<Pick<ReadArticle, 'confidence' | 'alternatives'>> &
  ArticleSource;

async function* articlesOf(
  source: ResolvedSource,
  encoding: Encoding | undefined,
): AsyncGenerator<ReadText | RefusedFile> {
  if ('path' in source) yield* readSource(source, encoding === undefined ? {} : { encoding });
  else yield { outcome: 'read', name: source.name, ...pasted(source.text) };
}

async function importOne(context: JobContext, read: ReadText | RefusedFile): Promise<ImportedFile> {
  try {
    if (read.outcome === 'refused') throw read.refusal;
    const { name, bytes, text, encoding } = read;
    if (read.confidence === 'close') throw closeCall(read);
    const wellFormed = makeWellFormed(text);
    if (wellFormed.text.trim() === '')
      throw new Refusal('invalid', 'file-empty', `${name} contains no text.`, { file: name });
    const roles = proposeRoles(wellFormed.text);
    const { articleId, duplicate } = await context.write('article.insert', {
      id: uuidv7(),
      revisionId: uuidv7(),
      fileName: name,
      bytes,
      encoding,
      originalText: text,
      text: wellFormed.text,
      changes: wellFormed.changes,
      roles,
      metadata: knownMetadata(read, wellFormed.text, roles),
    });
    return {
      name,
      outcome: duplicate ? 'duplicate' : 'imported',
      articleId,
      encoding,
      repairs: wellFormed.changes.length,
      reason: null,
      message: null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      name: read.name,
      outcome: 'refused',
      articleId: null,
      encoding: null,
      repairs: 0,
      reason: error.details.reason,
      message: error.message,
    };
  }
}

/** Of two readings nearly as good neither is taken in silence. */
function closeCall({ name, encoding, text, alternatives = [] }: ReadText): Refusal {
  const shown = [{ encoding, sample: text }, ...alternatives].map(
    (each) => `${each.encoding} 「${each.sample.trim().slice(0, 20)}」`,
  );
  const readings = shown.join(' / ').toWellFormed();
  return new Refusal(
    'invalid',
    'encoding-close',
    `${name} can be read in more than one way: ${readings}. Name the right one with --encoding, or save the file as UTF-8.`,
    { file: name, readings },
  );
}

/** Pasted text has no bytes of its own: UTF-8 when that can hold it, else UTF-16. */
function pasted(text: string): { bytes: Uint8Array; text: string; encoding: string } {
  if (text.isWellFormed()) return { bytes: Buffer.from(text, 'utf8'), text, encoding: 'utf-8' };
  return { bytes: Buffer.from(text, 'utf16le'), text, encoding: 'utf-16le' };
}
