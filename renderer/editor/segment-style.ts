import type { DecorationAttrs } from '@tiptap/pm/view';
import type { Segment } from '#domain/text/segments.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { FADED, ruleColour, tintClass } from './reader-palette.ts';

/** Lanes that are drawn as a rule; what lies deeper only darkens the tint. */
export const DRAWN_LANES = 4;

const CLEAR = '#0000';
/** In CSS pixels: a rule, and from one rule's top to the next. `highlights.css` leaves room for them. */
const RULE = 2;
const PITCH = 3;

export interface SegmentContext {
  byId: ReadonlyMap<string, ReaderAnnotation>;
  lanes: ReadonlyMap<string, number>;
  activeId: string | null;
  hoveredId: string | null;
}

/**
 * How a segment is painted: the tint is that of the annotation lifted out (the hovered one, or if there is none the active
 * one) or else of the smallest over it that is not dimmed; where all are, there is none. Each annotation in the first lanes has its rule there along its whole length.
 */
export function segmentAttributes(segment: Segment, context: SegmentContext): DecorationAttrs {
  const { byId, lanes, activeId, hoveredId } = context;
  const drawn = Array.from({ length: DRAWN_LANES }, (): ReaderAnnotation | null => null);
  let smallest: ReaderAnnotation | null = null;
  let lifted: ReaderAnnotation | null = null;
  let starts = false;
  let ends = false;
  let labels = '';
  let depth = 0;
  const liftedId = hoveredId !== null && byId.has(hoveredId) ? hoveredId : activeId;
  for (const id of segment.ids) {
    const annotation = byId.get(id);
    if (annotation === undefined) continue;
    if (annotation.dimmed !== true) {
      depth += 1;
      if (smallest === null || annotation.end - annotation.start <= smallest.end - smallest.start) {
        smallest = annotation;
      }
    }
    if (id === liftedId) lifted = annotation;
    if (annotation.end === segment.end) ends = true;
    if (annotation.start === segment.start) {
      starts = true;
      if (annotation.label !== '') labels += labels === '' ? annotation.label : `; ${annotation.label}`;
    }
    const lane = lanes.get(id) ?? DRAWN_LANES;
    if (lane < DRAWN_LANES)
      drawn[lane] = annotation.dimmed === true && id !== liftedId ? stepBack(annotation) : annotation;
  }
  const colour = (lifted ?? smallest)?.colours[0] ?? 0;
  const plain = drawn.every((annotation) => annotation === null || isPlain(annotation, segment));
  const edges = (starts ? ' hl-starts' : '') + (ends ? ' hl-ends' : '') + (lifted === null ? '' : ' hl-lifted');
  const tint = lifted === null && smallest === null ? 'hl-dimmed' : tintClass(colour, Math.max(1, depth));
  const attributes: DecorationAttrs = {
    nodeName: 'mark',
    class: tint + edges + (plain ? '' : ' hl-lanes'),
    'data-ids': segment.ids.join(' '),
    // The empty last layer carries the clip of the tint.
    style: `background-image:${plain ? plainRules(drawn) : laneImages(drawn, segment)},none${brackets(lifted, segment)}`,
  };
  if (labels !== '') attributes['aria-description'] = labels;
  return attributes;
}

/** As it is drawn behind the others: a grey rule, whatever it is. */
function stepBack(annotation: ReaderAnnotation): ReaderAnnotation {
  return { ...annotation, colours: [FADED], status: 'settled', toConfirm: false };
}

/** Where the one that is lifted begins and ends, beside others of its colour too. */
function brackets(lifted: ReaderAnnotation | null, { start, end }: Segment): string {
  if (lifted === null) return '';
  const rule = ruleColour(lifted.colours[0] ?? 0);
  const sides = [
    ...(lifted.start === start ? [`inset 1.5px 0 ${rule}`] : []),
    ...(lifted.end === end ? [`inset -1.5px 0 ${rule}`] : []),
  ];
  return sides.length === 0 ? '' : `;box-shadow:${sides.join(',')}`;
}

function isPlain({ status, colours, start, toConfirm }: ReaderAnnotation, segment: Segment): boolean {
  return status === 'settled' && toConfirm !== true && colours.length < 2 && start < segment.start;
}

/** All rules in one image, which paints faster than one image a lane. */
function plainRules(drawn: readonly (ReaderAnnotation | null)[]): string {
  let stops = '';
  for (const [lane, annotation] of drawn.entries()) {
    const from = lane * PITCH;
    if (lane > 0) stops += `,${CLEAR} 0 ${from}px,`;
    stops += `${annotation === null ? CLEAR : ruleColour(annotation.colours[0] ?? 0)} 0 ${from + RULE}px`;
  }
  return `linear-gradient(${stops})`;
}

function laneImages(drawn: readonly (ReaderAnnotation | null)[], segment: Segment): string {
  return drawn.map((annotation) => (annotation === null ? 'none' : laneImage(annotation, segment))).join(',');
}

/** Long dashes, whatever the status: first of all its place wants a look. */
const UNCONFIRMED = [0.7, 1, 1] as const;

/** The rule of one annotation; lengths in em, so that dashes keep their phase from one Han character to the next. */
function laneImage({ colours, status, start, toConfirm }: ReaderAnnotation, segment: Segment): string {
  const [first = 0, ...more] = colours.slice(0, 4);
  if (status === 'settled' && toConfirm !== true && more.length === 0) {
    // A gap where it begins parts it from a neighbour of the same colour in the same lane.
    return `linear-gradient(90deg,${start === segment.start ? CLEAR : ruleColour(first)} 2px,${ruleColour(first)} 0)`;
  }
  const [dash, step, repeats] = toConfirm
    ? UNCONFIRMED
    : status === 'draft'
      ? [0.34, 0.5, 1]
      : status === 'doubtful'
        ? [0.12, 0.25, 2]
        : [0.5, 0.5, 1];
  const stops: string[] = [];
  for (const colour of [first, ...more]) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      const at = (stops.length / 2) * step;
      stops.push(`${ruleColour(colour)} ${at}em ${at + dash}em`, `${CLEAR} ${at + dash}em ${at + step}em`);
    }
  }
  return `repeating-linear-gradient(90deg,${stops.join(',')})`;
}
