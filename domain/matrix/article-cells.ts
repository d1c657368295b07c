import type { MatrixQuestion } from '../contract/matrix.ts';
import { memoryOf } from './article-memory.ts';
import { columnFinder } from './column-finder.ts';
import { ColumnSums, type Lines } from './column-sums.ts';
import type { Conditions, CountedArticle, CountedReuse } from './counted-article.ts';
import { characterExtents, sentenceExtents, verbatimExtents } from './passage-extents.ts';

/**
 * What the passages of one article come to, `CELL` numbers for each column that has any, in the order of the columns: the
 * column, passages, what they cover on the line that the measure counts, what of that is verbatim. The last cell is that of
 * all columns as one, with their number for its column.
 */
export type ArticleCells = readonly number[];
export const CELL = 4;

/** Questions whose cells are kept: as many as one looks at in turn, each of some MB for ten thousand articles. */
const places = 18;

/** What is asked of the annotations of every article, and where each keeps its answer. */
interface Asked {
  words: string;
  place: number;
}

/** The one asked last comes last. */
let kept: readonly Asked[] = [];

function askedBy(words: string): Asked {
  const asked = kept.find((each) => each.words === words) ?? { words, place: freePlace() };
  kept = [...kept.filter(({ place }) => place !== asked.place), asked];
  return asked;
}

function freePlace(): number {
  return kept.length < places ? kept.length : (kept[0]?.place ?? 0);
}

/**
 * Gives the cells of articles: one list of all passages, or one for each voice that is named (`none`: without a voice). What
 * an article comes to does not depend on what it is summed up with: rows, weighing and conditions on articles can change, and
 * it is not counted anew.
 */
export function cellReader(
  { measure, filter }: Pick<MatrixQuestion, 'measure' | 'filter'>,
  { columns, columnOf }: { columns: readonly string[]; columnOf: ReadonlyMap<string, number> },
  conditions: Conditions,
  byVoice: readonly string[] | null,
): (article: CountedArticle, reuse: CountedReuse | null) => readonly ArticleCells[] {
  const { coderIds, voices, statuses, relations, origins } = filter;
  const line = lineOf(measure);
  const asked = askedBy(JSON.stringify([line, coderIds, voices, statuses, relations, origins, byVoice, [...columnOf]]));
  const sums = (byVoice ?? ['']).map(() => new ColumnSums(columns.length));
  const sumsOf = new Map(byVoice?.map((voice, index) => [voice, sums[index]]));
  const columnsOf = columnFinder(conditions, columnOf);
  return (article, reuse) => {
    const memory = memoryOf(article);
    const before = memory.cells[asked.place];
    if (before?.asked === asked && before.reuse === reuse) return before.cells;
    for (const each of sums) each.clear();
    let lines: Lines | null = null;
    for (const [index, annotation] of article.annotations.entries()) {
      const own = byVoice === null ? sums[0] : sumsOf.get(annotation.voice ?? 'none');
      if (own === undefined || !conditions.annotation(annotation)) continue;
      lines ??= linesOf(article, line, reuse);
      own.add(columnsOf(annotation), index, lines);
    }
    const cells = sums.map(cellsOf);
    memory.cells[asked.place] = { asked, reuse, cells };
    return cells;
  };
}

const none: ArticleCells = [];

function cellsOf(sums: ColumnSums): ArticleCells {
  const { touched } = sums;
  if (touched.length === 0) return none;
  const cells: number[] = [];
  for (const column of touched.toSorted((a, b) => a - b))
    cells.push(column, sums.count(column), sums.under(column), sums.verbatim(column));
  return cells;
}

type Line = 'none' | 'characters' | 'sentences' | 'verbatim';

function lineOf(measure: MatrixQuestion['measure']): Line {
  if (measure === 'characters' || measure === 'share') return 'characters';
  return measure === 'sentences' || measure === 'verbatim' ? measure : 'none';
}

function linesOf(article: CountedArticle, line: Line, reuse: CountedReuse | null): Lines {
  if (line === 'sentences') return { extents: sentenceExtents(article), verbatim: null };
  if (line === 'characters') return { extents: characterExtents(article), verbatim: null };
  if (line === 'none' || reuse === null) return { extents: null, verbatim: null };
  return { extents: characterExtents(article), verbatim: verbatimExtents(article, reuse) };
}
