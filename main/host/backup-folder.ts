import { basename } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Output } from '#domain/contract/index.ts';
import { type Backup, dailyBackupDue, listBackups } from '../db/backup-rotation.ts';
import { runFileTask } from '../db/file-tasks.ts';
import { fileRefusal } from '../files/file-refusal.ts';

/** The backups of one corpus. */
export class BackupFolder {
  readonly #folder: string;
  readonly #corpus: string;
  #running: Promise<unknown> = Promise.resolve();

  constructor(corpus: string, folder: string) {
    this.#corpus = corpus;
    this.#folder = folder;
  }

  list(): Output<'backup.list'> {
    return this.#files().map(({ file, at, bytes, occasion }) => ({ backup: basename(file), at, bytes, occasion }));
  }

  /** The file of a backup; the token is looked up, never joined to a path. */
  get(token: string): string {
    const found = this.#files().find(({ file }) => basename(file) === token);
    if (found === undefined)
      throw new Refusal('not-found', 'backup-missing', 'There is no such backup any more: choose another one.', {
        backup: token,
      });
    return found.file;
  }

  /** Into the rotation, or to a file outside it. */
  async make(target: string | null): Promise<Output<'backup.create'>> {
    const corpus = { file: this.#corpus };
    const making: Promise<Output<'backup.create'>> =
      target === null
        ? runFileTask('backup', { ...corpus, folder: this.#folder, occasion: 'hand' }).then(({ file, bytes }) => ({
            backup: basename(file),
            bytes,
          }))
        : runFileTask('copy', { ...corpus, target }).then((bytes) => ({ backup: null, bytes }));
    this.#running = Promise.allSettled([this.#running, making]);
    return await making;
  }

  /** Makes today's backup in the background when there is none yet. */
  keepDaily(now: Date, failed: (error: unknown) => void): void {
    this.#running = this.#running.then(async () => {
      try {
        if (!dailyBackupDue(this.#files(), now)) return;
        await runFileTask('backup', { file: this.#corpus, folder: this.#folder, occasion: 'daily' });
      } catch (error) {
        failed(error);
      }
    });
  }

  /** Resolves once no backup is being made. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #files(): Backup[] {
    try {
      return listBackups(this.#folder);
    } catch (error) {
      throw fileRefusal(error, this.#folder);
    }
  }
}
