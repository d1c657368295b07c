import type { Hit } from '#domain/contract/find.ts';
import { makeStore } from '../app/store.ts';

/** Hits that can be annotated at once. */
export const MOST_CHECKED = 10_000;

/** The hits in texts that were checked, by their places, in the order of checking. */
export const checkedHits = makeStore<ReadonlyMap<string, Hit>>(new Map());

/** Where a hit stands. Only what stands in a text can be annotated. */
export function placeOfHit({ revisionId, start, end }: Hit): string {
  return `${revisionId} ${start} ${end}`;
}

export function canBeAnnotated(hit: Hit | undefined): hit is Hit {
  return hit?.place === 'text';
}

/** With these checked too. */
export function checkHits(hits: readonly Hit[]): void {
  checkedHits.set(
    (now) => new Map([...now, ...hits.filter(canBeAnnotated).map((hit) => [placeOfHit(hit), hit] as const)]),
  );
}

export function toggleHit(hit: Hit): void {
  const place = placeOfHit(hit);
  checkedHits.set((now) => {
    const next = new Map(now);
    if (!next.delete(place)) next.set(place, hit);
    return next;
  });
}

export function uncheckHits(): void {
  if (checkedHits.get().size > 0) checkedHits.set(new Map());
}
