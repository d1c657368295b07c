/** One line of the bench: medians over `runs`, with the peer measured in the same run, turn by turn. */
export interface BenchRow {
  bench: string;
  case: string;
  unit: 'ms' | 'MB' | '%';
  ours: number;
  peer: number | null;
  peerName: string | null;
  /** The 95 % interval of ours less the peer's, where it is no matter of time. */
  difference?: [number, number];
  runs: number;
  /** One figure a run, in the order of the runs. */
  samples: { ours: number[]; peer: number[] };
}

/** The middle figure, or the mean of the two in the middle. Throws RangeError when there is none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new RangeError('no figures');
  return (lower + upper) / 2;
}

/** The least figure that `share` (0 to 1) of all figures do not exceed. Throws RangeError when there is none. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const figure = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (figure === undefined) throw new RangeError('no figures');
  return figure;
}
