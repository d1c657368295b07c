import type { Connection } from './connection.ts';

/** How long nothing must have been asked before it is done, and how long it takes at a time, in ms. */
const QUIET = 300;
const SLICE = 8;

/**
 * Work on a corpus that nobody waits for, in slices between which questions are answered; done once, and again when the
 * corpus was changed.
 */
export class IdleWork {
  readonly #db: Connection;
  readonly #start: (db: Connection) => Iterator<void>;
  readonly #done: () => void;
  #steps: Iterator<void> | null = null;
  /** The states of the corpus in which it was begun and in which it was last done from beginning to end. */
  #begunAt: unknown;
  #doneAt: unknown;
  #next: NodeJS.Timeout | undefined;

  /** `start` gives the steps, of a few milliseconds at most, each of which runs inside a transaction. */
  constructor(db: Connection, start: (db: Connection) => Iterator<void>, done: () => void) {
    this.#db = db;
    this.#start = start;
    this.#done = done;
  }

  /** Begins, or goes on, once nothing has been asked for a while: to be called after each answer. */
  wait(): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#goOn(), QUIET);
  }

  #goOn(): void {
    if (this.#doSlice()) return;
    this.#next = setTimeout(() => this.#goOn(), 0);
  }

  /** Whether there is nothing more to do. */
  #doSlice(): boolean {
    try {
      const state = this.#db.pragma('data_version', { simple: true });
      if (this.#steps === null) {
        if (state === this.#doneAt) return true;
        this.#begunAt = state;
        this.#steps = this.#start(this.#db);
      }
      if (!this.#db.transaction((steps: Iterator<void>) => isDone(steps))(this.#steps)) return false;
      this.#doneAt = this.#begunAt;
      this.#done();
    } catch {
      // What fails here fails again when it is asked for, and is told then.
    }
    this.#steps = null;
    return true;
  }
}

function isDone(steps: Iterator<void>): boolean {
  const end = performance.now() + SLICE;
  do if (steps.next().done === true) return true;
  while (performance.now() < end);
  return false;
}
