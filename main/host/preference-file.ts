import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import { preferences } from '#domain/contract/session.ts';
import { z } from 'zod';
import { makeFolder } from '../files/make-folder.ts';

const stored = z.object({
  coder: z.object({ id: z.uuid(), name: z.string() }).nullable().catch(null),
  /** Newest first. */
  recent: z.array(z.object({ id: z.string(), file: z.string(), name: z.string(), openedAt: z.string() })).catch([]),
  preferences: preferences.catch({}),
});
const nothing: z.infer<typeof stored> = { coder: null, recent: [], preferences: {} };
export type StoredPreferences = z.infer<typeof stored>;

const RECENT_KEPT = 12;
let turn = 0;

/** What is kept on this machine and not in a corpus; a file that cannot be read counts as empty. */
export class PreferenceFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  read(): StoredPreferences {
    let content: unknown = {};
    try {
      content = JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if (!(error instanceof SyntaxError) && !(error instanceof Error && 'code' in error)) throw error;
    }
    return stored.catch(() => structuredClone(nothing)).parse(content);
  }

  /** Reads, changes and writes in one go, since another window of the program may have written. */
  change(edit: (present: StoredPreferences) => void): StoredPreferences {
    const present = this.read();
    edit(present);
    present.recent = present.recent.slice(0, RECENT_KEPT);
    turn += 1;
    const part = `${this.#file}.${process.pid}.${turn}`;
    try {
      makeFolder(dirname(this.#file));
      writeFileSync(part, `${JSON.stringify(present, null, 2)}\n`);
      renameSync(part, this.#file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      const folder = dirname(this.#file);
      throw new Refusal(
        'unavailable',
        'folder-unwritable',
        `Nothing can be written in ${folder}: change its rights, or set JIANZHU_DATA to a folder of yours.`,
        { folder, file: 'preferences' },
      );
    }
    return present;
  }
}
