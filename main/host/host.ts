import { existsSync, rmSync } from 'node:fs';
import { constants, copyFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Answer, type OperationError, Refusal, refuse } from '#domain/contract/answer.ts';
import type { HostEvent } from '#domain/contract/event.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Session } from '#domain/contract/session.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { assertCorpusFile } from '../db/connection.ts';
import { fileRefusal } from '../files/file-refusal.ts';
import { makeFolder } from '../files/make-folder.ts';
import { isSameFile } from '../files/same-file.ts';
import { noCoder } from '../services/coders.ts';
import {
  type Coder,
  type HostOperation,
  hostOperations,
  type JobOutput,
  type ResolvedSource,
} from '../services/context.ts';
import { CorpusDesk } from './corpus-desk.ts';
import { checkCall } from './dispatch.ts';
import { type GrantedFile, Grants } from './grants.ts';
import { handOver } from './hand-over.ts';
import { resolveSources } from './import-sources.ts';
import { JobBoard } from './job-board.ts';
import { readingJobs, stoppable, writingJobs } from './job-kinds.ts';
import { finishMadeFile, isMadeFile, noPrinter } from './made-file.ts';
import type { OpenCorpus } from './open-corpus.ts';
import { Outbox, ownFolder } from './outbox.ts';
import type { Printer } from './printer.ts';
import { PreferenceFile } from './preference-file.ts';
import { RecentCorpora } from './recent-corpora.ts';

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
  /** Makes a PDF of a page, where the host can. */
  printer?: Printer | null;
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
  readonly #work: string;
  readonly #shell: HostShell;
  readonly #preferences: PreferenceFile;
  readonly #recent: RecentCorpora;
  readonly #jobs = new JobBoard((job) => this.onEvent({ event: 'job.changed', job }));
  readonly #desk: CorpusDesk;
  #coder: Coder | null;
  #problem: OperationError | null = null;
  #started: Promise<void> = Promise.resolve();

  constructor(folder: string, shell: HostShell) {
    this.#folder = folder;
    this.#work = ownFolder(join(folder, 'outbox'));
    this.#shell = shell;
    this.#preferences = new PreferenceFile(join(folder, 'preferences.json'));
    this.#recent = new RecentCorpora(this.#preferences);
    this.#desk = new CorpusDesk(
      { backups: join(folder, 'backups'), outbox: this.#work },
      { changed: (event) => this.onEvent(event), backupFailed: (error) => this.#complain(error) },
    );
    this.#coder = this.#preferences.read().coder;
  }

  /** Answers any call; never throws. */
  async send(operation: unknown, input: unknown): Promise<Answer<unknown>> {
    try {
      const call = checkCall(operation, input);
      if ((hostOperations as readonly string[]).includes(call.operation)) {
        const handle = this.#handlers[call.operation as HostOperation] as (input: unknown) => unknown;
        return { ok: true, value: await handle(call.input) };
      }
      const { connection } = this.#desk.getOpen();
      if (call.kind === 'read') return await connection.read(call.operation, call.input, this.#coder);
      if (call.kind === 'write') return await connection.write(call.operation, call.input, this.#coder);
      return { ok: true, value: await this.#startJob(call.operation, call.input) };
    } catch (error) {
      return refuse(error);
    }
  }

  /** At the start: the corpus asked for, or the one that was open last. What fails is told by `session.get`. */
  start(file: string | null): Promise<void> {
    this.#started = this.#startWith(file);
    return this.#started;
  }

  async #startWith(file: string | null): Promise<void> {
    const last = this.#recent.findLast();
    const wanted = file ?? (last !== null && existsSync(last) ? last : null);
    if (wanted === null) return;
    try {
      await this.openFile(wanted);
    } catch (error) {
      this.#complain(error);
    }
  }

  /** For the command line: acts as the coder of that name, else as the one of this machine, else as the system's user. */
  async actAs(name: string | undefined): Promise<void> {
    if (name === undefined && this.#coder !== null) return;
    const wanted = name ?? systemUser();
    const answer = await this.send('coder.list', {});
    const known = answer.ok ? (answer.value as Coder[]).find((each) => each.name === wanted) : undefined;
    this.#coder = known ?? { id: uuidv7(), name: wanted };
  }

  get corpus(): { id: string; name: string; file: string } | null {
    return this.#desk.corpus;
  }

  /** Resolves once what the views of the open corpus ask for first is at hand. */
  prepared(): Promise<void> {
    return this.#desk.getOpen().connection.prepared;
  }

  openFile(file: string): Promise<{ id: string; name: string }> {
    return this.#announce(this.#desk.open(file));
  }

  createFile(file: string, name: string): Promise<{ id: string; name: string }> {
    return this.#announce(this.#desk.create(file, name));
  }

  /** Puts the corpus that is open, or the one asked for that cannot be read, back to a backup file. */
  restoreFile(backup: string): Promise<{ id: string; name: string }> {
    return this.#announce(this.#desk.restore(backup));
  }

  /** Puts a finished file where it was asked for. */
  async saveFile(token: string, target: string): Promise<void> {
    const corpus = this.#desk.corpus;
    if (corpus !== null && isSameFile(corpus.file, target))
      throw new Refusal('conflict', 'file-exists', `${basename(target)} is the open corpus: choose another name.`, {
        file: basename(target),
      });
    await handOver(this.outbox.get(token).path, target);
    this.outbox.drop(token);
  }

  async close(): Promise<void> {
    await this.#desk.close();
    this.outbox.clear();
    rmSync(this.#work, { recursive: true, force: true });
  }

  readonly #handlers: HostHandlers = {
    // A page that is there before its corpus waits here, so that it never shows a welcome to somebody who comes back.
    'session.get': async () => {
      await this.#started;
      return this.#session();
    },
    'preference.set': (input) => {
      const { preferences } = this.#preferences.change((present) => {
        const places = { ...present.preferences.places, ...input.places };
        const panes = { ...present.preferences.panes, ...input.panes };
        const quick = { ...present.preferences.quickCategories, ...input.quickCategories };
        const quickCategories = input.quickCategories === undefined ? {} : { quickCategories: quick };
        const begun = Object.entries({ ...present.preferences.corrections, ...input.corrections });
        const corrections = Object.fromEntries(begun.filter(([, draft]) => draft !== null));
        present.preferences = { ...present.preferences, ...input, places, panes, corrections, ...quickCategories };
      });
      // A place or a pane concerns the page that says it; telling all would make windows chase one another.
      const { language, theme, textSize, importRepair, shortcuts } = input;
      if ([language, theme, textSize, importRepair, shortcuts].some((each) => each !== undefined))
        this.onEvent({ event: 'session.changed' });
      return preferences;
    },
    'coder.identify': async (input) => {
      this.#preferences.change((present) => {
        present.coder = input;
      });
      this.#coder = input;
      const entered = await this.#desk.corpus?.connection.write('coder.enter', {}, input);
      if (entered?.ok === false) throw Refusal.of(entered.error);
      this.onEvent({ event: 'session.changed' });
      return input;
    },
    'corpus.create': ({ name, grant }) =>
      this.createFile(grant === undefined ? this.#freeFile(name) : withEnding(this.grants.use(grant).path), name),
    'corpus.open': async (input) =>
      this.openFile(
        'grant' in input ? await this.#lasting(this.grants.use(input.grant)) : this.#recent.get(input.recent).file,
      ),
    'corpus.close': async () => {
      await this.#desk.close();
      this.onEvent({ event: 'session.changed' });
      return {};
    },
    'corpus.forget': ({ recent }) => {
      this.#recent.forget(recent);
      this.onEvent({ event: 'session.changed' });
      return {};
    },
    'backup.list': () => this.#backups().list(),
    'backup.create': ({ grant }) => {
      const { backups } = this.#desk.getOpen();
      const target = grant === undefined ? null : withEnding(this.grants.use(grant).path);
      return this.#jobs.start('backup.create', () => ({
        answer: backups.make(target).then((value) => ({ ok: true, value })),
        cancel: null,
      }));
    },
    'backup.restore': ({ backup }) => this.restoreFile(this.#backups().get(backup)),
    'bin.empty': async () => {
      if (this.#coder === null) throw noCoder();
      const emptied = await this.#desk.emptyBin(this.#coder);
      this.onEvent({ event: 'corpus.changed', tables: ['articles'], articleId: null, foreign: true });
      return emptied;
    },
    'dialog.open': async ({ purpose }) => {
      if (this.#shell.dialogs === null)
        throw new Refusal(
          'unavailable',
          'not-here',
          'There are no dialogs of the system here: choose the file on the page.',
        );
      const paths = await this.#shell.dialogs.open(purpose, this.corpus?.name ?? 'Jianzhu');
      return paths.map((path) => this.grants.issue(path));
    },
    'file.save': async ({ file }) => {
      const { name } = this.outbox.get(file);
      if (this.#shell.addressOf !== null) return { saved: false, name, url: this.#shell.addressOf(file) };
      if (this.#shell.dialogs === null)
        throw new Refusal('unavailable', 'not-here', 'Here a file is saved by naming it: --out FILE.');
      const target = await this.#shell.dialogs.save(name);
      if (target === null) return { saved: false, name, url: null };
      await this.saveFile(file, target);
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
    const { connection } = this.#desk.getOpen();
    const coder = this.#coder;
    const isImport = operation === 'article.import';
    const readsFiles = readingJobs.has(operation);
    if (writingJobs.has(operation) && coder === null) throw noCoder();
    const { sources = [], ...rest } = readsFiles
      ? await resolveSources(input as Input<'article.import'>, this.grants)
      : (input as { sources?: undefined });
    const isPrinted = operation === 'report.export' && (input as Input<'report.export'>).format === 'pdf';
    const print = isPrinted ? (this.#shell.printer ?? null) : null;
    if (isPrinted && print === null) throw noPrinter();
    return this.#jobs.start(operation, (handle) => {
      const stop = new AbortController();
      const { answer, cancel } = connection.work(
        operation,
        readsFiles ? { sources, ...rest } : rest,
        coder,
        (done, total) => handle.progress(done, total),
      );
      if (isImport) return { answer: answer.then((made) => this.#grantAgain(made, sources)), cancel };
      stop.signal.addEventListener('abort', cancel, { once: true });
      return {
        answer: answer.then(async (made) =>
          operation === 'exchange.plan'
            ? this.#grantPlanned(made, sources)
            : this.#handOut(await finishMadeFile(made, print, stop.signal)),
        ),
        cancel: stoppable.has(operation) ? () => stop.abort() : null,
      };
    });
  }

  /** A file that could be read with a word more leaves the host as a grant to import it again. */
  #grantAgain(answer: Answer<unknown>, sources: readonly ResolvedSource[]): Answer<unknown> {
    if (!answer.ok) return answer;
    const { importId, files } = answer.value as JobOutput<'article.import'>;
    const grantOf = (source: ResolvedSource | undefined) =>
      source !== undefined && 'path' in source
        ? this.grants.issue(source.path, { name: source.name, uploaded: source.uploaded ?? false }).grant
        : null;
    const again = (at: number | null) => (at === null ? null : grantOf(sources[at]));
    return { ok: true, value: { importId, files: files.map((file) => ({ ...file, again: again(file.again) })) } };
  }

  /** What was planned can be imported from the same file. */
  #grantPlanned(answer: Answer<unknown>, [source]: readonly ResolvedSource[]): Answer<unknown> {
    if (!answer.ok || source === undefined || !('path' in source)) return answer;
    const { grant } = this.grants.issue(source.path, { name: source.name, uploaded: source.uploaded ?? false });
    return { ok: true, value: { ...(answer.value as JobOutput<'exchange.plan'>), again: grant } };
  }

  /** A finished file leaves the host as a token; what makes none is answered as it is. */
  #handOut(answer: Answer<unknown>): Answer<unknown> {
    if (!answer.ok || !isMadeFile(answer.value)) return answer;
    const { path, name, ...rest } = answer.value;
    return { ok: true, value: { file: this.outbox.put({ path, name }), name, ...rest } };
  }

  #session(): Session {
    const corpus = this.#desk.corpus;
    return {
      version: PROGRAM_VERSION,
      host: this.#shell.kind,
      dialogs: this.#shell.dialogs !== null,
      prints: this.#shell.printer != null,
      coder: this.#coder,
      corpus: corpus === null ? null : { id: corpus.id, name: corpus.name, file: corpus.file },
      problem: this.#problem,
      recent: this.#recent.list(),
      preferences: this.#preferences.read().preferences,
    };
  }

  #backups() {
    return this.#desk.backups((file) => this.#recent.findId(file));
  }

  /** Remembers a corpus that comes to lie open, and tells the pages. */
  async #announce(opening: Promise<OpenCorpus>): Promise<{ id: string; name: string }> {
    const corpus = await opening;
    this.#problem = null;
    corpus.keepBackups();
    try {
      // A script's corpus is not where the researcher wants to be next time.
      if (this.#shell.kind !== 'command-line') this.#recent.remember(corpus);
    } catch (error) {
      this.#complain(error);
    }
    this.onEvent({ event: 'session.changed' });
    return { id: corpus.id, name: corpus.name };
  }

  /** An uploaded corpus would go with the other uploads when the program ends: it moves in among the program's own. */
  async #lasting({ path, name, uploaded }: GrantedFile): Promise<string> {
    if (!uploaded) return path;
    assertCorpusFile(path);
    const file = this.#freeFile(basename(name, extname(name)));
    try {
      makeFolder(dirname(file));
      await copyFile(path, file, constants.COPYFILE_EXCL);
    } catch (error) {
      throw fileRefusal(error, file);
    }
    return file;
  }

  #freeFile(name: string): string {
    const kept = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s<>:"/\\|?*.]+/gu, ' ').trim();
    // At most 200 bytes, so that there is room for endings in the 255 a file name may have.
    const base = [...kept].slice(0, 50).join('').trim() || 'corpus';
    const folder = join(this.#folder, 'corpora');
    let file = join(folder, `${base}.jianzhu`);
    for (let number = 2; existsSync(file); number += 1) file = join(folder, `${base} ${number}.jianzhu`);
    return file;
  }

  #complain(error: unknown): void {
    const answer = refuse(error);
    if (answer.ok) return;
    this.#problem = answer.error;
    this.onEvent({ event: 'session.changed' });
  }
}

function withEnding(path: string): string {
  return extname(path) === '' ? `${path}.jianzhu` : path;
}

/** Some containers run as a user without a name. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'coder';
    throw error;
  }
}
