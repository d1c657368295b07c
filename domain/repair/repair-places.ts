import type { NetChange } from '../text/carry.ts';
import type { Span } from '../text/span.ts';

/**
 * Where a stretch of the text as imported stands after the changes, all in UTF-16 offsets: `changes` and `span` of the
 * imported text, the answer of the changed one. Changes are sorted and disjoint, the span may be empty. A stretch that is
 * itself a change stands around what was put in; an end that lies inside a change moves to the change's edge, so that the
 * answer covers what came in its place.
 */
export function placeAfter(changes: readonly NetChange[], span: Span): Span {
  let shift = 0;
  let start: number | null = null;
  for (const change of changes) {
    const by = change.insert.length - (change.end - change.start);
    // A change that ends where the span begins lies before it, unless it is that very stretch.
    if (change.end <= span.start && !(change.start === span.start && change.end === span.end)) {
      shift += by;
      continue;
    }
    if (change.start >= span.end && change.start > span.start) break;
    start ??= Math.min(span.start, change.start) + shift;
    shift += by;
    if (change.end > span.end) return { start, end: change.end + shift };
  }
  return { start: start ?? span.start + shift, end: span.end + shift };
}
