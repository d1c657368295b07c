import { z } from 'zod';
import { BUILTIN_CODEBOOK_ID } from '../codebook/builtin-codebook.ts';
import { type MatrixQuestion, matrixQuestion } from '../contract/matrix.ts';
import { type PairUnit, pairUnit } from '../contract/picture.ts';
import { isQuotient, type Reading, readings } from './read-matrix.ts';
import { id } from '../contract/values.ts';

/** The table with its cells, or what is drawn of it. */
export const pictureKinds = [
  'grid',
  'heat-map',
  'map',
  'profile',
  'timeline',
  'portrait',
  'first-mention',
  'pairs',
] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Which matrix is shown, and how. */
export interface MatrixShown extends MatrixQuestion {
  reading: Reading;
  /** Passages that a row must have for its emphasis to be shown. */
  least: number;
  /** `name`, `articles`, `total`, `likeness`, or the id of a column's category. */
  sort: string;
  descending: boolean;
  /** Whether columns that are alike stand together, instead of in the order of the codebook. */
  columnsByLikeness: boolean;
  picture: PictureKind;
  /** The category of a picture that shows one; null for all of them. */
  about: string | null;
  /** The article of a portrait; null for the first ones. */
  articleId: string | null;
  /** The rows that are held against each other; null for the first two. */
  pair: readonly [string, string] | null;
  /** In what two categories are counted together. */
  unit: PairUnit;
}

const usual: MatrixShown = {
  rows: 'provinces',
  columns: { of: 'parts', codebookId: BUILTIN_CODEBOOK_ID },
  filter: {},
  measure: 'articles',
  weighing: 'pooled',
  reading: 'plain',
  least: 5,
  sort: 'name',
  descending: false,
  columnsByLikeness: false,
  picture: 'grid',
  about: null,
  articleId: null,
  pair: null,
  unit: 'articles',
};

const written = matrixQuestion
  .extend({
    reading: z.enum(readings),
    least: z.int().min(0).max(1_000_000),
    sort: z.string().max(100),
    descending: z.boolean(),
    columnsByLikeness: z.boolean(),
    picture: z.enum(pictureKinds),
    about: id.nullable(),
    articleId: id.nullable(),
    pair: z.tuple([z.string().max(500), z.string().max(500)]).nullable(),
    unit: pairUnit,
  })
  .partial();

/** Reads what the address says after `#/matrix?`; what cannot be read is as usual. */
export function parseMatrix(text: string): MatrixShown {
  const given = new URLSearchParams(text).get('show');
  if (given === null) return usual;
  try {
    const parsed = written.safeParse(JSON.parse(given));
    if (!parsed.success) return usual;
    const fields = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return { ...usual, ...(Object.fromEntries(fields) as Partial<MatrixShown>) };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return usual;
    throw thrown;
  }
}

/** The address of a matrix, as `parseMatrix` reads it. */
export function matrixText(shown: MatrixShown): string {
  const unusual = Object.entries(shown).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field as keyof MatrixShown]),
  );
  if (unusual.length === 0) return '';
  return new URLSearchParams({ show: JSON.stringify(Object.fromEntries(unusual)) }).toString();
}

/** What the host is asked. Some pictures have rows of their own; who speaks says nothing of sentences taken up. */
export function questionOf({ rows: chosen, columns, filter, measure, weighing, picture }: MatrixShown): MatrixQuestion {
  const rows =
    picture === 'map'
      ? 'provinces'
      : picture === 'timeline'
        ? 'months'
        : chosen === 'voices' && measure === 'taken'
          ? 'provinces'
          : chosen;
  return { rows, columns, filter, measure, weighing: isQuotient(measure) ? weighing : 'pooled' };
}
