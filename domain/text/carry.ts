import type { Span } from './span.ts';
import { splitsPair } from './span.ts';

/** A replacement of `start` to `end` (UTF-16, half-open) by `insert`. */
export interface NetChange extends Span {
  insert: string;
}

/** A kept stretch of the old text, or a stretch that was typed. */
type Piece = Span | string;

/**
 * The net effect of edits made one after the other, each in UTF-16 offsets of the text the ones before it left behind:
 * changes in offsets of `oldText`, sorted, disjoint and not touching. Text typed and deleted again leaves nothing; a
 * deletion and typing at its place, in either order, are one replacement; a replacement by the same text is none. A
 * change never splits a surrogate pair of the old text. Throws RangeError for an edit outside its text.
 */
export function netChanges(steps: readonly NetChange[], oldText: string): NetChange[] {
  let pieces: Piece[] = oldText.length > 0 ? [{ start: 0, end: oldText.length }] : [];
  let length = oldText.length;
  for (const step of steps) {
    if (!(step.start >= 0 && step.start <= step.end && step.end <= length)) {
      throw new RangeError(`edit ${step.start} to ${step.end} lies outside 0 to ${length}`);
    }
    const [before, rest] = cut(pieces, step.start);
    const [, after] = cut(rest, step.end - step.start);
    pieces = step.insert === '' ? [...before, ...after] : [...before, step.insert, ...after];
    length += step.insert.length - (step.end - step.start);
  }

  const changes: NetChange[] = [];
  let keptUntil = 0;
  let typed = '';
  const close = (keptFrom: number) => {
    if (typed !== oldText.slice(keptUntil, keptFrom)) changes.push({ start: keptUntil, end: keptFrom, insert: typed });
    typed = '';
  };
  for (const piece of joinKept(pieces)) {
    if (typeof piece === 'string') {
      typed += piece;
      continue;
    }
    // Half a pair that stays while its other half goes is treated as replaced by itself.
    const start = splitsPair(oldText, piece.start) ? piece.start + 1 : piece.start;
    const end = splitsPair(oldText, piece.end) ? piece.end - 1 : piece.end;
    if (start >= end) {
      typed += oldText.slice(piece.start, piece.end);
      continue;
    }
    typed += oldText.slice(piece.start, start);
    close(start);
    typed = oldText.slice(end, piece.end);
    keptUntil = end;
  }
  close(oldText.length);
  return changes;
}

/**
 * Where a span stands after the changes (as `netChanges` returns them; UTF-16 offsets of the old text in, of the new
 * text out), or null when nothing is left of it.
 *
 * The start sticks right and the end sticks left: text put in at an edge stays outside, text put in or replaced within
 * is covered. A replacement that begins or ends exactly at an edge lies within. A replacement that reaches over one
 * edge takes the shared part away. This is ProseMirror's mapping of the same changes, with `assoc` 1 for the start and
 * -1 for the end, with one exception: a replacement by some text that covers the whole span and reaches further on at
 * least one side, where ProseMirror leaves nothing. A replaced passage keeps its annotation, so the span then covers the
 * inserted text. Only a deletion that covers the whole span gives null.
 *
 * Throws RangeError when the span is empty or the changes are not sorted, or touch or overlap each other.
 */
export function carrySpan(span: Span, changes: readonly NetChange[]): Span | null {
  if (!(span.start < span.end)) throw new RangeError(`span ${span.start} to ${span.end} is empty or reversed`);
  let { start, end } = span;
  let shift = 0;
  let previousEnd = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (!(change.start > previousEnd && change.start <= change.end)) {
      throw new RangeError(`change at ${change.start} is out of order or touches the one before`);
    }
    previousEnd = change.end;
    if (change.start >= span.end) break;
    const inserted = { start: change.start + shift, end: change.start + shift + change.insert.length };
    shift = inserted.end - change.end;
    if (change.start <= span.start && span.end <= change.end) return inserted.start < inserted.end ? inserted : null;
    if (change.end <= span.start) start = span.start + shift;
    else if (change.start < span.start) start = inserted.end;
    else if (change.start === span.start) start = inserted.start;
    end = change.end > span.end ? inserted.start : span.end + shift;
  }
  return { start, end };
}

function cut(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let passed = 0;
  for (const [index, piece] of pieces.entries()) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    if (offset < passed + length) {
      const at = offset - passed;
      if (at === 0) return [pieces.slice(0, index), pieces.slice(index)];
      const [left, right]: [Piece, Piece] =
        typeof piece === 'string'
          ? [piece.slice(0, at), piece.slice(at)]
          : [
              { start: piece.start, end: piece.start + at },
              { start: piece.start + at, end: piece.end },
            ];
      return [
        [...pieces.slice(0, index), left],
        [right, ...pieces.slice(index + 1)],
      ];
    }
    passed += length;
  }
  return [[...pieces], []];
}

/** Joins kept stretches that follow each other without a gap, so that a cut that changed nothing leaves no trace. */
function joinKept(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece !== 'string' && last !== undefined && typeof last !== 'string' && last.end === piece.start) {
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}
