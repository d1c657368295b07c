import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedFailure } from './remembered-failure.mjs';
import { run } from './run.mjs';
import { isProgram } from './search-path.mjs';

const DOWNLOAD_MILLISECONDS = 5 * 60_000;

/**
 * Where the executable stands inside an Electron distribution.
 * @param {NodeJS.Platform} platform
 * @returns {string}
 */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * An Electron binary that is there already, without importing the `electron` package (which would download one).
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ binary: string | null, reason: string }} the reason is empty when there is a binary or one may be fetched
 */
export function findElectron(root, env) {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = join(given || join(root, 'node_modules', 'electron', 'dist'), executableIn(process.platform));
  if (isProgram(binary)) return { binary, reason: '' };
  return {
    binary: null,
    reason: given ? `ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron (${given})` : '',
  };
}

/**
 * An Electron binary, fetched once if need be.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {{ again: boolean, say: (line: string) => void }} options `again`: try even if it failed less than a day ago
 * @returns {Promise<{ ok: true, binary: string } | { ok: false, reason: string }>}
 */
export async function resolveElectron(root, node, env, { again, say }) {
  const { binary, reason } = findElectron(root, env);
  if (binary) return { ok: true, binary };
  if (reason) return { ok: false, reason };
  if (env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return { ok: false, reason: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' };
  const home = join(root, 'node_modules', 'electron');
  if (!existsSync(join(home, 'install.js'))) return { ok: false, reason: 'the electron package is not installed' };
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const failure = rememberedFailure(root, `electron-${version}`);
  const remembered = again ? null : failure.find();
  if (remembered) return { ok: false, reason: remembered };
  say(`Fetching Electron ${version} (about 120 MB, once) …`);
  const outcome = await run(node, [join(home, 'install.js')], { cwd: root, env, milliseconds: DOWNLOAD_MILLISECONDS });
  const fetched = findElectron(root, env).binary;
  if (outcome.status === 0 && fetched) {
    failure.forget();
    return { ok: true, binary: fetched };
  }
  const why = `Electron could not be fetched${outcome.timedOut ? ' within 5 minutes' : ''} (npm start -- --electron tries again)`;
  failure.keep(why);
  return { ok: false, reason: why };
}
