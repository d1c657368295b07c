import type { Span } from '../text/span.ts';
import { memoryOf } from './article-memory.ts';
import type { CountedArticle, CountedReuse } from './counted-article.ts';

/**
 * Where the passages of an article begin and end on a line that has only what is counted: two numbers for each annotation,
 * in the order of the annotations, neither smaller than that of the one before; an orphan covers nothing.
 */
export type Extents = Uint32Array;

/** On the line of the body's code points. */
export function characterExtents(article: CountedArticle): Extents {
  const memory = memoryOf(article);
  return (memory.characters ??= extentsOf(article, ({ start, end }) => [
    article.body.charactersBefore(start),
    article.body.charactersBefore(end),
  ]));
}

/** On the line of the body's sentences, each counted from where it begins to where the next one does. */
export function sentenceExtents(article: CountedArticle): Extents {
  const memory = memoryOf(article);
  return (memory.sentences ??= extentsOf(article, (span) => article.body.sentencesUnder(span)));
}

/** On the line of the body's code points that a reference has word for word. */
export function verbatimExtents(article: CountedArticle, { exact }: CountedReuse): Extents {
  const memory = memoryOf(article);
  if (memory.verbatim?.exact !== exact) memory.verbatim = { exact, extents: readVerbatim(article, exact) };
  return memory.verbatim.extents;
}

function extentsOf(
  { annotations }: CountedArticle,
  extentOf: (span: Span) => readonly [from: number, to: number],
): Extents {
  const extents = new Uint32Array(2 * annotations.length);
  for (const [index, annotation] of annotations.entries())
    if (annotation.placed) extents.set(extentOf(annotation), 2 * index);
  return extents;
}

function readVerbatim(article: CountedArticle, exact: readonly Span[]): Extents {
  const charactersBefore = (offset: number) => article.body.charactersBefore(offset);
  const starts = exact.map(({ start }) => charactersBefore(start));
  // What is verbatim before each of the stretches, and before the end.
  const sums = [0];
  for (const [at, { end }] of exact.entries()) sums.push((sums[at] ?? 0) + charactersBefore(end) - (starts[at] ?? 0));
  // Starts come in order: the stretches before one are not looked at again.
  let first = 0;
  const before = (offset: number, from: number) => {
    let at = from;
    while ((exact[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at++;
    const stretch = exact[at];
    const part = stretch === undefined || offset <= stretch.start ? 0 : charactersBefore(offset) - (starts[at] ?? 0);
    return { at, length: (sums[at] ?? 0) + part };
  };
  return extentsOf(article, ({ start, end }) => {
    const from = before(start, first);
    first = from.at;
    return [from.length, before(end, first).length];
  });
}
