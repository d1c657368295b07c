import { nextGrapheme, previousGrapheme } from '#domain/text/graphemes.ts';
import { type Paragraph, paragraphIndexAt } from '#domain/text/paragraphs.ts';
import type { Span } from '#domain/text/span.ts';

/** Which way, in the order of the text. */
export type Direction = -1 | 1;

export type Motion =
  | { by: 'grapheme' | 'clause' | 'sentence' | 'paragraph'; direction: Direction }
  | { by: 'line' | 'page' | 'line edge' | 'text edge' | 'annotation'; direction: Direction };

/** Where the lines are: `top`, `bottom` and `left` in CSS pixels of the window. */
export interface CaretBox {
  left: number;
  top: number;
  bottom: number;
}

export interface LineGeometry {
  /** The caret before the character at the offset, or behind the one before it: the two differ where a line turns. */
  boxAt(offset: number, side: Direction): CaretBox;
}

export function graphemeEdge(text: string, offset: number, direction: Direction): number {
  return direction === 1 ? nextGrapheme(text, offset) : previousGrapheme(text, offset);
}

/**
 * The nearest edge in that direction: the end of a unit forwards, its beginning backwards; the text's own edge beyond the
 * last. `units` in the order of the text, as its clauses, sentences and paragraphs are. UTF-16 offsets.
 */
export function unitEdge(text: string, units: readonly Span[], offset: number, direction: Direction): number {
  if (direction === 1) return units.find(({ start, end }) => end > offset && start < end)?.end ?? text.length;
  return units.findLast(({ start, end }) => start < offset && start < end)?.start ?? 0;
}

/** The start of the next, or of the last but one, annotation as seen from the offset; null when there is none. */
export function annotationEdge(annotations: readonly Span[], offset: number, direction: Direction): number | null {
  let best: number | null = null;
  for (const { start } of annotations) {
    if (direction === 1 ? start <= offset : start >= offset) continue;
    if (best === null || (direction === 1 ? start < best : start > best)) best = start;
  }
  return best;
}

/** A line's text: offsets between its first caret place and its last. */
export function lineAround(geometry: LineGeometry, paragraph: Span, offset: number, side: Direction): Span {
  const here = geometry.boxAt(offset, side);
  return {
    start: search(paragraph.start, offset, (at) => !above(geometry.boxAt(at, 1), here)),
    end: search(offset, paragraph.end, (at) => below(geometry.boxAt(at + 1, -1), here)),
  };
}

export interface LinePlace {
  offset: number;
  /** -1 when the caret stands at the end of a line that turns there. */
  side: Direction;
}

/** The place one line on whose caret is nearest to `x`; the text's ends beyond its first and last line. */
export function lineStep(
  text: string,
  geometry: LineGeometry,
  paragraphs: readonly Paragraph[],
  from: LinePlace,
  direction: Direction,
  x: number,
): LinePlace {
  const index = paragraphIndexAt(paragraphs, from.offset);
  const paragraph = paragraphs[index];
  if (paragraph === undefined) throw new RangeError(`no paragraph at ${from.offset}`);
  const line = lineAround(geometry, paragraph, from.offset, from.side);
  const inside = direction === 1 ? line.end < paragraph.end : line.start > paragraph.start;
  const neighbour = inside ? paragraph : paragraphs[index + direction];
  if (neighbour === undefined) return { offset: direction === 1 ? paragraph.end : paragraph.start, side: 1 };
  const entry = inside ? (direction === 1 ? line.end : line.start) : direction === 1 ? neighbour.start : neighbour.end;
  const next = lineAround(geometry, neighbour, entry, direction === 1 ? 1 : -1);
  return nearest(text, geometry, next, neighbour.end, x);
}

function nearest(text: string, geometry: LineGeometry, line: Span, paragraphEnd: number, x: number): LinePlace {
  let best: LinePlace = { offset: line.start, side: 1 };
  let distance = Number.POSITIVE_INFINITY;
  for (let at = line.start; ; at = nextGrapheme(text, at)) {
    const side: Direction = at === line.end && line.end < paragraphEnd ? -1 : 1;
    const off = Math.abs(geometry.boxAt(at, side).left - x);
    if (off < distance) {
      best = { offset: at, side };
      distance = off;
    }
    if (at >= line.end) return best;
  }
}

/** The least offset of `low` to `high` that passes, `high` if none before it does; tests must fail before they pass. */
function search(low: number, high: number, test: (offset: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function above(a: CaretBox, b: CaretBox): boolean {
  return a.bottom <= (b.top + b.bottom) / 2;
}

function below(a: CaretBox, b: CaretBox): boolean {
  return a.top >= (b.top + b.bottom) / 2;
}
