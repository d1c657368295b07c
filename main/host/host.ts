import { createHash, randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { type Answer, type OperationError, Refusal, refuse } from '#domain/contract/answer.ts';
import type { HostEvent } from '#domain/contract/event.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Session } from '#domain/contract/session.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { runFileTask } from '../db/file-tasks.ts';
import type { Coder } from '../services/context.ts';
import { type HostOperation, hostOperations } from '../services/context.ts';
import { BackupFolder } from './backup-folder.ts';
import { CorpusConnection } from './corpus-connection.ts';
import { checkCall } from './dispatch.ts';
import { Grants } from './grants.ts';
import { resolveSources } from './import-sources.ts';
import { JobBoard } from './job-board.ts';
import { Outbox } from './outbox.ts';
import { PreferenceFile } from './preference-file.ts';

/** What differs between the hosts. */
export interface HostShell {
  kind: Session['host'];
  /** The dialogs of the system, where the host can show them. */
  dialogs: {
    open(purpose: Input<'dialog.open'>['purpose'], suggestedName: string): Promise<string[]>;
    /** Answers with the path chosen, or null. */
    save(name: string): Promise<string | null>;
  } | null;
  /** The address a finished file can be fetched from, where there are no dialogs. */
  addressOf: ((file: string) => string) | null;
}

interface OpenCorpus {
  id: string;
  name: string;
  file: string;
  connection: CorpusConnection;
  backups: BackupFolder;
}

type HostHandlers = {
  [Name in HostOperation]: (
    input: Input<Name>,
  ) => Promise<Output<Name> | { job: string }> | Output<Name> | { job: string };
};

/** Behind every window, page and command line: checks each call, answers it or hands it to the corpus's workers. */
export class Host {
  readonly grants = new Grants();
  readonly outbox = new Outbox();
  onEvent: (event: HostEvent) => void = () => {};
  readonly #folder: string;
  readonly #shell: HostShell;
  readonly #preferences: PreferenceFile;
  readonly #jobs = new JobBoard((job) => this.onEvent({ event: 'job.changed', job }));
  readonly #work: string;
  #corpus: OpenCorpus | null = null;
  #coder: Coder | null;
  #problem: OperationError | null = null;
  #opening: Promise<unknown> = Promise.resolve();

  constructor(folder: string, shell: HostShell) {
    this.#folder = folder;
    this.#shell = shell;
    this.#preferences = new PreferenceFile(join(folder, 'preferences.json'));
    this.#coder = this.#preferences.read().coder;
    this.#work = join(folder, 'outbox', String(process.pid));
  }

  /** Answers any call; never throws. */
  async send(operation: unknown, input: unknown): Promise<Answer<unknown>> {
    try {
      const call = checkCall(operation, input);
      if ((hostOperations as readonly string[]).includes(call.operation)) {
        const handle = this.#handlers[call.operation as HostOperation] as (input: unknown) => unknown;
        return { ok: true, value: await handle(call.input) };
      }
      const { connection } = this.#opened();
      if (call.kind === 'read') return await connection.read(call.operation, call.input, this.#coder);
      if (call.kind === 'write') return await connection.write(call.operation, call.input, this.#coder);
      return { ok: true, value: await this.#startJob(call.operation, call.input) };
    } catch (error) {
      return refuse(error);
    }
  }

  /** At the start: the corpus asked for, or the one that was open last. What fails is told by `session.get`. */
  async start(file: string | null): Promise<void> {
    const last = this.#preferences.read().recent[0];
    const wanted = file ?? (last !== undefined && existsSync(last.file) ? last.file : null);
    if (wanted === null) return;
    try {
      await this.openFile(wanted);
    } catch (error) {
      const answer = refuse(error);
      if (!answer.ok) this.#problem = answer.error;
    }
  }

  /**
   * For the command line: acts for this call as the coder of that name, else as the one of this machine, else as the
   * user of the system. `enter: false` leaves the corpus as it is.
   */
  async actAs(name: string | undefined, { enter = true } = {}): Promise<void> {
    if (name === undefined && this.#coder !== null) return;
    const wanted = name ?? userInfo().username;
    const answer = await this.send('coder.list', {});
    const known = answer.ok ? (answer.value as Coder[]).find((each) => each.name === wanted) : undefined;
    this.#coder = known ?? (enter ? { id: randomUUID(), name: wanted } : this.#coder);
    if (enter) await this.#enterCoder();
  }

  get corpus(): { id: string; name: string; file: string } | null {
    return this.#corpus;
  }

  /** Opens a corpus file; opening and closing wait for one another. */
  openFile(file: string): Promise<{ id: string; name: string }> {
    return this.#inTurn(() => this.#openNow(file));
  }

  async #openNow(file: string): Promise<{ id: string; name: string }> {
    const backupsFolder = join(this.#folder, 'backups');
    const identity = await runFileTask('prepare', { file, backups: backupsFolder });
    await this.#closeNow();
    const connection = new CorpusConnection(file, this.#work);
    connection.onTouched = ({ tables, articleId }) => {
      if (tables.length > 0) this.onEvent({ event: 'corpus.changed', tables, articleId, foreign: false });
    };
    connection.onForeign = () => this.onEvent({ event: 'corpus.changed', tables: [], articleId: null, foreign: true });
    const backups = new BackupFolder(file, join(backupsFolder, identity.id));
    this.#corpus = { ...identity, file, connection, backups };
    this.#problem = null;
    await this.#enterCoder();
    // A script's corpus is not where the researcher wants to be next time.
    if (this.#shell.kind !== 'command-line') this.#remember(this.#corpus);
    this.onEvent({ event: 'session.changed' });
    backups.keepDaily((error) => this.#complain(error));
    return identity;
  }

  createFile(file: string, name: string): Promise<{ id: string; name: string }> {
    return runFileTask('create', { file, identity: { id: randomUUID(), name }, now: new Date().toISOString() }).then(
      () => this.openFile(file),
    );
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#closeNow());
    this.outbox.clear();
    rmSync(this.#work, { recursive: true, force: true });
  }

  readonly #handlers: HostHandlers = {
    'session.get': () => this.#session(),
    'preference.set': (input) => {
      const { preferences } = this.#preferences.change((present) => {
        const places = { ...present.preferences.places, ...input.places };
        const panes = { ...present.preferences.panes, ...input.panes };
        present.preferences = { ...present.preferences, ...input, places, panes };
      });
      // A place or a pane concerns the page that says it; telling all would make windows chase one another.
      if (input.language !== undefined || input.theme !== undefined || input.textSize !== undefined)
        this.onEvent({ event: 'session.changed' });
      return preferences;
    },
    'coder.identify': async (input) => {
      this.#preferences.change((present) => {
        present.coder = input;
      });
      this.#coder = input;
      await this.#enterCoder();
      this.onEvent({ event: 'session.changed' });
      return input;
    },
    'corpus.create': ({ name, grant }) =>
      this.createFile(grant === undefined ? this.#freeFile(name) : withEnding(this.grants.use(grant).path), name),
    'corpus.open': (input) =>
      this.openFile('grant' in input ? this.grants.use(input.grant).path : this.#recent(input.recent).file),
    'corpus.close': async () => {
      await this.#inTurn(() => this.#closeNow());
      this.onEvent({ event: 'session.changed' });
      return {};
    },
    'corpus.forget': ({ recent }) => {
      const { file } = this.#recent(recent);
      this.#preferences.change((present) => {
        present.recent = present.recent.filter((each) => each.file !== file);
      });
      this.onEvent({ event: 'session.changed' });
      return {};
    },
    'backup.list': () => this.#opened().backups.list(),
    'backup.create': ({ grant }) => {
      const { backups } = this.#opened();
      const target = grant === undefined ? null : withEnding(this.grants.use(grant).path);
      return this.#jobs.start('backup.create', () => ({
        answer: answered(() => backups.make(target)),
        cancel: () => {},
      }));
    },
    'backup.restore': ({ backup }) => this.restoreFile(this.#opened().backups.find(backup)),
    'dialog.open': async ({ purpose }) => {
      if (this.#shell.dialogs === null)
        throw new Refusal(
          'unavailable',
          'not-here',
          'There are no dialogs of the system here: choose the file on the page.',
        );
      const paths = await this.#shell.dialogs.open(purpose, this.#corpus?.name ?? 'Jianzhu');
      return paths.map((path) => this.grants.issue(path));
    },
    'file.save': async ({ file }) => {
      const { path, name } = this.outbox.get(file);
      if (this.#shell.addressOf !== null) return { saved: false, name, url: this.#shell.addressOf(file) };
      if (this.#shell.dialogs === null)
        throw new Refusal('unavailable', 'not-here', 'Here a file is saved by naming it: --out FILE.');
      const target = await this.#shell.dialogs.save(name);
      if (target === null) return { saved: false, name, url: null };
      await BackupFolder.handOver(path, target);
      this.outbox.drop(file);
      return { saved: true, name: basename(target), url: null };
    },
    'job.get': ({ job }) => this.#jobs.get(job),
    'job.list': () => this.#jobs.list(),
    'job.cancel': ({ job }) => {
      this.#jobs.cancel(job);
      return {};
    },
  };

  async #startJob(operation: string, input: unknown): Promise<{ job: string }> {
    const { connection } = this.#opened();
    const resolved =
      operation === 'article.import' ? await resolveSources(input as Input<'article.import'>, this.grants) : input;
    const coder = this.#coder;
    return this.#jobs.start(operation, (handle) => {
      const running = connection.work(operation, resolved, coder, (done, total) => handle.progress(done, total));
      return { cancel: running.cancel, answer: running.answer.then((answer) => this.#handOut(operation, answer)) };
    });
  }

  /** A finished file leaves the host as a token. */
  #handOut(operation: string, answer: Answer<unknown>): Answer<unknown> {
    if (operation !== 'report.export' || !answer.ok) return answer;
    const { path, name, bytes } = answer.value as { path: string; name: string; bytes: number };
    return { ok: true, value: { file: this.outbox.put({ path, name }), name, bytes } };
  }

  #session(): Session {
    const { recent, preferences } = this.#preferences.read();
    return {
      version: PROGRAM_VERSION,
      host: this.#shell.kind,
      dialogs: this.#shell.dialogs !== null,
      coder: this.#coder,
      corpus: this.#corpus === null ? null : { id: this.#corpus.id, name: this.#corpus.name, file: this.#corpus.file },
      problem: this.#problem,
      recent: recent.map(({ file, name, openedAt }) => ({
        recent: recentToken(file),
        name,
        folder: dirname(file),
        openedAt,
        present: existsSync(file),
      })),
      preferences,
    };
  }

  #opened(): OpenCorpus {
    if (this.#corpus === null) throw new Refusal('conflict', 'no-corpus', 'No corpus is open: open or make one first.');
    return this.#corpus;
  }

  /** Puts the open corpus back to a backup file and opens it again, whether that went well or not. */
  restoreFile(backup: string): Promise<{ id: string; name: string }> {
    return this.#inTurn(async () => {
      const { file, backups } = this.#opened();
      await this.#closeNow();
      try {
        await runFileTask('restore', { file, backup, folder: backups.folder });
      } catch (error) {
        await this.#openNow(file);
        throw error;
      }
      return await this.#openNow(file);
    });
  }

  async #enterCoder(): Promise<void> {
    if (this.#corpus === null || this.#coder === null) return;
    const answer = await this.#corpus.connection.write('coder.enter', this.#coder, this.#coder);
    if (!answer.ok)
      throw new Refusal(answer.error.code, answer.error.details.reason, answer.error.message, answer.error.details);
  }

  #remember({ id, file, name }: OpenCorpus): void {
    this.#preferences.change((present) => {
      const others = present.recent.filter((each) => each.file !== file);
      present.recent = [{ id, file, name, openedAt: new Date().toISOString() }, ...others];
    });
  }

  #recent(token: string): { file: string } {
    const found = this.#preferences.read().recent.find((each) => recentToken(each.file) === token);
    if (found === undefined)
      throw new Refusal('not-found', 'recent-missing', 'This corpus is no longer on the list: open it by its file.');
    return found;
  }

  #freeFile(name: string): string {
    const base =
      name
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*.]+/gu, ' ')
        .trim()
        .slice(0, 60) || 'corpus';
    const folder = join(this.#folder, 'corpora');
    let file = join(folder, `${base}.jianzhu`);
    for (let number = 2; existsSync(file); number += 1) file = join(folder, `${base} ${number}.jianzhu`);
    return file;
  }

  async #closeNow(): Promise<void> {
    const corpus = this.#corpus;
    this.#corpus = null;
    await corpus?.backups.settled();
    await corpus?.connection.close();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#opening.then(work, work);
    this.#opening = result.catch(() => {});
    return result;
  }

  #complain(error: unknown): void {
    const answer = refuse(error);
    if (answer.ok) return;
    this.#problem = answer.error;
    this.onEvent({ event: 'session.changed' });
  }
}

function recentToken(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 24);
}

function withEnding(path: string): string {
  return extname(path) === '' ? `${path}.jianzhu` : path;
}

async function answered(work: () => Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return refuse(error);
  }
}
