import { carrySpan, type NetChange, netChanges } from './carry.ts';
import type { Span } from './span.ts';

/**
 * Where a span (UTF-16 offsets of the first text) stands after several revisions, one after the other; null when nothing
 * is left of it. `steps` are the texts changed and the changes made to each, in its offsets, sorted and disjoint.
 */
export function carryThrough(
  span: Span,
  steps: readonly { text: string; changes: readonly NetChange[] }[],
): Span | null {
  let present: Span | null = span;
  for (const { text, changes } of steps) {
    if (present === null) return null;
    present = carrySpan(present, joinChanges(text, changes));
  }
  return present;
}

/** Changes that touch made one, and those that change nothing left out: as `carrySpan` wants them. Sorted and disjoint. */
export function joinChanges(text: string, changes: readonly NetChange[]): NetChange[] {
  // From the last to the first, the offsets of each are those of the text before all of them.
  return netChanges(changes.toReversed(), text);
}
