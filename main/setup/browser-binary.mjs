import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installPackages, mayInstallPackages } from './debian.mjs';
import { run } from './run.mjs';
import { findProgram, isProgram } from './search-path.mjs';
import { toolPath } from './tool-path.mjs';

const DOWNLOAD_MILLISECONDS = 5 * 60_000;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/**
 * Where Chromium and its kin usually stand outside the search path.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @returns {string[]}
 */
export function usualPlaces(platform, env, home) {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (platform !== 'win32') return [];
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
    folder
      ? [
          'Google\\Chrome\\Application\\chrome.exe',
          'Chromium\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((path) => `${folder}\\${path}`)
      : [],
  );
}

/**
 * A snap has a file system of its own and cannot read the profiles that tests make.
 * @param {string} path
 */
const isSnap = (path) => path.startsWith('/snap/') || realpathSync(path).endsWith('/snap');

/**
 * A Chromium that the machine has already: named by the environment, in the search path, or in a usual place.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function findBrowser(env) {
  for (const named of [env['JIANZHU_CHROMIUM'], env['CHROME_PATH']]) {
    if (named && isProgram(named)) return named;
  }
  const found = NAMES.map((name) => findProgram(env, [name])).find((path) => path !== null && !isSnap(path));
  return found ?? usualPlaces(process.platform, env, homedir()).find(isProgram) ?? null;
}

/**
 * Whether it starts: Ubuntu's chromium-browser, for one, is a script that asks for a snap. Windows answers `--version` by
 * opening a window, so there its being there has to do.
 * @param {string | null} path
 * @returns {Promise<string | null>} the path again
 */
async function thatStarts(path) {
  if (path === null || process.platform === 'win32') return path;
  const outcome = await run(path, ['--version'], { milliseconds: 30_000 });
  return outcome.status === 0 ? path : null;
}

/**
 * The Chromium that Playwright keeps for itself.
 * @param {string} root
 * @returns {string | null}
 */
function findPlaywrightsOwn(root) {
  /** @type {{ chromium: { executablePath(): string } }} */
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/**
 * A Chromium for the journeys, fetched or installed if need be.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @returns {Promise<{ ok: true, binary: string } | { ok: false, reason: string }>}
 */
export async function resolveBrowser(root, node, env, say) {
  const there = (await thatStarts(findBrowser(env))) ?? (await thatStarts(findPlaywrightsOwn(root)));
  if (there) return { ok: true, binary: there };
  const asRoot = mayInstallPackages();
  if (asRoot) {
    say('Installing Chromium and a Han typeface (apt-get install chromium fonts-noto-cjk) …');
    await installPackages(['chromium', 'fonts-noto-cjk']);
    const installed = await thatStarts(findBrowser(env));
    if (installed) return { ok: true, binary: installed };
  }
  say('Fetching Chromium (about 180 MB, once) …');
  const playwright = toolPath(root, '@playwright/test', 'playwright');
  await run(node, [playwright, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium'], {
    cwd: root,
    env,
    milliseconds: DOWNLOAD_MILLISECONDS,
  });
  const fetched = await thatStarts(findPlaywrightsOwn(root));
  if (fetched) return { ok: true, binary: fetched };
  return {
    ok: false,
    reason: 'no Chromium was found or could be fetched: install Chromium or Chrome, or set CHROME_PATH to one',
  };
}
