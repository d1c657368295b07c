import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Session } from '#domain/contract/session.ts';
import type { PreferenceFile } from './preference-file.ts';

interface Remembered {
  id: string;
  file: string;
  name: string;
}

/** The corpora opened on this machine, newest first; a page knows them by tokens. */
export class RecentCorpora {
  readonly #preferences: PreferenceFile;

  constructor(preferences: PreferenceFile) {
    this.#preferences = preferences;
  }

  list(): Session['recent'] {
    return this.#preferences.read().recent.map(({ file, name, openedAt }) => ({
      recent: tokenOf(file),
      name,
      folder: dirname(file),
      openedAt,
      present: existsSync(file),
    }));
  }

  /** The file of the corpus that was open last. */
  findLast(): string | null {
    return this.#preferences.read().recent[0]?.file ?? null;
  }

  /** Which corpus that file was when it was last opened. */
  findId(file: string): string | null {
    return this.#preferences.read().recent.find((each) => each.file === file)?.id ?? null;
  }

  get(token: string): Remembered {
    const found = this.#preferences.read().recent.find((each) => tokenOf(each.file) === token);
    if (found === undefined)
      throw new Refusal('not-found', 'recent-missing', 'This corpus is no longer on the list: open it by its file.');
    return found;
  }

  remember({ id, file, name }: Remembered): void {
    this.#preferences.change((present) => {
      const others = present.recent.filter((each) => each.file !== file);
      present.recent = [{ id, file, name, openedAt: new Date().toISOString() }, ...others];
    });
  }

  forget(token: string): void {
    const { file } = this.get(token);
    this.#preferences.change((present) => {
      present.recent = present.recent.filter((each) => each.file !== file);
    });
  }
}

function tokenOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 24);
}
