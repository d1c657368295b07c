import { assignLanes, type NamedSpan } from './segments.ts';

/** A span to be drawn as a stripe; those of one group (a category) belong together. */
export interface GroupedSpan extends NamedSpan {
  group: string;
}

/** UTF-16 units. */
export interface StripePacking {
  /** Spans of one group with less between them keep one lane, so that a group does not jump about. */
  join: number;
  /** Spans of different groups in one lane have at least so much between them: about a line. */
  apart: number;
}

export interface PackedStripes {
  /** Lane of each span, counted from 0. */
  lanes: ReadonlyMap<string, number>;
  count: number;
}

/**
 * Lanes for stripes beside a text: a group keeps one lane as long as its spans follow closely, and gives it to others
 * where it pauses. Only spans of one group overlap in a lane. Empty spans count as their place. Ids must differ.
 */
export function packStripes(spans: readonly GroupedSpan[], { join, apart }: StripePacking): PackedStripes {
  const runs: (NamedSpan & { members: string[] })[] = [];
  const running = new Map<string, (typeof runs)[number]>();
  for (const { id, group, start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const run = running.get(group);
    if (run !== undefined && start - run.end < join) {
      run.end = Math.max(run.end, end);
      run.members.push(id);
    } else {
      const next = { id: `${group} ${start} ${runs.length}`, start, end, members: [id] };
      running.set(group, next);
      runs.push(next);
    }
  }
  const laneOf = assignLanes(runs.map(({ id, start, end }) => ({ id, start, end: end + apart })));
  const lanes = new Map<string, number>();
  let count = 0;
  for (const { id, members } of runs) {
    const lane = laneOf.get(id) ?? 0;
    count = Math.max(count, lane + 1);
    for (const member of members) lanes.set(member, lane);
  }
  return { lanes, count };
}
