import type { Annotation } from '#domain/contract/annotation.ts';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import type { Role } from '#domain/text/roles.ts';
import type { Span } from '#domain/text/span.ts';

export const concerns = ['draft', 'doubtful', 'orphan', 'to-confirm', 'recheck', 'no-category'] as const;
export type Concern = (typeof concerns)[number];

/** What is still to be done in an article before it can be called complete. */
export interface Remains {
  /** The annotations that want something, in the order they were given; kinds with none are left out. */
  annotations: ReadonlyMap<Concern, readonly Annotation[]>;
  /** Paragraphs of body that no annotation touches, in text offsets, and how many paragraphs of body there are. */
  untouched: readonly Span[];
  paragraphs: number;
}

const wants: Record<Concern, (annotation: Annotation) => boolean> = {
  draft: ({ status }) => status === 'draft',
  doubtful: ({ status }) => status === 'doubtful',
  orphan: ({ anchorState }) => anchorState === 'orphan',
  'to-confirm': ({ toConfirm }) => toConfirm !== null,
  recheck: ({ links }) => links.some(({ recheck }) => recheck),
  'no-category': ({ links }) => links.length === 0,
};

export function remainsOf(text: string, roles: readonly Role[], annotations: readonly Annotation[]): Remains {
  const found = new Map<Concern, Annotation[]>();
  for (const concern of concerns) {
    const own = annotations.filter(wants[concern]);
    if (own.length > 0) found.set(concern, own);
  }
  const body = paragraphsOf(text).filter(({ start, end }, index) => roles[index] === 'body' && end > start);
  const placed = annotations.filter(({ anchorState }) => anchorState === 'placed');
  const untouched = body.filter(({ start, end }) => !placed.some((each) => each.start < end && each.end > start));
  return { annotations: found, untouched, paragraphs: body.length };
}
