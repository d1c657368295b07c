import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatrixQuestion, MatrixRow } from '../contract/matrix.ts';
import { createBodyLayout } from './body-layout.ts';
import type { Counted } from './count-matrix.ts';
import { countTaken } from './count-taken.ts';
import type { CountedArticle } from './counted-article.ts';
import { spreadRows } from './row-lists.ts';
import { cellsOf } from './matrix-cells.ts';

const SENTENCES = 12;
const sentences = (most = SENTENCES) =>
  fc.uniqueArray(fc.nat({ max: SENTENCES - 1 }), { maxLength: most }).map((all) => all.toSorted((a, b) => a - b));
/** Of each article, what it takes up (null: not compared) and whether it is completely coded. */
const corpora = fc.array(fc.record({ taken: fc.option(sentences()), complete: fc.boolean() }), { maxLength: 6 });
const columns = fc.array(fc.oneof(fc.constant<number[]>([]), sentences(4)), { minLength: 1, maxLength: 8 });
const weighings = fc.constantFrom<MatrixQuestion['weighing']>('pooled', 'equal');

function article(id: string): CountedArticle {
  const body = createBodyLayout(() => ({ text: '', roles: [] }));
  const known = { name: id, outlet: null, province: null, genre: null, publishedOn: null };
  return { id, ...known, annotations: [], body, length: 0 };
}

function count(
  rows: MatrixQuestion['rows'],
  weighing: MatrixQuestion['weighing'],
  sentencesOf: readonly number[][],
  corpus: readonly { taken: number[] | null; complete: boolean }[],
) {
  const of = ({ id }: CountedArticle) => corpus[Number(id)];
  const counted: Counted = {
    articles: corpus.map((_, index) => article(String(index))),
    columns: sentencesOf.map((_, index) => String(index)),
    columnOf: new Map(),
    isComplete: (each) => of(each)?.complete ?? false,
    reuseOf: (each) => {
      const taken = of(each)?.taken ?? null;
      return taken === null ? null : { exact: [], sentences: taken };
    },
  };
  const question = {
    rows,
    weighing,
    measure: 'taken',
    columns: { of: 'parts', codebookId: 'none' },
    filter: {},
  } as const;
  return spreadRows(countTaken(question, counted, sentencesOf));
}

const numbersOf = ({ articles, complete, cells, total }: MatrixRow) => ({ articles, complete, cells, total });

test('a row of one article says what a corpus of that article alone does', () => {
  fc.assert(
    fc.property(columns, corpora, weighings, (sentencesOf, corpus, weighing) => {
      const { rows } = count('articles', weighing, sentencesOf, corpus);
      expect(rows.map(({ key }) => key)).toEqual(corpus.map((_, index) => String(index)));
      for (const [index, row] of rows.entries()) {
        const alone = count('provinces', weighing, sentencesOf, corpus.slice(index, index + 1));
        expect([numbersOf(row)]).toEqual(alone.rows.map(numbersOf));
        expect(numbersOf(row)).toEqual(numbersOf(alone.whole));
      }
    }),
  );
});

test('every column has a cell, and its share is that of the definition', () => {
  fc.assert(
    fc.property(columns, corpora, weighings, (sentencesOf, corpus, weighing) => {
      const { whole } = count('provinces', weighing, sentencesOf, corpus);
      const compared = corpus.flatMap(({ taken }) => (taken === null ? [] : [taken]));
      const shareOf = (own: readonly number[], taken: readonly number[]) =>
        own.filter((each) => taken.includes(each)).length / own.length;
      const valueOf = (own: readonly number[]) => {
        if (own.length === 0 || compared.length === 0) return null;
        if (weighing === 'pooled') return shareOf(own, compared.flat());
        return compared.reduce((sum, taken) => sum + shareOf(own, taken), 0) / compared.length;
      };
      const cells = cellsOf(whole);
      expect(cells.map(({ column }) => column)).toEqual([...sentencesOf.keys()]);
      for (const [column, own] of [...sentencesOf, [...new Set(sentencesOf.flat())]].entries()) {
        const { value, articles, passages } = cells[column] ?? { ...whole.total };
        const expected = valueOf(own);
        if (expected === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(expected, 12);
        expect(articles).toBe(compared.filter((taken) => own.some((each) => taken.includes(each))).length);
        expect(passages).toBe(0);
      }
    }),
  );
});
