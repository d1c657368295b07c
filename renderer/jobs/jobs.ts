import type { Input, NamesOfKind, Output } from '#domain/contract/index.ts';
import type { Job } from '#domain/contract/job.ts';
import { runJob } from '../bridge/run-job.ts';
import { makeStore } from '../app/store.ts';

export type JobKind =
  | 'import'
  | 'report'
  | 'backup'
  | 'record'
  | 'reference'
  | 'reuse'
  | 'formulas'
  | 'picture'
  | 'export'
  | 'project';

export interface RunningJob {
  key: number;
  kind: JobKind;
  done: number;
  /** Null while it is not known. */
  total: number | null;
  /** ms since the start. */
  elapsed: number;
  cancel: () => void;
}

/** The jobs that this window has started and that are not finished. */
export const runningJobs = makeStore<readonly RunningJob[]>([]);
let lastKey = 0;

/** Runs a job and shows its progress in the status line, from where it can be stopped. */
export async function runShownJob<Name extends NamesOfKind<'job'>>(
  kind: JobKind,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  lastKey += 1;
  const key = lastKey;
  const aborter = new AbortController();
  runningJobs.set((now) => [...now, { key, kind, done: 0, total: null, elapsed: 0, cancel: () => aborter.abort() }]);
  const onProgress = ({ done, total, elapsed }: Job) => {
    runningJobs.set((now) => now.map((each) => (each.key === key ? { ...each, done, total, elapsed } : each)));
  };
  try {
    return await runJob(name, input, { onProgress, signal: aborter.signal });
  } finally {
    runningJobs.set((now) => now.filter((each) => each.key !== key));
  }
}

/** ms and files before which nothing can be said about the time left. */
const enough = { elapsed: 3000, done: 5 };

/** How long a job will still take, in ms, at the pace it has kept so far; null while nothing can be said. */
export function timeLeft({ done, total, elapsed }: Pick<RunningJob, 'done' | 'total' | 'elapsed'>): number | null {
  if (total === null || done >= total || done < enough.done || elapsed < enough.elapsed) return null;
  return (elapsed / done) * (total - done);
}
