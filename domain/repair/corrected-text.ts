import { type NetChange, netChanges } from '../text/carry.ts';
import { splitsPair, type Span } from '../text/span.ts';
import { applyChanges, invertChanges, type TextChange } from '../text/well-formed.ts';

/**
 * What corrections made of a text, the repairs that stand in it left aside: changes in UTF-16 offsets of the imported text
 * with the accepted repairs, sorted and disjoint. `accepted` are those repairs in offsets of the imported text; `made` is
 * everything that was ever done to the imported text, repairs and corrections, one revision after the other, each with its
 * changes in offsets of the text before it, sorted and disjoint.
 */
export function correctionsOf(
  imported: string,
  accepted: readonly TextChange[],
  made: readonly (readonly NetChange[])[],
): NetChange[] {
  const repaired = applyChanges(imported, accepted);
  // Back to the imported text and on from there: what is taken out and put in again leaves nothing.
  const steps = [invertChanges(imported, accepted), ...made].flatMap((changes) => changes.toReversed());
  return netChanges(steps, repaired).map((change) => trim(repaired, change));
}

/** A change without what it replaces by itself at its ends. */
function trim(text: string, { start, end, insert }: NetChange): NetChange {
  let head = 0;
  const most = Math.min(end - start, insert.length);
  while (head < most && text.charCodeAt(start + head) === insert.charCodeAt(head)) head += 1;
  if (splitsPair(text, start + head)) head -= 1;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(end - tail - 1) === insert.charCodeAt(insert.length - tail - 1))
    tail += 1;
  if (splitsPair(text, end - tail)) tail -= 1;
  return { start: start + head, end: end - tail, insert: insert.slice(head, insert.length - tail) };
}

/** Where a stretch stands after corrections (as `correctionsOf` gives them), or null when one of them reaches into it. */
export function placeInCorrected(corrections: readonly NetChange[], span: Span): Span | null {
  let shift = 0;
  for (const { start, end, insert } of corrections) {
    const within = start === end ? span.start < start && start < span.end : start < span.end && span.start < end;
    if (within) return null;
    if (end <= span.start) shift += insert.length - (end - start);
  }
  return { start: span.start + shift, end: span.end + shift };
}
