import type { ReprintCounting } from '../contract/duplicate.ts';

/** An article of a reprint family. */
export interface ReprintMember {
  id: string;
  outlet: string | null;
  /** Whether anything in it is annotated. */
  annotated: boolean;
}

/**
 * The articles of a reprint family that do not count, the members being sorted by date. `once`: all but one; `per-outlet`:
 * all but one of each outlet, an unknown outlet being one of its own; `none`: all. The one that counts is annotated, if any
 * is; of several, the source, or else the earliest.
 */
export function uncountedReprints(
  members: readonly ReprintMember[],
  sourceId: string | null,
  counting: ReprintCounting,
): string[] {
  if (counting === 'none') return members.map(({ id }) => id);
  const groups = new Map<string, ReprintMember[]>();
  for (const member of members) {
    const key = counting === 'once' ? '' : (member.outlet ?? `\n${member.id}`);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups.values()].flatMap((group) => {
    const annotated = group.filter((each) => each.annotated);
    const eligible = annotated.length > 0 ? annotated : group;
    const counted = eligible.find(({ id }) => id === sourceId) ?? eligible[0];
    return group.filter((each) => each !== counted).map(({ id }) => id);
  });
}
