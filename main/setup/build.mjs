import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { toolPath } from './tool-path.mjs';

const BUILD_MILLISECONDS = 10 * 60_000;
const FOLDERS = ['domain', 'main', 'preload', 'renderer', 'resources'];
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
const PRODUCTS = ['main/electron.js', 'main/browser.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'];

/** @param {string} root */
const stampPath = (root) => join(root, 'out', '.stamp');

/**
 * Paths below a folder that go into the build, `/` between names, sorted.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesBelow(root, folder) {
  if (folder === 'main/setup') return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesBelow(root, path);
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
}

/**
 * Changes when a file that goes into the build is added, removed or written (by size and time of change).
 * @param {string} root
 * @returns {string}
 */
export function sourceFingerprint(root) {
  const hash = createHash('sha256');
  const paths = [
    ...FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => sourcesBelow(root, folder)),
    ...FILES,
  ];
  for (const path of paths) {
    // An editor's temporary file may be gone by now.
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function isBuilt(root) {
  const stamp = stampPath(root);
  if (!existsSync(stamp) || !PRODUCTS.every((path) => existsSync(join(root, 'out', path)))) return false;
  return readFileSync(stamp, 'utf8') === sourceFingerprint(root);
}

/**
 * Builds into out/. The caller holds the set-up lock.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} null, or what the build printed and one sentence
 */
export async function build(root, node, env) {
  // Taken first: what is written during the build makes it stale again.
  const fingerprint = sourceFingerprint(root);
  const stamp = stampPath(root);
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(stamp, { force: true });
  const outcome = await run(node, [toolPath(root, 'electron-vite', 'electron-vite'), 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    milliseconds: BUILD_MILLISECONDS,
  });
  if (outcome.status !== 0)
    return `${outcome.output.trimEnd()}\nThe program could not be built from these sources: mend what is named above, or take a released version.`;
  writeFileSync(stamp, fingerprint);
  return null;
}
