import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPinnedNode } from './pinned-node.mjs';
import { run } from './run.mjs';

const INSTALL_MILLISECONDS = 15 * 60_000;

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * @param {string} path
 * @returns {Lock}
 */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} root */
const stampPath = (root) => join(root, 'node_modules', '.jianzhu-installed');

/**
 * What node_modules has to be for: this lock file on this kind of machine.
 * @param {string} root
 */
function wantedStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/**
 * Whether npm's record of what it installed has every package of the lock file in the same version. Optional packages
 * may be missing: they belong to other platforms.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function hasAllOfLock(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version;
  });
}

/**
 * Whether node_modules is what the lock file asks for. An installation made by hand counts, when it is complete.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = wantedStamp(root);
  const path = stampPath(root);
  const stamp = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (stamp === wanted) return true;
  if (stamp !== null && stamp.split(' ')[1] !== wanted.split(' ')[1]) return false;
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !findPinnedNode(root)) return false;
  return hasAllOfLock(readLock(join(root, 'package-lock.json')), readLock(record));
}

/**
 * One sentence that says what to do about a failed installation.
 * @param {string} output what npm printed
 * @param {boolean} timedOut
 * @returns {string}
 */
export function installAdvice(output, timedOut) {
  if (
    timedOut ||
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|FETCH_ERROR|network/.test(output)
  ) {
    return 'The packages could not be fetched: connect once to the network and start again, or copy node_modules from a machine of the same kind.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'The packages could not be written: start again from a folder you may write to, with no other Jianzhu running from it.';
  }
  if (/ENOSPC/.test(output))
    return 'The packages could not be written: the disk is full, make about 1.5 GB free and start again.';
  if (/EUSAGE/.test(output)) {
    return 'package-lock.json does not match package.json: run "npm install" once, or take both files from the same version.';
  }
  const detail = /npm (?:error|ERR!) (?!code|errno|syscall)(.+)/.exec(output)?.[1];
  return `The packages could not be installed${detail ? ` (${detail.trim()})` : ''}: run "npm ci" to see why.`;
}

/**
 * npm's own entry file and the Node that runs it: never the pinned one, which is replaced while npm works.
 * @returns {{ command: string, first: string[], shell: boolean }}
 */
function findNpm() {
  const outer = process.env['npm_node_execpath'];
  const node = outer && !outer.includes('node_modules') && existsSync(outer) ? outer : process.execPath;
  const beside = dirname(node);
  const entry = [
    process.env['npm_execpath'] ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (entry) return { command: node, first: [entry], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/**
 * Where npm did not run its install script, the `node` package has no binary yet.
 * @param {string} root
 */
async function placePinnedNode(root) {
  const home = join(root, 'node_modules', 'node');
  if (findPinnedNode(root) || !existsSync(join(home, 'installArchSpecificPackage.js'))) return;
  await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: home, milliseconds: INSTALL_MILLISECONDS });
}

/**
 * Installs from the lock file. The caller holds the set-up lock.
 * @param {string} root
 * @returns {Promise<string | null>} null, or one sentence that says what to do
 */
export async function install(root) {
  const npm = findNpm();
  // Windows cannot delete a running program: there an existing folder is brought up to date instead of replaced.
  const inPlace = process.platform === 'win32' && existsSync(join(root, 'node_modules'));
  const action = inPlace ? ['install', '--no-save'] : ['ci'];
  const outcome = await run(
    npm.command,
    [...npm.first, ...action, '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell: npm.shell, milliseconds: INSTALL_MILLISECONDS },
  );
  if (outcome.status === 127)
    return 'npm was not found: install Node.js 20 or newer together with npm, and start again.';
  if (outcome.status !== 0) return installAdvice(outcome.output, outcome.timedOut);
  await placePinnedNode(root);
  writeFileSync(stampPath(root), wantedStamp(root));
  return null;
}
