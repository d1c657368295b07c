import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The holder touches the lock this often; a lock untouched for six such periods was left behind. */
const HEARTBEAT_MILLISECONDS = 5_000;
const STALE_MILLISECONDS = 30_000;

/**
 * @param {string} path
 * @returns {{ text: string, age: number } | null} age in milliseconds
 */
function findHolder(path) {
  try {
    return { text: readFileSync(path, 'utf8'), age: Date.now() - statSync(path).mtimeMs };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Whether the holder of a lock is gone.
 * @param {{ text: string, age: number }} holder `text` is "PID HOST", `age` in milliseconds since its last heartbeat
 * @param {string} host this machine
 * @param {(pid: number) => boolean} alive
 * @returns {boolean}
 */
export function isLeftBehind(holder, host, alive) {
  if (holder.age > STALE_MILLISECONDS) return true;
  const [pid, where] = holder.text.split(' ');
  return where === host && !alive(Number(pid));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes a lock out of the way, unless another waiter did so first and a live one stands there now.
 * @param {string} path
 * @param {string} expected
 */
function removeLeftBehind(path, expected) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, path);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/**
 * Runs an action while no other process runs one under the same lock file.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} action
 * @param {() => void} [onWait] called once when another process has held the lock for a second
 * @returns {Promise<T>}
 */
export async function withSetupLock(path, action, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${process.pid} ${hostname()} ${Date.now()}`;
  for (let waits = 0; ; waits += 1) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = findHolder(path);
    if (holder && isLeftBehind(holder, hostname(), isAlive)) removeLeftBehind(path, holder.text);
    else await pause(100);
    if (waits === 10) onWait?.();
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // After the machine slept, another process may have judged this lock left behind and finished already.
    if (existsSync(path)) utimesSync(path, now, now);
  }, HEARTBEAT_MILLISECONDS);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    if (findHolder(path)?.text === mine) rmSync(path, { force: true });
  }
}
