import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';

export interface FinishedFile {
  path: string;
  name: string;
}

/** The folder of this process below `folder`; those of processes that ended without clearing theirs are removed. */
export function ownFolder(folder: string): string {
  const left = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^\d+$/.test(name) && !isRunning(Number(name)))
    : [];
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return join(folder, String(process.pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Files that jobs have finished and that wait to be saved or downloaded, by token. */
export class Outbox {
  readonly #files = new Map<string, FinishedFile>();

  put(file: FinishedFile): string {
    const token = randomUUID();
    this.#files.set(token, file);
    return token;
  }

  get(token: string): FinishedFile {
    const file = this.#files.get(token);
    if (file === undefined)
      throw new Refusal('not-found', 'file-missing', 'This file is no longer there: make it again.', { file: token });
    return file;
  }

  /** Gives the file away; whoever takes it removes it. */
  take(token: string): FinishedFile {
    const file = this.get(token);
    this.#files.delete(token);
    return file;
  }

  drop(token: string): void {
    rmSync(this.take(token).path, { force: true });
  }

  clear(): void {
    for (const token of this.#files.keys()) this.drop(token);
  }
}
