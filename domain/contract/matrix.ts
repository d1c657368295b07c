import { z } from 'zod';
import { annotationFilter } from './annotation.ts';
import { operation } from './operation.ts';
import { id, plainDate, shortText, token } from './values.ts';

/** By the paper's province, the paper, the article, the month of publication, or who speaks in the passages. */
export const matrixRowKind = z.enum(['provinces', 'outlets', 'articles', 'months', 'voices']);
export type MatrixRowKind = z.infer<typeof matrixRowKind>;

export const matrixColumns = z.discriminatedUnion('of', [
  /** The categories at the top of a codebook. */
  z.strictObject({ of: z.literal('parts'), codebookId: id }),
  /** All that stand directly below those at the top. */
  z.strictObject({ of: z.literal('items'), codebookId: id }),
  /** Those directly below one category. */
  z.strictObject({ of: z.literal('below'), categoryId: id }),
]);
export type MatrixColumns = z.infer<typeof matrixColumns>;

/** `verbatim`: words of the passages that a reference has too; `taken`: sentences of a reference that the articles take up. */
export const matrixMeasure = z.enum(['articles', 'sentences', 'characters', 'passages', 'share', 'verbatim', 'taken']);
export type MatrixMeasure = z.infer<typeof matrixMeasure>;
/** Of `share`, `verbatim` and `taken`: all text of a row as one, or the mean of its articles, each of the same weight. */
export const matrixWeighing = z.enum(['pooled', 'equal']);
export type MatrixWeighing = z.infer<typeof matrixWeighing>;

/**
 * What the list of annotations is asked as well, so that a cell opens its passages. Relation and origin hold of the very
 * link that is counted; articles are those of these outlets, provinces, genres and days, with or without annotations.
 */
export const matrixFilter = annotationFilter.pick({
  provinces: true,
  outlets: true,
  genres: true,
  months: true,
  from: true,
  to: true,
  coderIds: true,
  relations: true,
  voices: true,
  statuses: true,
  origins: true,
});
export type MatrixFilter = z.infer<typeof matrixFilter>;

export const matrixQuestion = z.strictObject({
  rows: matrixRowKind,
  columns: matrixColumns,
  filter: matrixFilter,
  measure: matrixMeasure,
  weighing: matrixWeighing,
});
export type MatrixQuestion = z.infer<typeof matrixQuestion>;

export const matrixRow = z.strictObject({
  /** The province, the outlet, the article's id, the month or a date less precise, the voice; `none` where it is unknown. */
  key: z.union([shortText, plainDate, id, z.literal('none')]),
  /** Of an article: its title or how its text begins. */
  name: z.string().nullable(),
  /** Articles of the row, and those of them whose coding somebody has declared complete. */
  articles: z.int(),
  complete: z.int(),
  /**
   * Four numbers for each column that anything is linked to, in the order of the columns: the column (from 0), its value
   * (null: there is nothing to divide by), articles that mention it, passages. Of `taken` every column says something: where no article mentions it, the last
   * number is how many columns after it say the same.
   */
  cells: z.array(z.number().nullable()),
  /** Over all columns, what belongs to several counted once. */
  total: z.strictObject({ value: z.number().nullable(), articles: z.int(), passages: z.int() }),
});
export type MatrixRow = z.infer<typeof matrixRow>;

export const matrix = z.strictObject({
  columns: z.array(id),
  rows: z.array(matrixRow),
  /** All rows as one. */
  whole: matrixRow,
  /** Articles that meet the conditions and are passed over, because the corpus counts reprints in another one. */
  reprints: z.int(),
  /** Of `verbatim` and `taken`: articles that were not compared with the reference texts yet, and so are passed over. */
  waiting: z.int(),
});
export type Matrix = z.infer<typeof matrix>;

/**
 * A matrix as `matrix.count` hands it over. Numbers are bytes in Base64, those of each kind together, the lowest byte of a
 * number first; the row of the whole is the last of the rows.
 */
export const packedMatrix = z.strictObject({
  columns: z.array(id),
  /** JSON: the keys of the rows, and their names, each a list as long as there are rows; a name can be null. */
  words: z.string(),
  /** Of each row three integers of 4 bytes: its articles, those that are complete, its cells. */
  rows: z.base64(),
  /** Of each cell, row by row, the total of a row after its cells with the number of columns for its column. */
  cells: z.strictObject({
    /** Integers of 2 bytes. */
    columns: z.base64(),
    /** Floating point, 8 bytes; not a number where there is nothing to divide by. */
    values: z.base64(),
    /** Integers of 4 bytes, as are the passages. */
    articles: z.base64(),
    passages: z.base64(),
  }),
  reprints: matrix.shape.reprints,
  waiting: matrix.shape.waiting,
});
export type PackedMatrix = z.infer<typeof packedMatrix>;

export const matrixOperations = {
  'matrix.count': operation(
    'read',
    'Counts who takes up what: provinces, outlets, articles or months by categories, each category with all below it; articles that are left out never count, reprints as the corpus counts them.',
    matrixQuestion,
    packedMatrix,
  ),
  'picture.export': operation(
    'job',
    'Makes a file of a picture that the page has drawn, or of its data, for saving; the content of a PNG is in Base64.',
    z.discriminatedUnion('format', [
      z.strictObject({ format: z.enum(['svg', 'csv']), name: shortText.min(1), content: z.string().max(20_000_000) }),
      z.strictObject({ format: z.literal('png'), name: shortText.min(1), content: z.base64().max(20_000_000) }),
    ]),
    z.strictObject({ file: token, name: z.string(), bytes: z.int() }),
  ),
};
