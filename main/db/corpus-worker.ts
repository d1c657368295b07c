import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, Refusal, refuse } from '#domain/contract/answer.ts';
import { internalWrites, reads, writes } from '../services/index.ts';
import type { Coder, JobContext, ReadContext, WriteContext } from '../services/context.ts';
import { enterCoder, noCoder } from '../services/coders.ts';
import { prepareViews } from '../services/prepare-views.ts';
import { connect, databaseRefusal, newerCorpus, schemaVersion } from './connection.ts';
import { IdleWork } from './idle-work.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { Recorder } from './recorder.ts';
import type { FromWorker, Touched, ToWorker, WorkerSetup } from './worker-messages.ts';

/** How often the writer looks whether another process has written, in ms. */
const FOREIGN_POLL = 700;

const { role, file, outbox } = workerData as WorkerSetup;
const port = parentPort;
if (port === null) throw new Error('corpus-worker runs as a worker thread only');
const db = connect(file, { readonly: role !== 'writer' });
const say = (message: FromWorker) => port.postMessage(message);

type Handler<Context> = (context: Context, input: unknown) => unknown;

function handlerOf<Context>(handlers: object, operation: string): Handler<Context> {
  if (!Object.hasOwn(handlers, operation)) throw new Error(`no handler for ${operation} in the ${role}`);
  return (handlers as Record<string, Handler<Context>>)[operation] as Handler<Context>;
}

function answerOf(work: () => unknown): Answer<unknown> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return refuse(databaseRefusal(error, basename(file)));
  }
}

function read(operation: string, input: unknown, coder: Coder | null): Answer<unknown> {
  // One transaction, so that an answer made of several queries shows one state of the corpus.
  return answerOf(() => db.transaction(() => handlerOf<ReadContext>(reads, operation)({ db, coder }, input))());
}

function write(
  operation: string,
  input: unknown,
  coder: Coder | null,
): { answer: Answer<unknown>; touched: Touched | null } {
  let touched: Touched | null = null;
  const answer = answerOf(() => {
    if (coder === null) throw noCoder();
    return db
      .transaction(() => {
        const schema = schemaVersion(db);
        if (schema !== SCHEMA_VERSION) throw newerCorpus(basename(file), schema);
        const now = new Date().toISOString();
        const record = new Recorder(db, now);
        let articleId: string | null = null;
        let subject = '';
        let turned: string | undefined;
        const others = new Set<string>();
        const context: WriteContext = {
          db,
          record,
          coder,
          now,
          note(article, about) {
            articleId = article;
            subject = about;
          },
          turns(entryId) {
            turned = entryId;
          },
          touched(tables) {
            for (const table of tables) others.add(table);
          },
        };
        enterCoder(context, coder);
        const handlers = Object.hasOwn(internalWrites, operation) ? internalWrites : writes;
        const value = handlerOf<WriteContext>(handlers, operation)(context, input);
        const entry = record.commit(coder.id, {
          operation,
          articleId,
          subject,
          ...(turned === undefined ? {} : { turned }),
        });
        const tables = [...new Set([...others, ...record.changes.map((change) => change.table as string)])];
        if (entry !== null) tables.push('history_entries');
        if (operation === 'coder.enter') tables.push('coders');
        touched = { tables, articleId };
        return value;
      })
      .immediate();
  });
  return { answer, touched: answer.ok ? touched : null };
}

const cancelled = new Set<number>();
const awaited = new Map<number, (answer: Answer<unknown>) => void>();
let lastWrite = 0;

async function work(id: number, operation: string, input: unknown, coder: Coder | null): Promise<Answer<unknown>> {
  const context: JobContext = {
    db,
    coder,
    outbox,
    progress: (done, total) => say({ type: 'progress', id, done, total }),
    cancelled: () => cancelled.has(id),
    write(name, values) {
      lastWrite += 1;
      const write = lastWrite;
      say({ type: 'write', id, write, operation: name, input: values });
      return new Promise((resolve, reject) => {
        awaited.set(write, (answer) => {
          if (answer.ok) resolve(answer.value as never);
          else reject(Refusal.of(answer.error));
        });
      });
    },
  };
  try {
    const { jobs } = await import('../services/jobs.ts');
    return { ok: true, value: await handlerOf<JobContext>(jobs, operation)(context, input) };
  } catch (error) {
    return refuse(databaseRefusal(error, basename(file)));
  } finally {
    cancelled.delete(id);
  }
}

const preparing = role === 'reader' ? new IdleWork(db, prepareViews, () => say({ type: 'prepared' })) : null;

port.on('message', (message: ToWorker) => {
  if (message.type === 'close') {
    db.close();
    process.exit();
  } else if (message.type === 'cancel') {
    cancelled.add(message.id);
  } else if (message.type === 'written') {
    awaited.get(message.write)?.(message.answer);
    awaited.delete(message.write);
  } else if (role === 'compute') {
    void work(message.id, message.operation, message.input, message.coder).then((answer) =>
      say({ type: 'answer', id: message.id, answer, touched: null }),
    );
  } else if (role === 'writer') {
    say({ type: 'answer', id: message.id, ...write(message.operation, message.input, message.coder) });
  } else {
    say({
      type: 'answer',
      id: message.id,
      answer: read(message.operation, message.input, message.coder),
      touched: null,
    });
    preparing?.wait();
  }
});

if (role === 'writer') {
  // A connection's own commits do not change its data_version.
  let seen = db.pragma('data_version', { simple: true });
  setInterval(() => {
    try {
      const present = db.pragma('data_version', { simple: true });
      if (present !== seen) say({ type: 'foreign' });
      seen = present;
    } catch (error) {
      if (!(databaseRefusal(error, file) instanceof Refusal)) throw error;
    }
  }, FOREIGN_POLL);
}

say({ type: 'ready' });
preparing?.wait();
