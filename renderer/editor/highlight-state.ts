import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { assignLanes, flattenSpans } from '#domain/text/segments.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';
import { type ReaderAnnotation, sameAnnotation } from './reader-annotation.ts';
import { type SegmentContext, segmentAttributes } from './segment-style.ts';
import { type BlockRange, blocksTouching } from './text-blocks.ts';

/** What of the highlights changes; what is not given stays. */
export interface HighlightChange {
  annotations?: readonly ReaderAnnotation[];
  activeId?: string | null;
  hoveredId?: string | null;
  /** The blocks to keep decorated. */
  shown?: BlockRange;
}

/** The text that is painted; it never changes while the reader lives. */
export interface PaintedText {
  offsets: TextOffsets;
  blocks: readonly Span[];
}

export interface HighlightState extends SegmentContext {
  annotations: readonly ReaderAnnotation[];
  byId: ReadonlyMap<string, ReaderAnnotation>;
  shown: BlockRange;
  /** By block index; blocks without highlights are absent. */
  painted: ReadonlyMap<number, readonly Decoration[]>;
  decorations: DecorationSet;
}

export function emptyHighlights(): HighlightState {
  return {
    annotations: [],
    byId: new Map(),
    lanes: new Map(),
    activeId: null,
    hoveredId: null,
    shown: { low: 0, high: 0 },
    painted: new Map(),
    decorations: DecorationSet.empty,
  };
}

/** The next state; only blocks that a change touches, or that come into or go out of view, are redone. */
export function changeHighlights(
  state: HighlightState,
  change: HighlightChange,
  text: PaintedText,
  doc: Node,
): HighlightState {
  const shown = change.shown ?? state.shown;
  const touched: Span[] = [];
  let { annotations, byId, lanes, activeId, hoveredId } = state;
  if (change.annotations !== undefined && change.annotations !== annotations) {
    const [was, is] = whatDiffers(annotations, change.annotations);
    annotations = change.annotations;
    const known = new Map(byId);
    for (const id of was.keys()) known.delete(id);
    for (const [id, annotation] of is) known.set(id, annotation);
    byId = known;
    touched.push(...differences(was, is));
    if (touched.length > 0) lanes = carryLanes(lanes, was, is, annotations);
  }
  if (change.activeId !== undefined && change.activeId !== activeId) {
    touched.push(...spansNamed(byId, [activeId, change.activeId]));
    activeId = change.activeId;
  }
  if (change.hoveredId !== undefined && change.hoveredId !== hoveredId) {
    // The active one is only lifted as long as no other is.
    touched.push(...spansNamed(byId, [hoveredId, change.hoveredId, activeId]));
    hoveredId = change.hoveredId;
  }

  const redone = new Set<number>();
  for (const span of touched) {
    const { low, high } = blocksTouching(text.blocks, span);
    for (let block = Math.max(low, shown.low); block < Math.min(high, shown.high); block++) redone.add(block);
  }
  for (const block of blocksOnlyIn(shown, state.shown)) redone.add(block);

  const context: SegmentContext = { byId, lanes, activeId, hoveredId };
  const replaced = [...paintBlocks(redone, annotations, context, text)];
  for (const block of blocksOnlyIn(state.shown, shown)) replaced.push([block, []]);
  const painted = new Map(state.painted);
  const gone: Decoration[] = [];
  const fresh: Decoration[] = [];
  for (const [block, decorations] of replaced) {
    gone.push(...(painted.get(block) ?? []));
    fresh.push(...decorations);
    if (decorations.length > 0) painted.set(block, decorations);
    else painted.delete(block);
  }
  let kept = 0;
  for (const decorations of painted.values()) kept += decorations.length;
  const decorations =
    gone.length * 2 > kept
      ? DecorationSet.create(doc, [...painted.values()].flat())
      : state.decorations.remove(gone).add(doc, fresh);
  return { annotations, byId, lanes, activeId, hoveredId, shown, painted, decorations };
}

function* paintBlocks(
  indices: ReadonlySet<number>,
  annotations: readonly ReaderAnnotation[],
  context: SegmentContext,
  { blocks, offsets }: PaintedText,
): Generator<[number, Decoration[]]> {
  if (indices.size === 0) return;
  const window = hull([...indices].flatMap((index) => blocks[index] ?? []));
  const near = annotations.filter((annotation) => spansOverlap(annotation, window));
  for (const index of indices) {
    const block = blocks[index];
    if (block === undefined) continue;
    // A block lies in one paragraph, so that one shift holds for all of it.
    const shift = offsets.positionOf(block.start) - block.start;
    const decorations = flattenSpans(near, block).map((segment) =>
      Decoration.inline(segment.start + shift, segment.end + shift, segmentAttributes(segment, context)),
    );
    yield [index, decorations];
  }
}

function* blocksOnlyIn(range: BlockRange, other: BlockRange): Generator<number> {
  for (let block = range.low; block < range.high; block++) {
    if (block < other.low || block >= other.high) yield block;
  }
}

type ById = ReadonlyMap<string, ReaderAnnotation>;

/** The annotations before and after, without the same ones with which both begin and end: one more leaves all others out. */
function whatDiffers(before: readonly ReaderAnnotation[], after: readonly ReaderAnnotation[]): [was: ById, is: ById] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const between = (all: readonly ReaderAnnotation[]): ById =>
    new Map(all.slice(head, all.length - tail).map((annotation) => [annotation.id, annotation]));
  return [between(before), between(after)];
}

/** The spans, old and new, at which two sets of annotations are not alike. */
function differences(was: ById, is: ById): ReaderAnnotation[] {
  const spans: ReaderAnnotation[] = [];
  for (const [id, annotation] of is) {
    const old = was.get(id);
    if (old === undefined) spans.push(annotation);
    else if (!sameAnnotation(old, annotation)) spans.push(old, annotation);
  }
  for (const [id, old] of was) if (!is.has(id)) spans.push(old);
  return spans;
}

/** Annotations keep the lane they have; new and moved ones take the first lane that is free along their whole length. */
function carryLanes(
  before: ReadonlyMap<string, number>,
  was: ById,
  is: ById,
  annotations: readonly ReaderAnnotation[],
): Map<string, number> {
  const lanes = new Map(before);
  for (const [id, old] of was) {
    const now = is.get(id);
    if (now === undefined || now.start !== old.start || now.end !== old.end) lanes.delete(id);
  }
  const unplaced = [...is.values()].filter(({ id }) => !lanes.has(id));
  if (lanes.size === 0 || unplaced.length > 50) return assignLanes(annotations);
  for (const annotation of unplaced) {
    const taken = new Set<number>();
    for (const other of annotations) {
      const lane = spansOverlap(other, annotation) ? lanes.get(other.id) : undefined;
      if (lane !== undefined) taken.add(lane);
    }
    let lane = 0;
    while (taken.has(lane)) lane++;
    lanes.set(annotation.id, lane);
  }
  return lanes;
}

function spansNamed(byId: ReadonlyMap<string, ReaderAnnotation>, ids: readonly (string | null)[]): ReaderAnnotation[] {
  return ids.flatMap((id) => (id === null ? [] : (byId.get(id) ?? [])));
}

function hull(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}
