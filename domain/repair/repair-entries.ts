import type { Span } from '../text/span.ts';

/** What a list of repairs needs to know of one; offsets are UTF-16, `start` and `end` of the text as imported, `at` of the current one. */
export interface ListedRepair extends Span {
  readonly id: string;
  readonly kind: string;
  readonly place: number | null;
  readonly decision: 'open' | 'accepted' | 'refused';
  readonly certain: boolean;
  readonly at: Span;
}

/** Repairs that are decided together, from the first to the last of them, with what stands between. */
export interface RepairEntry<Repair extends ListedRepair> extends Span {
  /** The id of the first one. */
  readonly id: string;
  /** Sorted, at least one. */
  readonly repairs: readonly Repair[];
  /** The one that says what kind of place it is: the first that is no pinyin. */
  readonly leading: Repair;
  readonly at: Span;
}

/** The entries of a list of repairs, sorted by start as the repairs are; those of one place are one entry. */
export function repairEntries<Repair extends ListedRepair>(repairs: readonly Repair[]): RepairEntry<Repair>[] {
  const byPlace = new Map<number, Repair[]>();
  const groups: Repair[][] = [];
  for (const repair of repairs) {
    const known = repair.place === null ? undefined : byPlace.get(repair.place);
    if (known !== undefined) {
      known.push(repair);
      continue;
    }
    const group = [repair];
    groups.push(group);
    if (repair.place !== null) byPlace.set(repair.place, group);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        id: first.id,
        start: first.start,
        end: last.end,
        repairs: group,
        leading: group.find(({ kind }) => kind !== 'inline-pinyin') ?? first,
        at: { start: first.at.start, end: last.at.end },
      },
    ];
  });
}
