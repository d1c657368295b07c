import type { Repair, RepairDecision } from '#domain/contract/repair.ts';
import type { Decisions, RepairLog } from '#domain/repair/decided-log.ts';
import { makeStore } from '../app/store.ts';
import type { Entry, Item } from './queries.ts';

/** What the list can be narrowed to: a kind of repair, or what cannot be repaired. */
export type ReviewKind = Repair['kind'] | 'flag';

export interface Review {
  /** The id of the item that is looked at; null before any was chosen. */
  selected: string | null;
  /** UTF-16 offset of the present text: until one is chosen, the item nearest to it is looked at. */
  near: number | null;
  decision: RepairDecision | null;
  kind: ReviewKind | null;
  /** The words that are being typed in place of a proposal; null while none are. */
  words: string | null;
}

export const everything: Review = { selected: null, near: null, decision: null, kind: null, words: null };

export const review = makeStore<Review>(everything);

export function changeReview(change: Partial<Review>): void {
  review.set((now) => ({ ...now, ...change }));
}

/** Looks at another item; words that were being typed are dropped. */
export function select(item: Item | undefined): void {
  if (item !== undefined) changeReview({ selected: item.id, near: null, words: null });
}

export function edit({ id, leading }: Entry): void {
  changeReview({ selected: id, words: leading.insert ?? leading.candidates[0]?.insert ?? '' });
}

type Filter = Pick<Review, 'decision' | 'kind'>;

/** The items that the filters leave. */
export function shownItems(items: readonly Item[], { decision, kind }: Filter): readonly Item[] {
  if (decision === null && kind === null) return items;
  return items.filter(({ entry }) => {
    if (entry === null) return decision === null && kind === 'flag';
    return (decision === null || entry.leading.decision === decision) && (kind === null || entry.leading.kind === kind);
  });
}

/** How many changes of the text the filters leave, as the article's head counts them: an entry may hold several. */
export function countChanges({ repairs, flags }: RepairLog, { decision, kind }: Filter): number {
  if (kind === 'flag') return decision === null ? flags.length : 0;
  return repairs.filter(
    (repair) => (decision === null || repair.decision === decision) && (kind === null || repair.kind === kind),
  ).length;
}

/** The item that is looked at: the chosen one, else the nearest, else the first that is open, else the first. */
export function selectedItem(
  items: readonly Item[],
  { selected, near }: Pick<Review, 'selected' | 'near'>,
): Item | null {
  const chosen = items.find(({ id }) => id === selected);
  const nearest = chosen === undefined && near !== null ? nearestTo(items, near) : undefined;
  return chosen ?? nearest ?? items.find(isOpen) ?? items[0] ?? null;
}

function nearestTo(items: readonly Item[], offset: number): Item | undefined {
  const distance = ({ entry, flag }: Item) => {
    const { start, end } = (entry ?? flag).at;
    return Math.max(start - offset, offset - end, 0);
  };
  return items.toSorted((one, other) => distance(one) - distance(other))[0];
}

export function isOpen({ entry }: Item): boolean {
  return entry?.leading.decision === 'open';
}

/** The item so many rows below, or above; undefined beyond the ends. */
export function neighbour(items: readonly Item[], item: Item | null, by: 1 | -1): Item | undefined {
  return items[items.findIndex(({ id }) => id === item?.id) + by];
}

/** The next open item below, else the first above. */
export function nextOpen(items: readonly Item[], item: Item | null): Item | undefined {
  const at = items.findIndex(({ id }) => id === item?.id);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(isOpen);
}

/** The decision for all that belongs to the entries; with `insert`, in place of the leading repair of each. */
export function decisionsFor(entries: readonly Entry[], decision: RepairDecision, insert?: string): Decisions {
  return entries.flatMap(({ repairs, leading }) =>
    repairs.map((repair) => ({
      id: repair.id,
      decision,
      ...(repair === leading && insert !== undefined ? { insert } : {}),
    })),
  );
}
