import { findOutlet } from '../metadata/outlets.ts';

export interface FamilyMember {
  id: string;
  outlet: string | null;
  /** What it says it was taken from. */
  source: string | null;
  /** Plain date as precisely as it is known. */
  publishedOn: string | null;
}

export interface PresumedSource {
  articleId: string;
  /** `named`: others say they took it from its outlet. `agency`: it is of a news agency. `earliest`: alone on the first day. */
  why: 'named' | 'agency' | 'earliest';
}

const AGENCIES = new Set(['新華社', '新華網', '中國新聞社', '中國新聞網', '中新社', '中新網']);

/**
 * Which article of a reprint family the others probably took their text from: the one whose outlet most of the others
 * name as their source, else that of a news agency, else the one published alone on the earliest day known. Null when
 * nothing tells, so that nothing is presumed.
 */
export function presumeSource(members: readonly FamilyMember[]): PresumedSource | null {
  const named = mostNamed(members);
  if (named !== null) return { articleId: named, why: 'named' };
  const agencies = members.filter(({ outlet }) => outlet !== null && AGENCIES.has(nameOf(outlet)));
  if (agencies.length === 1 && agencies[0] !== undefined) return { articleId: agencies[0].id, why: 'agency' };
  const days = members.flatMap(({ id, publishedOn }) => (publishedOn?.length === 10 ? [{ id, day: publishedOn }] : []));
  const first = days.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  // A member whose day is not known could be the earliest, but then nothing could ever be presumed.
  if (first[0] === undefined || first[1] === undefined || first[0].day === first[1].day) return null;
  return { articleId: first[0].id, why: 'earliest' };
}

function mostNamed(members: readonly FamilyMember[]): string | null {
  const votes = members.map(({ id, outlet }) => {
    const name = outlet === null ? null : nameOf(outlet);
    const count = members.filter(
      (each) => each.id !== id && each.source !== null && nameOf(each.source) === name,
    ).length;
    return { id, count: name === null ? 0 : count };
  });
  const [best, second] = votes.toSorted((one, other) => other.count - one.count);
  return best === undefined || best.count === 0 || best.count === second?.count ? null : best.id;
}

function nameOf(outlet: string): string {
  return findOutlet(outlet)?.name ?? outlet;
}
