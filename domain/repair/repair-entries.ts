import type { Span } from '../text/span.ts';

/** What a list of repairs needs to know of one; offsets are UTF-16, `start` and `end` of the text as imported, `at` of the current one. */
export interface ListedRepair extends Span {
  readonly id: string;
  readonly kind: string;
  readonly place: number | null;
  readonly insert: string | null;
  readonly candidates: readonly { readonly insert: string }[];
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

/** One row of the review: an entry to be decided, or a flag that is only shown. */
export type ReviewItem<Repair extends ListedRepair, Flag extends Span> = Span & { readonly id: string } & (
    | { readonly entry: RepairEntry<Repair>; readonly flag: null }
    | { readonly entry: null; readonly flag: Flag }
  );

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

/** Entries and flags in the order of the text as imported; both are sorted by start. */
export function reviewItems<Repair extends ListedRepair, Flag extends Span & { readonly kind: string }>(
  entries: readonly RepairEntry<Repair>[],
  flags: readonly Flag[],
): ReviewItem<Repair, Flag>[] {
  const items: ReviewItem<Repair, Flag>[] = [
    ...entries.map((entry) => ({ id: entry.id, start: entry.start, end: entry.end, entry, flag: null })),
    ...flags.map((flag) => ({
      id: `${flag.kind}-${flag.start}-${flag.end}`,
      start: flag.start,
      end: flag.end,
      entry: null,
      flag,
    })),
  ];
  return items.toSorted((one, other) => one.start - other.start);
}

/**
 * The stretch of an entry as it would stand when accepted: what stands in it already, else the best candidates; with
 * `instead`, those words in place of the leading repair.
 */
export function repairedWords<Repair extends ListedRepair>(
  imported: string,
  { repairs, leading, start, end }: RepairEntry<Repair>,
  instead?: string,
): string {
  let text = '';
  let done = start;
  for (const repair of repairs) {
    const own = repair === leading ? instead : undefined;
    text += imported.slice(done, repair.start) + (own ?? repair.insert ?? repair.candidates[0]?.insert ?? '');
    done = repair.end;
  }
  return text + imported.slice(done, end);
}
