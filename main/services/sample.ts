import { readFile } from 'node:fs/promises';
import { builtinCategories, BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { articleMetadata } from '#domain/contract/article.ts';
import type { Output } from '#domain/contract/index.ts';
import { annotationStatus, codingState, relation, voice } from '#domain/contract/values.ts';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { resource } from '../host/resource.ts';
import { createAnnotation } from './annotations.ts';
import { setCodingStatus } from './coding-status.ts';
import type { InternalWrites, JobContext, JobOutput, NewArticle, WriteContext } from './context.ts';
import { DuplicateFinder } from './duplicate-finder.ts';
import { prepareArticle } from './imports.ts';
import { filledByImport, findSame, insertArticle, logFile, sha256 } from './insert-article.ts';

const sampleAnnotation = z.strictObject({
  /** The first place where it stands is meant. */
  quote: z.string().min(1),
  /** Numbers of categories of the built-in codebook, and how the passage takes each up. */
  links: z.array(z.union([z.tuple([z.string()]), z.tuple([z.string(), relation])])),
  voice: z.union([voice, voice.pick({ kind: true })]).optional(),
  status: annotationStatus.optional(),
  note: z.string().optional(),
});
const sampleCorpus = z.strictObject({
  about: z.string(),
  articles: z.array(
    z.strictObject({
      file: z.string(),
      /** Written for the program, about a province that does not exist. */
      constructed: z.boolean(),
      metadata: articleMetadata.partial(),
      coding: codingState,
      annotations: z.array(sampleAnnotation),
    }),
  ),
});
export type SampleArticle = z.infer<typeof sampleCorpus>['articles'][number];

export async function readSample(): Promise<SampleArticle[]> {
  return sampleCorpus.parse(JSON.parse(await readFile(resource('sample/corpus.json'), 'utf8'))).articles;
}

/** Prepares the sample's articles as an import would, and has them stored with their annotations in one step. */
export async function loadSample(context: JobContext): Promise<JobOutput<'sample.load'>> {
  const articles = await readSample();
  const finder = new DuplicateFinder(context.db);
  const prepared = [];
  for (const [index, sample] of articles.entries()) {
    context.progress(index, articles.length);
    const bytes = await readFile(resource(`sample/${sample.file}`));
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const read = { outcome: 'read', name: sample.file, bytes, text, encoding: 'utf-8' } as const;
    // Without what other articles teach: the annotations quote the text as these repairs alone make it.
    const article = prepareArticle(read, 'certain', {}, finder);
    prepared.push({ article: withMetadata(article, sample.metadata), ...sample });
  }
  const loaded = await context.write('sample.load', { articles: prepared });
  context.progress(articles.length, articles.length);
  return loaded;
}

function withMetadata(article: NewArticle, metadata: SampleArticle['metadata']): NewArticle {
  const given = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
  const fields = article.proposal.fields.filter(({ field }) => !(field in given));
  return {
    ...article,
    metadata: { ...article.metadata, ...given },
    proposal: { ...article.proposal, fields },
    resembling: [],
  };
}

/** One entry of the history; an article that is there already stays as it is. */
export function storeSample(
  context: WriteContext,
  { articles }: InternalWrites['sample.load']['input'],
): InternalWrites['sample.load']['output'] {
  const importId = uuidv7();
  const categories = new Map(builtinCategories.map(({ number, id }) => [number, id]));
  const articleIds: string[] = [];
  let annotations = 0;
  for (const { article, annotations: made, coding } of articles) {
    const sha = sha256(article.bytes);
    if (findSame(context.db, article, sha) !== null) continue;
    if (articleIds.length === 0)
      context.db
        .prepare('INSERT INTO imports (id, coder_id, at) VALUES (?, ?, ?)')
        .run(importId, context.coder.id, context.now);
    insertArticle(context, article, sha);
    logFile(
      context.db,
      { importId, position: articleIds.length },
      {
        outcome: 'imported',
        articleId: article.id,
        name: article.fileName,
        encoding: article.encoding,
        bytesSha256: sha,
        reason: null,
        message: null,
      },
    );
    articleIds.push(article.id);
    const revision = article.repaired ?? article.imported;
    for (const { quote, links, voice: speaker, ...rest } of made) {
      const start = revision.text.indexOf(quote);
      if (start < 0) throw new Error(`the sample does not say “${quote}”`);
      createAnnotation(context, {
        id: uuidv7(),
        articleId: article.id,
        revisionId: revision.id,
        span: { start, end: start + quote.length },
        exact: quote,
        links: links.map(([number, how]) => {
          const categoryId = categories.get(number);
          if (categoryId === undefined) throw new Error(`no category ${number}`);
          return { id: uuidv7(), categoryId, relation: how ?? null };
        }),
        voice: speaker === undefined ? null : { name: null, office: null, level: null, place: null, ...speaker },
        ...rest,
      });
      annotations += 1;
    }
    setCodingStatus(context, { articleId: article.id, codebookId: BUILTIN_CODEBOOK_ID, state: coding });
  }
  context.touched(filledByImport);
  context.note(null, '');
  return { articleIds, annotations };
}

/** Puts the articles that came with the sample into the bin, in one step; others stay. */
export function removeSample(context: WriteContext): Output<'sample.remove'> {
  const ids = context.db
    .prepare(
      `SELECT DISTINCT k.row_id FROM history_changes k JOIN history_entries h ON h.seq = k.entry_seq
       JOIN articles a ON a.id = k.row_id AND a.deleted_at IS NULL
       WHERE h.operation = 'sample.load' AND k.table_name = 'articles' AND k.before IS NULL`,
    )
    .pluck()
    .all() as string[];
  for (const id of ids) context.record.remove('articles', id);
  context.note(null, '');
  return { articles: ids.length };
}
