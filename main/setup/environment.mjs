import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { environmentFor, resolveNode } from './pinned-node.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const OLDEST_NODE = 20;

/** @typedef {(line: string) => void} Say */
/** @typedef {{ ok: true, node: string, env: NodeJS.ProcessEnv }} Ready `node`: the Node that can load SQLite */
/** @typedef {{ ok: false, reason: string }} Refused one sentence that says what to do */

/** @type {Say} */
export const sayOnStderr = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Runs a step of the set-up alone, if it is (still) needed once no other process is at it.
 * @param {() => boolean} isDone
 * @param {string} announcement
 * @param {() => Promise<string | null>} step
 * @param {Say} say
 * @returns {Promise<string | null>} null, or why it could not be done
 */
async function once(isDone, announcement, step, say) {
  if (isDone()) return null;
  try {
    return await withSetupLock(
      join(ROOT, 'out', '.setup-lock'),
      async () => {
        if (isDone()) return null;
        say(announcement);
        return await step();
      },
      () => say('Waiting for another Jianzhu that is being set up …'),
    );
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOSPC') return `${ROOT} cannot be written: the disk is full.`;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    return `${ROOT} cannot be written: copy the program to a folder of your own, or give yourself the right to write there.`;
  }
}

/**
 * Packages as the lock file wants them, and the Node to run them on.
 * @param {Say} say
 * @returns {Promise<Ready | Refused>}
 */
export async function prepareInstalled(say) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    return { ok: false, reason: `Node ${process.versions.node} is too old: install Node.js 20 or newer.` };
  }
  const announcement = 'Installing the packages (once, a few minutes) …';
  const reason = await once(
    () => isInstalled(ROOT),
    announcement,
    () => install(ROOT),
    say,
  );
  if (reason) return { ok: false, reason };
  const found = resolveNode(ROOT);
  return found.ok ? { ok: true, node: found.node, env: environmentFor(ROOT, found.node, process.env) } : found;
}

/**
 * The program built from the sources as they are.
 * @param {Ready} ready
 * @param {Say} say
 * @returns {Promise<Ready | Refused>}
 */
export async function prepareBuilt(ready, say) {
  const reason = await once(
    () => isBuilt(ROOT),
    'Building the program …',
    () => build(ROOT, ready.node, ready.env),
    say,
  );
  return reason ? { ok: false, reason } : ready;
}

/**
 * Everything a start needs.
 * @param {Say} say
 * @returns {Promise<Ready | Refused>}
 */
export async function prepare(say) {
  const ready = await prepareInstalled(say);
  return ready.ok ? await prepareBuilt(ready, say) : ready;
}
