import type { Annotation, Link } from '#domain/contract/annotation.ts';
import type { Category } from '#domain/contract/codebook.ts';
import type { Relation, VoiceKind } from '#domain/contract/values.ts';
import { makeStore } from '../app/store.ts';
import { withDescendants } from '../codebook/category-counts.ts';

/** What alone is looked at in the text; all conditions hold, null is none. `none` stands for what was left unsaid. */
export interface Dimming {
  /** With all below it. */
  categoryId: string | null;
  coderId: string | null;
  relation: Relation | 'none' | null;
  voice: VoiceKind | 'none' | null;
}

export const nothingDimmed: Dimming = { categoryId: null, coderId: null, relation: null, voice: null };

export const dimming = makeStore<Dimming>(nothingDimmed);

export function isDimming(wanted: Dimming): boolean {
  return Object.values(wanted).some((condition) => condition !== null);
}

/** Whether a link is among what is looked at; the category and the relation must be those of the same link. */
export function linkTest(wanted: Dimming, categories: readonly Category[]): (link: Link) => boolean {
  const { categoryId, relation } = wanted;
  const below = categoryId === null ? null : withDescendants(categoryId, categories);
  return (link) =>
    (below === null || below.has(link.categoryId)) && (relation === null || (link.relation ?? 'none') === relation);
}

/** Whether an annotation is among what is looked at. */
export function annotationTest(wanted: Dimming, categories: readonly Category[]): (annotation: Annotation) => boolean {
  const { categoryId, coderId, relation, voice } = wanted;
  const linked = linkTest(wanted, categories);
  return (annotation) =>
    (coderId === null || annotation.coderId === coderId) &&
    (voice === null || (annotation.voice?.kind ?? 'none') === voice) &&
    ((categoryId === null && relation === null) || annotation.links.some(linked));
}
