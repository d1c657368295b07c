import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';

/** How long a grant that nobody uses lives, in ms. */
const LIFETIME = 60 * 60 * 1000;

interface Granted {
  path: string;
  name: string;
  until: number;
}

/** Paths that a person chose in a dialog, dropped or uploaded, each to be used once; the page only sees the token. */
export class Grants {
  readonly #granted = new Map<string, Granted>();

  issue(path: string, name = basename(path)): { grant: string; name: string } {
    const now = Date.now();
    for (const [token, granted] of this.#granted) if (granted.until < now) this.#granted.delete(token);
    const grant = randomUUID();
    this.#granted.set(grant, { path, name, until: now + LIFETIME });
    return { grant, name };
  }

  use(grant: string): { path: string; name: string } {
    const granted = this.#granted.get(grant);
    this.#granted.delete(grant);
    if (granted === undefined || granted.until < Date.now()) {
      throw new Refusal(
        'not-found',
        'grant-missing',
        'The choice of this file is used up or unknown: choose the file again.',
      );
    }
    return { path: granted.path, name: granted.name };
  }
}
