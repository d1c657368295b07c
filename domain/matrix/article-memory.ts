import type { Span } from '../text/span.ts';
import type { CountedArticle, CountedReuse } from './counted-article.ts';

/** What was found out of an article once, and is asked of it again and again. */
interface Memory {
  characters?: Uint32Array;
  sentences?: Uint32Array;
  verbatim?: { exact: readonly Span[]; extents: Uint32Array };
  /** By the place of the question. */
  cells: (KeptCells | undefined)[];
}

export interface KeptCells {
  /** The question that they answer. */
  asked: object;
  reuse: CountedReuse | null;
  /** Those of all passages, or of each voice that was asked for. */
  cells: readonly (readonly number[])[];
}

// An article that changes is another one: nothing here grows stale.
const memories = new WeakMap<CountedArticle, Memory>();

export function memoryOf(article: CountedArticle): Memory {
  let memory = memories.get(article);
  if (memory === undefined) memories.set(article, (memory = { cells: [] }));
  return memory;
}
