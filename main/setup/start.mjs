import { join } from 'node:path';
import { callersFolder, parseStartArguments, START_USAGE } from './arguments.mjs';
import { findBrowser } from './browser-binary.mjs';
import { ensureHanFont } from './debian.mjs';
import { resolveDisplay } from './display.mjs';
import { resolveElectron } from './electron-binary.mjs';
import { whyNotStarted } from './electron-outcome.mjs';
import { prepare, ROOT, sayOnStderr } from './environment.mjs';
import { runInForeground } from './run.mjs';

/** @typedef {import('./arguments.mjs').StartArguments} StartArguments */
/** @typedef {import('./environment.mjs').Ready} Ready */

/**
 * @param {Ready} ready
 * @param {StartArguments} wanted
 * @returns {Promise<{ status: number } | { reason: string }>} its exit status, or why there is no window
 */
async function startWindow(ready, wanted) {
  const display = resolveDisplay(process.platform, process.env);
  if (!display.ok) return { reason: display.reason };
  const again = wanted.host === 'electron';
  const electron = await resolveElectron(ROOT, ready.node, ready.env, { again, say: sayOnStderr });
  if (!electron.ok) return { reason: electron.reason };
  await ensureHanFont(ROOT, sayOnStderr);
  const env = { ...ready.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  // Root has no user namespace to sandbox in, and Electron refuses to start.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const outcome = await runInForeground(
    electron.binary,
    [...(asRoot ? ['--no-sandbox'] : []), ROOT, ...(wanted.corpus ? ['--corpus', wanted.corpus] : [])],
    { cwd: ROOT, env, watchErrors: true },
  );
  const reason = whyNotStarted(outcome);
  return reason ? { reason } : { status: outcome.status };
}

/**
 * @param {Ready} ready
 * @param {StartArguments} wanted
 * @returns {Promise<number>} exit status
 */
async function startBrowserHost(ready, wanted) {
  const browser = findBrowser(process.env);
  const outcome = await runInForeground(
    ready.node,
    [
      join(ROOT, 'out/main/browser.js'),
      ...(wanted.corpus ? ['--corpus', wanted.corpus] : []),
      ...(wanted.open ? [] : ['--no-open']),
    ],
    { cwd: ROOT, env: { ...ready.env, ...(browser ? { JIANZHU_CHROMIUM: browser } : {}) } },
  );
  return outcome.status;
}

/** @returns {Promise<number>} exit status */
async function start() {
  const parsed = parseStartArguments(process.argv.slice(2), callersFolder(process.env, process.cwd(), ROOT, 'start'));
  if (!parsed.ok) {
    process.stderr.write(`${parsed.reason}\n${START_USAGE}`);
    return 2;
  }
  const wanted = parsed.value;
  if (wanted.help) {
    process.stdout.write(START_USAGE);
    return 0;
  }
  const ready = await prepare(sayOnStderr);
  if (!ready.ok) {
    sayOnStderr(ready.reason);
    return 1;
  }
  if (wanted.host !== 'browser') {
    const window = await startWindow(ready, wanted);
    if ('status' in window) return window.status;
    sayOnStderr(`Jianzhu runs in the browser instead of a window: ${window.reason}.`);
  }
  return await startBrowserHost(ready, wanted);
}

process.exitCode = await start();
