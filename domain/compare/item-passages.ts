import type { Span } from '../text/span.ts';

/** A passage that takes up a category; UTF-16 offsets of its text. */
export interface ItemPassage extends Span {
  categoryId: string;
}

/** UTF-16 units beyond which a passage is no longer what is being read. */
const REACH = 240;

/**
 * The passage at a place of a text: of those that contain it, one of the item that is looked at already, else the smallest;
 * where none contains it, the nearest within some four lines, the one before first. Null where there is none.
 * `passages` sorted by start.
 */
export function passageAt(passages: readonly ItemPassage[], at: number, item: string | null): ItemPassage | null {
  const around = passages.filter(({ start, end }) => start <= at && at < end);
  if (around.length > 0) {
    const sizeOf = ({ start, end }: ItemPassage) => end - start;
    return (
      around.find(({ categoryId }) => categoryId === item) ??
      around.reduce((smallest, each) => (sizeOf(each) < sizeOf(smallest) ? each : smallest))
    );
  }
  let nearest: ItemPassage | null = null;
  let least = REACH + 1;
  for (const passage of passages) {
    const away = passage.end <= at ? at - passage.end : passage.start - at;
    if (away < least || (away === least && passage.categoryId === item)) {
      nearest = passage;
      least = away;
    }
  }
  return nearest;
}

/** The passages of one category, in the order of the text. */
export function passagesOf(passages: readonly ItemPassage[], categoryId: string): ItemPassage[] {
  return passages.filter((each) => each.categoryId === categoryId);
}

/**
 * What another text says where this one has a passage: its passage of the same category and the same place in the row of
 * these, the last where it has fewer. Null where it has none.
 */
export function counterpartOf(
  passage: ItemPassage,
  own: readonly ItemPassage[],
  other: readonly ItemPassage[],
): ItemPassage | null {
  const place = passagesOf(own, passage.categoryId).findIndex(({ start }) => start === passage.start);
  const there = passagesOf(other, passage.categoryId);
  return there[Math.min(Math.max(0, place), there.length - 1)] ?? null;
}

/** The run whose side is nearest to a place, within reach; of several that contain it the shortest. */
export function runAt<Run extends { own: Span }>(runs: readonly Run[], at: number): Run | null {
  let nearest: Run | null = null;
  let least = REACH + 1;
  for (const run of runs) {
    const { start, end } = run.own;
    const away = start <= at && at < end ? (end - start) / 1e6 : Math.max(start - at, at - end + 1);
    if (away >= least) continue;
    nearest = run;
    least = away;
  }
  return nearest;
}
