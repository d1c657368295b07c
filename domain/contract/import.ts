import { z } from 'zod';
import { operation } from './operation.ts';
import { repairChoice } from './repair.ts';
import { id, instant, language, nothing, shortText, token } from './values.ts';

/** The encodings a text can be read in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'gb18030', 'big5', 'big5-hkscs'] as const;
export type Encoding = (typeof encodings)[number];

/** What a column of a table can hold. */
export const columnFields = ['text', 'title', 'date', 'outlet', 'author', 'province', 'url'] as const;
export type ColumnField = (typeof columnFields)[number];

export const importSource = z.union(
  [
    z.strictObject({ grant: token }),
    z.strictObject({ text: z.string().min(1).max(20_000_000), name: shortText.min(1) }),
    z.strictObject({ sample: z.literal('shanxi') }),
  ],
  'give a grant, a text with its name, or the sample',
);

export const importedFile = z.strictObject({
  name: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused']),
  /** Of a duplicate: the article that was there. */
  articleId: id.nullable(),
  encoding: z.string().nullable(),
  /** Changes that made the text well-formed: line ends, NUL, halves of characters. */
  wellFormedChanges: z.int(),
  /** Repairs of damage that were applied, and proposals that wait. */
  repairs: z.strictObject({ applied: z.int(), open: z.int() }),
  /** Places that were flagged and cannot be repaired. */
  flags: z.int(),
  /** An article that was there already and of which this one is another copy, or a reprint in another outlet. */
  resembles: z.strictObject({ articleId: id, kind: z.enum(['exact', 'near', 'reprint']) }).nullable(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
  /** Of a text that can be read in more than one way: the readings by their beginnings, the likeliest first. */
  readings: z.array(z.strictObject({ encoding: z.enum(encodings), sample: z.string() })).nullable(),
  /** Of a table in which no column is known to hold the text: its columns. */
  columns: z.array(z.string()).nullable(),
  /** A grant to import the same file again, when naming an encoding or a column would help. */
  again: token.nullable(),
});
export type ImportedFile = z.infer<typeof importedFile>;

export const importRow = z.strictObject({
  id,
  at: instant,
  coderName: z.string(),
  imported: z.int(),
  duplicate: z.int(),
  refused: z.int(),
});
export type ImportRow = z.infer<typeof importRow>;

export const importOperations = {
  'article.import': operation(
    'job',
    'Imports files, pasted text or the sample; one bad file never stops the rest. With `encoding`, every text in them is read in it; with `columns`, tables are read by them; certain repairs are applied unless `repair` says otherwise.',
    z.strictObject({
      sources: z.array(importSource).min(1).max(100_000),
      encoding: z.enum(encodings).optional(),
      repair: repairChoice.optional(),
      columns: z.partialRecord(z.enum(columnFields), shortText.min(1)).optional(),
    }),
    z.strictObject({
      /** Null when nothing was imported: then the corpus keeps no record of it. */
      importId: id.nullable(),
      files: z.array(importedFile),
    }),
  ),
  'import.list': operation('read', 'The imports into the corpus, newest first.', nothing, z.array(importRow)),
  'import.export': operation(
    'job',
    'Writes what became of each file of an import as a table (CSV).',
    z.strictObject({ importId: id, language }),
    z.strictObject({ file: token, name: z.string(), bytes: z.int() }),
  ),
  'corpus.flow': operation(
    'read',
    'How many texts were found, could not be read, were there already, are left out and why, and are included: the numbers of a flow chart.',
    nothing,
    z.strictObject({
      /** Texts that were ever given to the corpus, the same file counted once. */
      found: z.int(),
      refused: z.int(),
      duplicates: z.int(),
      /** By reason; reasons without any are left out. */
      excluded: z.array(z.strictObject({ reason: z.string(), articles: z.int() })),
      /** Articles that the researcher put into the bin. */
      removed: z.int(),
      included: z.int(),
      /** Included articles that are reprints of one another, and their families. */
      reprints: z.strictObject({ articles: z.int(), families: z.int() }),
      /** What remains to count once reprints are counted as she chose. */
      counted: z.int(),
      /** Duplicates that wait for a decision, and articles with open repairs. */
      open: z.strictObject({ duplicates: z.int(), repairs: z.int() }),
    }),
  ),
};
