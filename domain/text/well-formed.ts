import type { NetChange } from './carry.ts';

/** What a change of the text was made for: putting right damage of the import, or the researcher's own correction. */
export type ChangeKind = 'repair' | 'correction';

/** A logged change from one revision to the next, in UTF-16 offsets of the parent's text. */
export interface TextChange extends NetChange {
  kind: ChangeKind;
  reason: string;
}

/** The reasons `makeWellFormed` gives. */
export type WellFormedReason = 'line-ending' | 'byte-order-mark' | 'nul' | 'lone-surrogate';

const LEADING_MARKS = /^[\0\uFEFF]+/;
// With the u flag a surrogate matches only when it stands alone.
const ILL_FORMED = /\r\n|\r|\0|\p{Surrogate}/gu;

/**
 * Makes a text as the program keeps it: line ends are one line feed, no byte order mark at the start, no NUL, no lone
 * surrogate (which becomes U+FFFD). Nothing else is altered. The changes are in UTF-16 offsets of `raw`, sorted and
 * disjoint, and `applyChanges(raw, changes)` is the text. A text that is well-formed already gives no changes.
 */
export function makeWellFormed(raw: string): { text: string; changes: TextChange[] } {
  const changes: TextChange[] = [];
  const repair = (start: number, length: number, insert: string, reason: WellFormedReason) => {
    changes.push({ start, end: start + length, insert, kind: 'repair', reason });
  };
  const leading = LEADING_MARKS.exec(raw)?.[0].length ?? 0;
  for (let at = 0; at < leading; at++) repair(at, 1, '', raw.charAt(at) === '\0' ? 'nul' : 'byte-order-mark');
  ILL_FORMED.lastIndex = leading;
  for (let found = ILL_FORMED.exec(raw); found !== null; found = ILL_FORMED.exec(raw)) {
    const [what] = found;
    if (what === '\0') repair(found.index, 1, '', 'nul');
    else if (what.startsWith('\r')) repair(found.index, what.length, '\n', 'line-ending');
    else repair(found.index, 1, '\uFFFD', 'lone-surrogate');
  }
  return { text: applyChanges(raw, changes), changes };
}

/**
 * The text after the changes, which are in UTF-16 offsets of `text`, sorted; they may touch. Throws RangeError when they
 * overlap, are out of order, or reach outside the text.
 */
export function applyChanges(text: string, changes: readonly NetChange[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const change of changes) {
    checkChange(text, change, kept);
    parts.push(text.slice(kept, change.start), change.insert);
    kept = change.end;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

/**
 * The changes that lead back: in UTF-16 offsets of `applyChanges(text, changes)`, each with the kind and reason of the
 * one it takes back. Throws RangeError as `applyChanges` does.
 */
export function invertChanges<T extends NetChange>(text: string, changes: readonly T[]): T[] {
  let shift = 0;
  let kept = 0;
  return changes.map((change) => {
    checkChange(text, change, kept);
    kept = change.end;
    const start = change.start + shift;
    const end = start + change.insert.length;
    shift = end - change.end;
    return { ...change, start, end, insert: text.slice(change.start, change.end) };
  });
}

function checkChange(text: string, change: NetChange, kept: number): void {
  const whole = Number.isInteger(change.start) && Number.isInteger(change.end);
  if (!whole || change.start < kept || change.end < change.start || change.end > text.length) {
    throw new RangeError(`change ${change.start} to ${change.end} overlaps, is out of order, or lies outside the text`);
  }
}
