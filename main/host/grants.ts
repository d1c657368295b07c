import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';

/** How long a grant that nobody uses lives, in ms. */
const LIFETIME = 60 * 60 * 1000;

export interface GrantedFile {
  path: string;
  /** As it is shown to the researcher. */
  name: string;
  /** A copy that a page sent, which goes when the program ends. */
  uploaded: boolean;
}

/** Paths that a person chose in a dialog, dropped or uploaded, each to be used once; the page only sees the token. */
export class Grants {
  readonly #granted = new Map<string, GrantedFile & { until: number }>();

  issue(path: string, { name = basename(path), uploaded = false } = {}): { grant: string; name: string } {
    const now = Date.now();
    for (const [token, granted] of this.#granted) if (granted.until < now) this.#granted.delete(token);
    const grant = randomUUID();
    // Some file systems take half characters into names; a corpus takes none.
    const shown = name.replaceAll('\0', '').toWellFormed();
    this.#granted.set(grant, { path, name: shown, uploaded, until: now + LIFETIME });
    return { grant, name: shown };
  }

  use(grant: string): GrantedFile {
    const [file] = this.useAll([grant]);
    if (file === undefined) throw new Error('a grant without a file');
    return file;
  }

  /** All of them or, when one is missing, none. */
  useAll(grants: readonly string[]): GrantedFile[] {
    const files = grants.map((grant) => this.#granted.get(grant));
    const found = files.filter((file) => file !== undefined && file.until >= Date.now());
    if (found.length < grants.length || new Set(grants).size < grants.length) {
      throw new Refusal(
        'not-found',
        'grant-missing',
        'The choice of this file is used up or unknown: choose the file again.',
      );
    }
    for (const grant of grants) this.#granted.delete(grant);
    return found.filter((file) => file !== undefined).map(({ path, name, uploaded }) => ({ path, name, uploaded }));
  }
}
