import type { DecorationAttrs } from '@tiptap/pm/view';
import type { Segment } from '#domain/text/segments.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';

/** Lanes that are drawn as a rule; what lies deeper only darkens the tint. */
export const DRAWN_LANES = 4;

const GAP = '#0000';

export interface SegmentContext {
  byId: ReadonlyMap<string, ReaderAnnotation>;
  lanes: ReadonlyMap<string, number>;
  activeId: string | null;
  hoveredId: string | null;
}

/**
 * How a segment is painted: the tint is that of the annotation lifted out (hovered, else active) or else of the smallest
 * over it; each annotation in the first lanes has its rule there along its whole length.
 */
export function segmentAttributes(segment: Segment, context: SegmentContext): DecorationAttrs {
  const { byId, lanes, activeId, hoveredId } = context;
  const rules = Array.from({ length: DRAWN_LANES }, () => 'none');
  let front: ReaderAnnotation | undefined;
  let depth = 0;
  let starts = false;
  let ends = false;
  let lifted = false;
  const labels: string[] = [];
  for (const id of segment.ids) {
    const annotation = byId.get(id);
    if (annotation === undefined) continue;
    depth++;
    if (annotation.start === segment.start) starts = true;
    if (annotation.end === segment.end) ends = true;
    if (annotation.start === segment.start && annotation.label !== '') labels.push(annotation.label);
    if (!lifted && (front === undefined || annotation.end - annotation.start <= front.end - front.start)) {
      front = annotation;
    }
    if (id === hoveredId || (id === activeId && !segment.ids.includes(hoveredId ?? ''))) {
      front = annotation;
      lifted = true;
    }
    const lane = lanes.get(id) ?? DRAWN_LANES;
    if (lane < DRAWN_LANES) rules[lane] = rulePaint(annotation, segment);
  }
  const colour = front?.colours[0] ?? 0;
  let classes = depth > 1 ? `hl hl-depth-${Math.min(depth, 5)}` : 'hl';
  if (starts) classes += ' hl-starts';
  if (ends) classes += ' hl-ends';
  if (activeId !== null && segment.ids.includes(activeId)) classes += ' hl-active';
  if (hoveredId !== null && segment.ids.includes(hoveredId)) classes += ' hl-hovered';
  const attributes: DecorationAttrs = {
    nodeName: 'mark',
    class: classes,
    'data-ids': segment.ids.join(' '),
    style: `--hl-tint:var(--hl-${colour}-tint);--hl-rule:var(--hl-${colour}-rule);--hl-rules:${rules.join(',')}`,
  };
  if (labels.length > 0) attributes['aria-description'] = labels.join('; ');
  return attributes;
}

/** A background image one rule high; lengths in em, so that dashes keep their phase from one Han character to the next. */
function rulePaint(annotation: ReaderAnnotation, segment: Segment): string {
  const colours = annotation.colours.length === 0 ? [0] : annotation.colours.slice(0, 4);
  if (annotation.status === 'settled' && colours.length === 1) {
    const colour = `var(--hl-${colours[0]}-rule)`;
    if (annotation.start === segment.start) return `linear-gradient(90deg,${GAP} 2px,${colour} 0)`;
    return `linear-gradient(${colour},${colour})`;
  }
  const [drawn, step] =
    annotation.status === 'draft' ? [0.34, 0.5] : annotation.status === 'doubtful' ? [0.12, 0.25] : [0.5, 0.5];
  const repeats = colours.length === 1 ? 1 : Math.max(1, Math.round(0.5 / step));
  const stops: string[] = [];
  let at = 0;
  for (const colour of colours) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      stops.push(`var(--hl-${colour}-rule) ${at}em ${at + drawn}em`);
      if (drawn < step) stops.push(`${GAP} ${at + drawn}em ${at + step}em`);
      at += step;
    }
  }
  return `repeating-linear-gradient(90deg,${stops.join(',')})`;
}
