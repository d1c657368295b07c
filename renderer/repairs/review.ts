import type { Repair, RepairDecision } from '#domain/contract/repair.ts';
import { makeStore } from '../app/store.ts';
import type { Decisions } from './mutations.ts';
import type { Entry } from './queries.ts';

export interface Review {
  /** The id of the entry that is looked at; null before any was chosen. */
  selected: string | null;
  decision: RepairDecision | null;
  kind: Repair['kind'] | null;
  /** Whether the words of a proposal are being typed. */
  editing: boolean;
}

export const everything: Review = { selected: null, decision: null, kind: null, editing: false };

export const review = makeStore<Review>(everything);

export function changeReview(change: Partial<Review>): void {
  review.set((now) => ({ ...now, ...change }));
}

/** The entries that the filters leave. */
export function shownEntries(entries: readonly Entry[], { decision, kind }: Review): readonly Entry[] {
  return entries.filter(
    ({ leading }) => (decision === null || leading.decision === decision) && (kind === null || leading.kind === kind),
  );
}

/** The entry that is looked at: the chosen one, else the first that is open, else the first. */
export function selectedEntry(entries: readonly Entry[], { selected }: Review): Entry | null {
  const chosen = entries.find(({ id }) => id === selected);
  return chosen ?? entries.find(({ leading }) => leading.decision === 'open') ?? entries[0] ?? null;
}

/** The decision for all that belongs to the entries; with `insert`, in place of the leading repair of each. */
export function decisionsFor(entries: readonly Entry[], decision: RepairDecision, insert?: string): Decisions {
  return entries.flatMap(({ repairs, leading }) =>
    repairs.map(({ id }) => ({ id, decision, ...(id === leading.id && insert !== undefined ? { insert } : {}) })),
  );
}
