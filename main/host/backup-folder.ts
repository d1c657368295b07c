import { copyFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Output } from '#domain/contract/index.ts';
import { runFileTask } from '../db/file-tasks.ts';
import { dailyBackupDue, listBackups } from '../db/backup-rotation.ts';

/** The backups of one corpus. */
export class BackupFolder {
  readonly folder: string;
  readonly #corpus: string;
  #running: Promise<unknown> = Promise.resolve();

  constructor(corpus: string, folder: string) {
    this.#corpus = corpus;
    this.folder = folder;
  }

  list(): Output<'backup.list'> {
    return listBackups(this.folder).map(({ file, at, bytes, occasion }) => ({
      backup: basename(file),
      at,
      bytes,
      occasion,
    }));
  }

  /** The file of a backup; the token is looked up, never joined to a path. */
  find(token: string): string {
    const found = listBackups(this.folder).find(({ file }) => basename(file) === token);
    if (found === undefined)
      throw new Refusal('not-found', 'backup-missing', 'There is no such backup any more: choose another one.', {
        backup: token,
      });
    return found.file;
  }

  /** Into the rotation, or to a file outside it. */
  async make(target: string | null): Promise<Output<'backup.create'>> {
    if (target !== null) return { backup: null, bytes: await runFileTask('copy', { file: this.#corpus, target }) };
    const { file, bytes } = await runFileTask('backup', { file: this.#corpus, folder: this.folder, occasion: 'hand' });
    return { backup: basename(file), bytes };
  }

  /** Makes today's backup in the background when there is none yet. */
  keepDaily(complain: (error: unknown) => void): void {
    if (!dailyBackupDue(listBackups(this.folder), new Date())) return;
    this.#running = runFileTask('backup', { file: this.#corpus, folder: this.folder, occasion: 'daily' }).catch(
      complain,
    );
  }

  /** Resolves once no backup is being made. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Copies a finished file to where it was asked for: whole or not at all. */
  static async handOver(path: string, target: string): Promise<void> {
    const part = `${target}.part`;
    try {
      await copyFile(path, part);
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new Refusal(
        'unavailable',
        'folder-unwritable',
        `${basename(target)} cannot be written there (${code}): choose another folder.`,
        { file: basename(target), folder: target, system: code },
      );
    }
  }
}
