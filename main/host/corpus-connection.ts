import { Worker } from 'node:worker_threads';
import { type Answer, Refusal, refuse } from '#domain/contract/answer.ts';
import { workerFile } from '../db/worker-file.ts';
import type { FromWorker, Touched, ToWorker, WorkerRole, WorkerSetup } from '../db/worker-messages.ts';
import type { Coder } from '../services/context.ts';

/** How long a worker may take to close before it is ended, in ms. */
const CLOSES_WITHIN = 3000;

type Progress = (done: number, total: number | null) => void;

interface Request {
  settle(answer: Answer<unknown>): void;
  progress: Progress | undefined;
  coder: Coder | null;
}

/** One worker of a corpus, with the requests in flight; a crash answers them and the next request starts it again. */
class WorkerLine {
  readonly #setup: WorkerSetup;
  readonly #owner: CorpusConnection;
  readonly #requests = new Map<number, Request>();
  #worker: Worker | null = null;
  #ready: Promise<void> = Promise.resolve();
  #last = 0;
  #closed = false;

  constructor(owner: CorpusConnection, setup: WorkerSetup) {
    this.#owner = owner;
    this.#setup = setup;
  }

  call(
    operation: string,
    input: unknown,
    coder: Coder | null,
    progress?: Progress,
  ): { id: number; answer: Promise<Answer<unknown>> } {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<Answer<unknown>>((settle) => {
      if (this.#closed) return settle(unfinished('the corpus was closed'));
      this.#requests.set(id, { settle, progress, coder });
      this.post({ type: 'call', id, operation, input, coder });
    });
    return { id, answer };
  }

  /** Starts the worker if it does not run; resolves once it has the file open, or has failed to open it. */
  start(): Promise<void> {
    if (!this.#closed) this.#running();
    return this.#ready;
  }

  post(message: ToWorker): void {
    if (!this.#closed) this.#running().postMessage(message);
  }

  /** Lets the worker answer what it was asked and close the file, so that SQLite leaves no WAL behind. */
  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    if (worker !== null) {
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage({ type: 'close' } satisfies ToWorker);
      const late = setTimeout(() => void worker.terminate(), CLOSES_WITHIN);
      await ended;
      clearTimeout(late);
    }
    this.#lose('the corpus was closed');
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(workerFile('corpus-worker'), {
      workerData: this.#setup,
      name: `jianzhu ${this.#setup.role}`,
    });
    this.#worker = worker;
    let cause = 'it stopped';
    let wasReady = false;
    this.#ready = new Promise((ready) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type !== 'ready') return this.#hear(message);
        wasReady = true;
        ready();
      });
      worker.on('exit', () => ready());
    });
    worker.on('error', (error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      this.#worker = null;
      this.#lose(this.#closed ? 'the corpus was closed' : cause);
      if (!wasReady || this.#closed) return;
      this.#running();
      // While it was down nobody looked for changes by others.
      if (this.#setup.role === 'writer') this.#owner.onForeign();
    });
    return worker;
  }

  #hear(message: FromWorker): void {
    if (message.type === 'answer') {
      const request = this.#requests.get(message.id);
      this.#requests.delete(message.id);
      if (message.touched !== null) this.#owner.onTouched(message.touched);
      request?.settle(message.answer);
    } else if (message.type === 'progress') {
      this.#requests.get(message.id)?.progress?.(message.done, message.total);
    } else if (message.type === 'foreign') {
      this.#owner.onForeign();
    } else if (message.type === 'prepared') {
      this.#owner.onPrepared();
    } else if (message.type === 'write') {
      const coder = this.#requests.get(message.id)?.coder ?? null;
      void this.#owner
        .write(message.operation, message.input, coder)
        .then((answer) => this.post({ type: 'written', write: message.write, answer }));
    }
  }

  #lose(cause: string): void {
    const lost = [...this.#requests.values()];
    this.#requests.clear();
    for (const request of lost) request.settle(unfinished(cause));
  }
}

function unfinished(cause: string): Answer<never> {
  return refuse(
    new Refusal('unavailable', 'worker-crashed', `This could not be finished (${cause}): try it again.`, { cause }),
  );
}

/** An open corpus: a writer, a reader and a compute worker on the same file. */
export class CorpusConnection {
  onTouched: (touched: Touched) => void = () => {};
  onForeign: () => void = () => {};
  onPrepared: () => void = () => {};
  /** Resolves once what views ask for first is at hand: the reader prepares it while nothing is asked of it. */
  readonly prepared = new Promise<void>((resolve) => {
    this.onPrepared = resolve;
  });
  readonly #lines: Record<WorkerRole, WorkerLine>;

  constructor(file: string, outbox: string) {
    const line = (role: WorkerRole) => new WorkerLine(this, { role, file, outbox });
    this.#lines = { writer: line('writer'), reader: line('reader'), compute: line('compute') };
    void this.#lines.writer.start();
    void this.#lines.reader.start();
  }

  async read(operation: string, input: unknown, coder: Coder | null): Promise<Answer<unknown>> {
    // The writer looks for changes by others: what is read before it looks could change unnoticed.
    await this.#lines.writer.start();
    return await this.#lines.reader.call(operation, input, coder).answer;
  }

  write(operation: string, input: unknown, coder: Coder | null): Promise<Answer<unknown>> {
    return this.#lines.writer.call(operation, input, coder).answer;
  }

  /** Starts a job; `cancel` asks it to stop, and it answers with what it has done. */
  work(
    operation: string,
    input: unknown,
    coder: Coder | null,
    progress: Progress,
  ): { answer: Promise<Answer<unknown>>; cancel: () => void } {
    const { id, answer } = this.#lines.compute.call(operation, input, coder, progress);
    return { answer, cancel: () => this.#lines.compute.post({ type: 'cancel', id }) };
  }

  async close(): Promise<void> {
    const { writer, reader, compute } = this.#lines;
    await Promise.all([reader.close(), compute.close()]);
    // The last one, since only it can put the WAL into the file and remove it.
    await writer.close();
  }
}
