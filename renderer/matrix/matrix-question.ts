import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { type MatrixQuestion, matrixQuestion } from '#domain/contract/matrix.ts';
import { type Reading, readings } from '#domain/matrix/read-matrix.ts';
import { z } from 'zod';
import { goToMatrix } from '../app/place.ts';

/** Which matrix is shown, and how. */
export interface MatrixShown extends MatrixQuestion {
  reading: Reading;
  /** Passages that a row must have for its emphasis to be shown. */
  least: number;
  /** `name`, `articles`, `total`, or the id of a column's category. */
  sort: string;
  descending: boolean;
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
};

const written = matrixQuestion
  .extend({
    reading: z.enum(readings),
    least: z.int().min(0).max(1_000_000),
    sort: z.string().max(100),
    descending: z.boolean(),
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

function matrixText(shown: MatrixShown): string {
  const unusual = Object.entries(shown).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field as keyof MatrixShown]),
  );
  if (unusual.length === 0) return '';
  return new URLSearchParams({ show: JSON.stringify(Object.fromEntries(unusual)) }).toString();
}

/** Shows another matrix: a step in the browser's history. */
export function showMatrix(shown: MatrixShown): void {
  goToMatrix(matrixText(shown));
}

/** What the host is asked. */
export function questionOf({ rows, columns, filter, measure, weighing }: MatrixShown): MatrixQuestion {
  return { rows, columns, filter, measure, weighing: measure === 'share' ? weighing : 'pooled' };
}
