import { randomUUID } from 'node:crypto';
import { type Answer, Refusal, refuse } from '#domain/contract/answer.ts';
import type { Job } from '#domain/contract/job.ts';

/** Progress is told at most this often, in ms. */
const TOLD_EVERY = 100;
const KEPT = 50;

interface Entry {
  job: Job;
  startedAt: number;
  toldAt: number;
  cancel: () => void;
}

/** What a job is given to tell how far it is. */
export interface JobHandle {
  progress(done: number, total: number | null): void;
}

export interface RunningJob {
  answer: Promise<Answer<unknown>>;
  /** Null for a job that is done as a whole or not at all. */
  cancel: (() => void) | null;
}

/** The jobs since the start of the program. */
export class JobBoard {
  readonly #entries = new Map<string, Entry>();
  readonly #tell: (job: Job) => void;

  constructor(tell: (job: Job) => void) {
    this.#tell = tell;
  }

  start(operation: string, run: (handle: JobHandle) => RunningJob): { job: string } {
    const id = randomUUID();
    const job: Job = { id, operation, state: 'running', done: 0, total: null, elapsed: 0, result: null, error: null };
    const entry: Entry = { job, startedAt: Date.now(), toldAt: 0, cancel: () => {} };
    this.#entries.set(id, entry);
    this.#forgetOld();
    const running = run({
      progress: (done, total) => {
        job.done = done;
        job.total = total;
        if (Date.now() - entry.toldAt >= TOLD_EVERY) this.#publish(entry);
      },
    });
    let stopped = false;
    entry.cancel = () => {
      if (running.cancel === null) return;
      stopped = true;
      running.cancel();
    };
    void running.answer.catch(refuse).then((answer) => {
      if (answer.ok) {
        job.state = stopped ? 'cancelled' : 'done';
        job.result = answer.value;
      } else if (stopped && answer.error.details.reason === 'cancelled') {
        job.state = 'cancelled';
      } else {
        job.state = 'failed';
        job.error = answer.error;
      }
      this.#publish(entry);
    });
    return { job: id };
  }

  get(id: string): Job {
    return this.#snapshot(this.#entry(id));
  }

  list(): Job[] {
    return [...this.#entries.values()].map((entry) => this.#snapshot(entry));
  }

  cancel(id: string): void {
    const entry = this.#entry(id);
    if (entry.job.state === 'running') entry.cancel();
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined)
      throw new Refusal(
        'not-found',
        'job-missing',
        'There is no such job; finished ones are forgotten when the program ends.',
        { job: id },
      );
    return entry;
  }

  #publish(entry: Entry): void {
    entry.toldAt = Date.now();
    if (entry.job.state !== 'running') entry.job.elapsed = entry.toldAt - entry.startedAt;
    this.#tell(this.#snapshot(entry));
  }

  #snapshot(entry: Entry): Job {
    const elapsed = entry.job.state === 'running' ? Date.now() - entry.startedAt : entry.job.elapsed;
    return { ...entry.job, elapsed };
  }

  #forgetOld(): void {
    for (const [id, { job }] of this.#entries) {
      if (this.#entries.size <= KEPT) return;
      if (job.state !== 'running') this.#entries.delete(id);
    }
  }
}
