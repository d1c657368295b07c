import { foldScript } from '../repair/script-pairs.ts';
import type { Span } from '../text/span.ts';

/** UTF-16 code units that two texts must have in a row before they are held to share them. */
const SHARED_RUN = 6;
const SILENT = /[\s\p{P}\p{S}]/u;

/**
 * The stretches of a text that another does not have, in UTF-16 offsets of `text`, sorted and disjoint: what is not covered
 * by runs of 6 code units that both have, whatever their script. Stretches of white space and punctuation alone are left out.
 */
export function uniqueStretches(text: string, other: string): Span[] {
  const own = foldScript(text);
  const runs = new Set<string>();
  const folded = foldScript(other);
  for (let at = 0; at + SHARED_RUN <= folded.length; at++) runs.add(folded.slice(at, at + SHARED_RUN));
  const stretches: Span[] = [];
  let covered = 0;
  const add = (start: number, end: number) => {
    if (start < end && Array.from(text.slice(start, end)).some((character) => !SILENT.test(character)))
      stretches.push({ start, end });
  };
  let uniqueFrom = 0;
  for (let at = 0; at + SHARED_RUN <= own.length; at++) {
    if (!runs.has(own.slice(at, at + SHARED_RUN))) continue;
    if (at > covered) {
      add(uniqueFrom, at);
      uniqueFrom = at;
    }
    covered = at + SHARED_RUN;
    uniqueFrom = covered;
  }
  add(uniqueFrom, text.length);
  return stretches;
}
