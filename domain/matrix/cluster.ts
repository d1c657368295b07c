/** Rows or columns that can be clustered while she waits. */
export const MOST_CLUSTERED = 500;

interface Cluster {
  /** Indices of the profiles, in the order they are shown in. */
  leaves: number[];
}

/**
 * An order in which profiles that are alike stand together: the indices of the profiles. Hierarchical clustering with
 * average linkage (UPGMA: R. R. Sokal, C. D. Michener, "A statistical method for evaluating systematic relationships",
 * University of Kansas Science Bulletin 38 (1958), 1409–1438) on 1 − the cosine of two profiles, so that how much a row has
 * does not matter, only how it is spread. Where two clusters meet, each is turned so that those beside each other are most
 * alike (G. Gruvaeus, H. Wainer, "Two additions to hierarchical cluster analysis", British Journal of Mathematical and
 * Statistical Psychology 25 (1972), 200–206). Of equal distances the earlier profiles go first, so that the same profiles
 * always give the same order. Profiles of nothing but zeros have no direction and come last, as they stand.
 */
export function clusterOrder(profiles: readonly (readonly number[])[]): number[] {
  const lengths = profiles.map((profile) => Math.hypot(...profile));
  const some = profiles.flatMap((_profile, index) => ((lengths[index] ?? 0) > 0 ? [index] : []));
  const none = profiles.flatMap((_profile, index) => ((lengths[index] ?? 0) > 0 ? [] : [index]));
  const distance = (a: number, b: number) => leafDistances[a * profiles.length + b] ?? 0;
  const leafDistances = new Float64Array(profiles.length ** 2);
  for (const a of some)
    for (const b of some) {
      let product = 0;
      for (const [column, value] of (profiles[a] ?? []).entries()) product += value * (profiles[b]?.[column] ?? 0);
      leafDistances[a * profiles.length + b] = Math.max(0, 1 - product / ((lengths[a] ?? 1) * (lengths[b] ?? 1)));
    }
  const clusters: (Cluster | null)[] = some.map((leaf) => ({ leaves: [leaf] }));
  const between = clusters.map((_cluster, a) => some.map((leaf) => distance(some[a] ?? 0, leaf)));
  for (let merges = some.length - 1; merges > 0; merges--) {
    const [a, b] = nearest(clusters, between);
    const [one, other] = [clusters[a], clusters[b]];
    if (one == null || other == null) throw new Error('no two clusters are left');
    for (const [index, cluster] of clusters.entries()) {
      if (cluster === null || index === a || index === b) continue;
      const [toOne, toOther] = [between[a]?.[index] ?? 0, between[b]?.[index] ?? 0];
      const mean =
        (toOne * one.leaves.length + toOther * other.leaves.length) / (one.leaves.length + other.leaves.length);
      for (const [x, y] of [
        [a, index],
        [index, a],
      ] as const) {
        const line = between[x];
        if (line !== undefined) line[y] = mean;
      }
    }
    clusters[a] = { leaves: joined(one.leaves, other.leaves, distance) };
    clusters[b] = null;
  }
  return [...(clusters.find((each) => each !== null)?.leaves ?? []), ...none];
}

/** The two clusters that are least apart, the earlier ones first. Distances that differ by rounding alone are equal. */
function nearest(clusters: readonly (Cluster | null)[], between: readonly (readonly number[])[]): [number, number] {
  let best: [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < clusters.length; a++) {
    if (clusters[a] === null) continue;
    const line = between[a] ?? [];
    for (let b = a + 1; b < clusters.length; b++)
      if (clusters[b] !== null && (line[b] ?? 0) < least - 1e-12) {
        least = line[b] ?? 0;
        best = [a, b];
      }
  }
  return best;
}

function joined(one: number[], other: number[], distance: (a: number, b: number) => number): number[] {
  const ends = [
    [one, other],
    [one, other.toReversed()],
    [one.toReversed(), other],
    [one.toReversed(), other.toReversed()],
  ] as const;
  let best = ends[0];
  let least = Number.POSITIVE_INFINITY;
  for (const pair of ends) {
    const apart = distance(pair[0].at(-1) ?? 0, pair[1][0] ?? 0);
    if (apart < least - 1e-12) {
      least = apart;
      best = pair;
    }
  }
  return [...best[0], ...best[1]];
}
