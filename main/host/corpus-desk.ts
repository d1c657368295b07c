import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Emptied } from '../db/empty-bin.ts';
import { runFileTask } from '../db/file-tasks.ts';
import { BackupFolder } from './backup-folder.ts';
import { type CorpusEvents, type CorpusFolders, OpenCorpus } from './open-corpus.ts';

/** What only a backup helps against. */
export const lostReasons: unknown[] = ['corpus-missing', 'corpus-damaged', 'corpus-not-sqlite', 'corpus-other-program'];

/** One corpus at a time lies open; opening, closing and restoring wait for one another. */
export class CorpusDesk {
  readonly #folders: CorpusFolders;
  readonly #tell: CorpusEvents;
  #open: OpenCorpus | null = null;
  /** The corpus that was asked for and could not be read, as long as none is open: it can still be restored. */
  #lost: string | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folders: CorpusFolders, tell: CorpusEvents) {
    this.#folders = folders;
    this.#tell = tell;
  }

  get corpus(): OpenCorpus | null {
    return this.#open;
  }

  getOpen(): OpenCorpus {
    if (this.#open === null) throw new Refusal('conflict', 'no-corpus', 'No corpus is open: open or make one first.');
    return this.#open;
  }

  /** The backups of the open corpus, or of the one that cannot be read if `findId` knows which that was. */
  backups(findId: (file: string) => string | null): BackupFolder {
    const id = this.#open === null && this.#lost !== null ? findId(this.#lost) : null;
    if (this.#lost === null || id === null) return this.getOpen().backups;
    return new BackupFolder(this.#lost, join(this.#folders.backups, id));
  }

  open(file: string): Promise<OpenCorpus> {
    return this.#inTurn(() => this.#openNow(file));
  }

  async create(file: string, name: string): Promise<OpenCorpus> {
    await runFileTask('create', { file, identity: { id: randomUUID(), name }, now: new Date().toISOString() });
    return await this.open(file);
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeNow());
  }

  /** Puts the corpus back to a backup file and opens it, whether that went well or not. */
  restore(backup: string): Promise<OpenCorpus> {
    return this.#inTurn(async () => {
      const file = this.#lost ?? this.getOpen().file;
      const wasOpen = this.#open !== null;
      await this.#closeNow();
      try {
        await runFileTask('restore', { file, backup, backups: this.#folders.backups });
      } catch (error) {
        if (wasOpen) await this.#openNow(file);
        else this.#lost = file;
        throw error;
      }
      return await this.#openNow(file);
    });
  }

  /** Deletes for good what is in the bin of the open corpus, which is closed meanwhile. */
  emptyBin(coder: { id: string }): Promise<Emptied> {
    return this.#inTurn(async () => {
      const { file, id } = this.getOpen();
      await this.#closeNow();
      try {
        return await runFileTask('emptyBin', { file, corpusId: id, backups: this.#folders.backups, coder });
      } finally {
        await this.#openNow(file);
      }
    });
  }

  async #openNow(file: string): Promise<OpenCorpus> {
    try {
      const identity = await runFileTask('prepare', { file, backups: this.#folders.backups });
      await this.#closeNow();
      this.#open = new OpenCorpus(file, identity, this.#folders, this.#tell);
      return this.#open;
    } catch (error) {
      if (this.#open === null && error instanceof Refusal && lostReasons.includes(error.details.reason))
        this.#lost = file;
      throw error;
    }
  }

  async #closeNow(): Promise<void> {
    const corpus = this.#open;
    this.#open = null;
    this.#lost = null;
    await corpus?.close();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => {});
    return result;
  }
}
