import type { MatrixFilter } from '../contract/matrix.ts';
import type { Pairs, PairUnit } from '../contract/picture.ts';
import { spansOverlap } from '../text/span.ts';
import { columnFinder } from './column-finder.ts';
import type { Counted } from './count-matrix.ts';
import { conditionsOf } from './counted-article.ts';

/**
 * How often two columns occur together; twice the same column stands for how often it occurs at all. `articles`: articles
 * with a passage of each; `sentences`: sentences of body text that a passage of each touches; `overlaps`: two passages, one
 * of each, that share a character, or one passage of both; of one column: its passages. Only passages that stand in the
 * text have sentences and overlaps.
 */
export function countPairs(
  { filter, unit }: { filter: MatrixFilter; unit: PairUnit },
  { articles, columns, columnOf, isComplete, isReprint }: Counted,
): Pairs {
  const conditions = conditionsOf(filter);
  const columnsOf = columnFinder(conditions, columnOf);
  const size = columns.length;
  const counts = new Float64Array(size * size);
  const count = (a: number, b: number) => {
    const at = Math.min(a, b) * size + Math.max(a, b);
    counts[at] = (counts[at] ?? 0) + 1;
  };
  const countAll = (among: Iterable<number>) => {
    const sorted = [...new Set(among)].toSorted((a, b) => a - b);
    for (const [at, a] of sorted.entries()) for (const b of sorted.slice(at)) count(a, b);
  };
  const found = { articles: 0, complete: 0, reprints: 0 };
  for (const article of articles) {
    if (!conditions.article(article)) continue;
    if (isReprint?.(article) === true) {
      found.reprints += 1;
      continue;
    }
    found.articles += 1;
    if (isComplete(article)) found.complete += 1;
    const passages = article.annotations.flatMap((annotation) => {
      const own = conditions.annotation(annotation) ? columnsOf(annotation) : [];
      return own.length === 0 || (unit !== 'articles' && !annotation.placed) ? [] : [{ annotation, columns: own }];
    });
    if (unit === 'articles') countAll(passages.flatMap((each) => each.columns));
    else if (unit === 'sentences') {
      const bySentence = new Map<number, number[]>();
      for (const { annotation, columns: own } of passages) {
        const [first, after] = article.body.sentencesUnder(annotation);
        for (let sentence = first; sentence < after; sentence++) {
          const before = bySentence.get(sentence);
          if (before === undefined) bySentence.set(sentence, [...own]);
          else before.push(...own);
        }
      }
      for (const among of bySentence.values()) countAll(among);
    } else
      for (const [at, one] of passages.entries()) {
        countAll(one.columns);
        for (const other of passages.slice(at + 1)) {
          if (other.annotation.start >= one.annotation.end) break;
          if (!spansOverlap(one.annotation, other.annotation)) continue;
          const between = new Set(
            one.columns.flatMap((a) =>
              other.columns.filter((b) => b !== a).map((b) => Math.min(a, b) * size + Math.max(a, b)),
            ),
          );
          for (const pair of between) count(Math.floor(pair / size), pair % size);
        }
      }
  }
  const flat: number[] = [];
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const often = counts[a * size + b] ?? 0;
      if (often > 0) flat.push(a, b, often);
    }
  return { columns: [...columns], counts: flat, ...found };
}
