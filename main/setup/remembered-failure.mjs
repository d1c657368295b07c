import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const REMEMBERED_MILLISECONDS = 24 * 60 * 60_000;

/**
 * A download that failed is not tried again for a day, so that it does not delay each start.
 * @param {string} root
 * @param {string} what names the attempt and its version
 * @param {() => number} [now] milliseconds
 */
export function rememberedFailure(root, what, now = Date.now) {
  const path = join(root, 'node_modules', '.cache', 'jianzhu', `${what}.json`);
  return {
    /** @returns {string | null} the reason of a failure less than a day old */
    find() {
      try {
        /** @type {{ at: number, reason: string }} */
        const { at, reason } = JSON.parse(readFileSync(path, 'utf8'));
        return now() >= at && now() - at < REMEMBERED_MILLISECONDS ? reason : null;
      } catch (error) {
        if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
        throw error;
      }
    },
    /** @param {string} reason */
    keep(reason) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ at: now(), reason }));
    },
    forget() {
      rmSync(path, { force: true });
    },
  };
}
