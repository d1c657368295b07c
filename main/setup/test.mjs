import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTestArguments, TEST_USAGE } from './arguments.mjs';
import { resolveBrowser } from './browser-binary.mjs';
import { ensureHanFont, ensureOffice } from './debian.mjs';
import { resolveDisplay } from './display.mjs';
import { findElectron, resolveElectron } from './electron-binary.mjs';
import { prepareBuilt, prepareInstalled, ROOT, sayOnStderr } from './environment.mjs';
import { run } from './run.mjs';
import { findProgram } from './search-path.mjs';
import { countsOfJourneys, countsOfUnitTests, summaryLine } from './test-counts.mjs';
import { toolPath } from './tool-path.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {import('./environment.mjs').Ready} Ready */
/** @typedef {{ project: string, wrap: string[], env: NodeJS.ProcessEnv }} Journeys */

const reports = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);

/**
 * @template T
 * @param {string} path
 * @returns {T | null} null when the run ended before it wrote one
 */
function findReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Format, lint and types, until one fails.
 * @param {Ready} ready
 * @returns {Promise<boolean>}
 */
async function check(ready) {
  const steps = /** @type {const} */ ([
    ['format', '@biomejs/biome', 'biome', ['format', '.']],
    ['lint', 'oxlint', 'oxlint', ['--type-aware', '--deny-warnings']],
    ['types', 'typescript', 'tsc', ['--noEmit']],
  ]);
  for (const [name, packageName, command, args] of steps) {
    const outcome = await run(ready.node, [toolPath(ROOT, packageName, command), ...args], {
      cwd: ROOT,
      env: ready.env,
    });
    if (outcome.status !== 0) {
      print(`${outcome.output.trimEnd()}\n${name}: failed (npm run ${name === 'format' ? 'format:check' : name})`);
      return false;
    }
    print(`${name}: good`);
  }
  return true;
}

/**
 * @param {Ready} ready
 * @returns {Promise<Counts>}
 */
async function unitTests(ready) {
  const path = join(reports, 'unit.json');
  const outcome = await run(
    ready.node,
    [toolPath(ROOT, 'vitest', 'vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
    { cwd: ROOT, env: ready.env },
  );
  /** @type {Parameters<typeof countsOfUnitTests>[0]} */
  const report = findReport(path);
  const counts = countsOfUnitTests(report, outcome.status);
  if (counts.failed > 0) print(outcome.output.trimEnd());
  print(`unit tests: ${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}

/**
 * Which journeys this machine can run; what it has to leave out is said in one line each.
 * @param {Ready} ready
 * @returns {Promise<Journeys[]>}
 */
async function runnableJourneys(ready) {
  /** @type {Journeys[]} */
  const runnable = [];
  const browser = await resolveBrowser(ROOT, ready.node, ready.env, sayOnStderr);
  const env = browser.ok ? { ...ready.env, JIANZHU_CHROMIUM: browser.binary } : ready.env;
  if (browser.ok) runnable.push({ project: 'browser', wrap: [], env });
  else print(`Left out, journeys in the browser: ${browser.reason}.`);

  const display = resolveDisplay(process.platform, env);
  const virtual = display.ok ? null : findProgram(env, ['xvfb-run']);
  if (!display.ok && !virtual) {
    print(`Left out, journeys in Electron: ${display.reason}, and xvfb-run is not installed.`);
    return runnable;
  }
  // Without a display of its own a machine is no place to fetch a window's runtime for.
  const { binary, reason } = findElectron(ROOT, env);
  const electron = display.ok
    ? await resolveElectron(ROOT, ready.node, env, { again: false, say: sayOnStderr })
    : { ok: binary !== null, reason: reason || 'there is no Electron binary, and no display to fetch one for' };
  if (electron.ok)
    runnable.push({ project: 'electron', wrap: virtual ? [virtual, '-a', '-s', '-screen 0 1600x1000x24'] : [], env });
  else print(`Left out, journeys in Electron: ${electron.reason}.`);
  return runnable;
}

/**
 * @param {Ready} ready
 * @param {Journeys} journeys
 * @returns {Promise<Counts>}
 */
async function runJourneys(ready, { project, wrap, env }) {
  const path = join(reports, `${project}.json`);
  const playwright = toolPath(ROOT, '@playwright/test', 'playwright');
  const args = ['test', '--config', 'e2e/playwright.config.ts', `--project=${project}`, '--reporter=list,json'];
  const command = [...wrap, ready.node, playwright, ...args];
  const outcome = await run(command[0] ?? ready.node, command.slice(1), {
    cwd: ROOT,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path },
    show: true,
  });
  /** @type {Parameters<typeof countsOfJourneys>[0]} */
  const report = findReport(path);
  const counts = countsOfJourneys(report, outcome.status);
  print(`journeys (${project}): ${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}

/**
 * @param {Ready} ready
 * @param {{ unit: boolean, journeys: boolean }} wanted
 * @returns {Promise<Counts[]>}
 */
async function runParts(ready, wanted) {
  /** @type {Counts} */
  const failure = { passed: 0, failed: 1, skipped: 0 };
  if (wanted.unit && !(await check(ready))) return [failure];
  const built = await prepareBuilt(ready, sayOnStderr);
  if (!built.ok) {
    print(built.reason);
    return [failure];
  }
  /** @type {Counts[]} */
  const parts = [];
  if (wanted.unit) {
    await ensureHanFont(ROOT, sayOnStderr);
    await ensureOffice(ROOT, sayOnStderr);
    const counts = await unitTests(ready);
    parts.push(counts);
    if (counts.failed > 0) return parts;
  }
  if (wanted.journeys) {
    await ensureHanFont(ROOT, sayOnStderr);
    const runnable = await runnableJourneys(ready);
    if (runnable.length === 0) {
      print('No journey could run: a Chromium or an Electron with a display is needed.');
      parts.push(failure);
    }
    for (const journeys of runnable) parts.push(await runJourneys(ready, journeys));
  }
  return parts;
}

/** @returns {Promise<number>} exit status */
async function test() {
  const parsed = parseTestArguments(process.argv.slice(2));
  if (!parsed.ok) {
    process.stderr.write(`${parsed.reason}\n${TEST_USAGE}`);
    return 2;
  }
  if (parsed.value.help) {
    process.stdout.write(TEST_USAGE);
    return 0;
  }
  const ready = await prepareInstalled(sayOnStderr);
  if (!ready.ok) {
    sayOnStderr(ready.reason);
    return 1;
  }
  const parts = await runParts(ready, parsed.value);
  print(summaryLine(parts));
  return parts.some((counts) => counts.failed > 0) ? 1 : 0;
}

try {
  process.exitCode = await test();
} finally {
  rmSync(reports, { recursive: true, force: true });
}
