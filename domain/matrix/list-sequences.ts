import type { MatrixFilter } from '../contract/matrix.ts';
import type { Sequence, Sequences } from '../contract/picture.ts';
import { columnFinder } from './column-finder.ts';
import type { Counted } from './count-matrix.ts';
import { conditionsOf } from './counted-article.ts';
import { compare } from './row-lists.ts';

/** The passages of each article in the order of its text; articles by date, those without one last. Orphans stand nowhere. */
export function listSequences(
  { filter, most, articleId }: { filter: MatrixFilter; most: number; articleId?: string | undefined },
  { articles, columns, columnOf, isComplete, isReprint }: Counted,
): Sequences {
  const conditions = conditionsOf(filter);
  const columnsOf = columnFinder(conditions, columnOf);
  const met = [...articles].filter((each) => conditions.article(each));
  const counted = met.filter((each) => isReprint?.(each) !== true);
  const sorted = counted.toSorted((a, b) => compare(a.publishedOn ?? '~', b.publishedOn ?? '~'));
  return {
    columns: [...columns],
    all: counted.length,
    reprints: met.length - counted.length,
    articles: sorted
      .filter(({ id }) => articleId === undefined || id === articleId)
      .slice(0, most)
      .map((article): Sequence => {
        const passages = article.annotations.flatMap((annotation) => {
          if (!annotation.placed || !conditions.annotation(annotation)) return [];
          return columnsOf(annotation).flatMap((column) => [annotation.start, annotation.end, column]);
        });
        const { id, name, province, outlet, publishedOn, length } = article;
        return { articleId: id, name, province, outlet, publishedOn, complete: isComplete(article), length, passages };
      }),
  };
}
