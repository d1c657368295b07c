import type { Span } from './span.ts';

/** A span with an id of its own. */
export interface NamedSpan extends Span {
  id: string;
}

/** A stretch over which the same spans lie; UTF-16 offsets; `ids` ordered by start, then longer first, then id. */
export interface Segment extends Span {
  ids: string[];
}

/**
 * Cuts overlapping spans into disjoint segments in text order, by a sweep line: every offset with at least one span is
 * in exactly one segment, which names all spans over it. `within` restricts the answer to a window and the work to the
 * spans that reach into it. Empty spans are left out. Ids must differ. O((n + k) log n), k being the ids in the answer.
 */
export function flattenSpans(spans: readonly NamedSpan[], within?: Span): Segment[] {
  const low = within?.start ?? Number.NEGATIVE_INFINITY;
  const high = within?.end ?? Number.POSITIVE_INFINITY;
  const ranked = spans.filter((span) => Math.max(span.start, low) < Math.min(span.end, high)).toSorted(byRank);
  const edges = new Set<number>();
  for (const span of ranked) {
    edges.add(Math.max(span.start, low));
    edges.add(Math.min(span.end, high));
  }
  const cuts = [...edges].toSorted((a, b) => a - b);

  const segments: Segment[] = [];
  let next = 0;
  // Spans begin in rank order, so that appending keeps the active ones ranked.
  let active: NamedSpan[] = [];
  for (const [index, start] of cuts.entries()) {
    active = active.filter((span) => span.end > start);
    for (let span = ranked[next]; span !== undefined && span.start <= start; span = ranked[++next]) active.push(span);
    const end = cuts[index + 1];
    if (end !== undefined && active.length > 0) segments.push({ start, end, ids: active.map((span) => span.id) });
  }
  return segments;
}

/**
 * A lane, counted from 0, for every span, such that spans in one lane never overlap: first fit, by start, longer first.
 * Uses as many lanes as spans lie over one another at the deepest place. Ids must differ. O(n log n + n × lanes).
 */
export function assignLanes(spans: readonly NamedSpan[]): Map<string, number> {
  const laneEnds: number[] = [];
  const lanes = new Map<string, number>();
  for (const span of spans.toSorted(byRank)) {
    const free = laneEnds.findIndex((end) => end <= span.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.end;
    lanes.set(span.id, lane);
  }
  return lanes;
}

/** All spans over the code unit at `offset` (UTF-16), smallest first, then by start, then by id. */
export function smallestAt<T extends NamedSpan>(spans: readonly T[], offset: number): T[] {
  return spans
    .filter((span) => span.start <= offset && offset < span.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || byRank(a, b));
}

function byRank(a: NamedSpan, b: NamedSpan): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return b.end - a.end;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
