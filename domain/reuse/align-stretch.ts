/** Codes of two folded texts that are the same: in folded codes. */
export interface Piece {
  a: number;
  b: number;
  length: number;
}

/** Beyond so many pairs of codes a stretch is left as a difference. */
const MOST_PAIRS = 4096;
/** What opening a piece costs, so that a single character alone gains nothing. */
const OPEN = 1.2;
const SKIP_A = 0.35;
const SKIP_B = 0.12;
const OUTSIDE = -1e9;

/**
 * The pieces that two stretches have in common in the same order: those between two matches (`between`), or those that go
 * on after one (`after`) or before one (`before`), where every skipped code costs and the end is free. Dynamic programming
 * with affine costs (Gotoh 1982) that favours few long pieces; a piece has two codes at least. Half-open stretches.
 */
export function alignStretch(
  own: Int32Array,
  ownFrom: number,
  ownTo: number,
  other: Int32Array,
  otherFrom: number,
  otherTo: number,
  where: 'between' | 'after' | 'before',
): Piece[] {
  const n = ownTo - ownFrom;
  const m = otherTo - otherFrom;
  if (n < 2 || m < 2 || n * m > MOST_PAIRS) return [];
  const back = where === 'before';
  const ownAt = (x: number) => own[back ? ownTo - 1 - x : ownFrom + x] ?? -1;
  const otherAt = (y: number) => other[back ? otherTo - 1 - y : otherFrom + y] ?? -2;
  const skipA = where === 'between' ? 0 : SKIP_A;
  const skipB = where === 'between' ? 0 : SKIP_B;
  const width = m + 1;
  // Best score of what ends at each pair: in a piece, and outside of one.
  const inside = new Float64Array((n + 1) * width).fill(OUTSIDE);
  const outside = new Float64Array((n + 1) * width);
  let best = 0;
  let bestAt = 0;
  for (let x = 0; x <= n; x++) {
    for (let y = 0; y <= m; y++) {
      const cell = x * width + y;
      if (x > 0 && y > 0 && ownAt(x - 1) === otherAt(y - 1)) {
        const diagonal = cell - width - 1;
        inside[cell] = 1 + Math.max(inside[diagonal] ?? OUTSIDE, (outside[diagonal] ?? OUTSIDE) - OPEN);
      }
      if (x === 0 && y === 0) continue;
      const up = x > 0 ? Math.max(inside[cell - width] ?? OUTSIDE, outside[cell - width] ?? OUTSIDE) - skipA : OUTSIDE;
      const left = y > 0 ? Math.max(inside[cell - 1] ?? OUTSIDE, outside[cell - 1] ?? OUTSIDE) - skipB : OUTSIDE;
      outside[cell] = Math.max(up, left);
      const score = inside[cell] ?? OUTSIDE;
      if (score > best) {
        best = score;
        bestAt = cell;
      }
    }
  }
  if (best <= 0) return [];
  return piecesTo(bestAt);

  function piecesTo(end: number): Piece[] {
    const pieces: Piece[] = [];
    let cell = end;
    let length = 0;
    while (cell > 0) {
      const diagonal = cell - width - 1;
      length++;
      if ((inside[diagonal] ?? OUTSIDE) >= (outside[diagonal] ?? OUTSIDE) - OPEN) {
        cell = diagonal;
        continue;
      }
      const x = Math.floor(diagonal / width);
      const y = diagonal % width;
      if (length > 1) {
        pieces.push(
          back
            ? { a: ownTo - x - length, b: otherTo - y - length, length }
            : { a: ownFrom + x, b: otherFrom + y, length },
        );
      }
      length = 0;
      cell = outsideBack(diagonal);
    }
    return back ? pieces : pieces.toReversed();
  }

  /** From a cell outside of a piece back to the end of the piece before; 0 when there is none. */
  function outsideBack(from: number): number {
    let cell = from;
    while (cell > 0) {
      const x = Math.floor(cell / width);
      const y = cell % width;
      const score = outside[cell] ?? OUTSIDE;
      const up = cell - width;
      const left = cell - 1;
      if (x > 0 && (inside[up] ?? OUTSIDE) - skipA === score) return up;
      if (y > 0 && (inside[left] ?? OUTSIDE) - skipB === score) return left;
      cell = x > 0 && (outside[up] ?? OUTSIDE) - skipA === score ? up : left;
    }
    return 0;
  }
}
