import type { RawHit } from './find-hits.ts';
import type { Folded } from './fold-for-find.ts';

/** Folded units that hits are sorted by. */
const LENGTH = 30;

/**
 * What hits are sorted by, by code: what stands after them, or before them read backwards, so that the nearest character
 * counts first.
 */
export function contextKey(texts: readonly Folded[], { text, from, to }: RawHit, side: 'left' | 'right'): string {
  const folded = (texts[text] as Folded).text;
  if (side === 'right') return folded.slice(to, to + LENGTH);
  return Array.from(folded.slice(Math.max(0, from - LENGTH), from))
    .toReversed()
    .join('');
}
