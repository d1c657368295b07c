import { resolve } from 'node:path';

export const START_USAGE = `Usage: npm start -- [options]
  --corpus FILE   open this corpus
  --browser       use the browser instead of the window
  --electron      fetch the window's runtime again, even if that failed today
  --no-open       in the browser: print the address only
  --help          print this
`;

export const TEST_USAGE = `Usage: npm test -- [options]
  --unit          format, lint, types and unit tests only
  --journeys      journeys in the browser and the window only
  --help          print this
`;

/** @typedef {{ host: 'any' | 'browser' | 'electron', corpus: string | null, open: boolean, help: boolean }} StartArguments */
/** @typedef {{ unit: boolean, journeys: boolean, help: boolean }} TestArguments */

/**
 * @param {string[]} argv
 * @param {string} folder relative paths start here
 * @returns {{ ok: true, value: StartArguments } | { ok: false, reason: string }}
 */
export function parseStartArguments(argv, folder) {
  /** @type {StartArguments} */
  const value = { host: 'any', corpus: null, open: true, help: false };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--browser' || argument === '--electron') {
      const host = argument === '--browser' ? 'browser' : 'electron';
      if (value.host !== 'any' && value.host !== host)
        return { ok: false, reason: 'Choose --browser or --electron, not both.' };
      value.host = host;
    } else if (argument === '--no-open') {
      value.open = false;
    } else if (argument === '--help' || argument === '-h') {
      value.help = true;
    } else if (argument === '--corpus' || argument.startsWith('--corpus=')) {
      const file = argument === '--corpus' ? (rest.shift() ?? '') : argument.slice('--corpus='.length);
      if (file === '' || file.startsWith('--')) return { ok: false, reason: '--corpus needs a file.' };
      value.corpus = resolve(folder, file);
    } else {
      return { ok: false, reason: `Unknown: ${argument}` };
    }
  }
  return { ok: true, value };
}

/**
 * @param {string[]} argv
 * @returns {{ ok: true, value: TestArguments } | { ok: false, reason: string }}
 */
export function parseTestArguments(argv) {
  const unknown = argv.find((argument) => !['--unit', '--journeys', '--help', '-h'].includes(argument));
  if (unknown !== undefined) return { ok: false, reason: `Unknown: ${unknown}` };
  const unit = argv.includes('--unit');
  const journeys = argv.includes('--journeys');
  return {
    ok: true,
    value: {
      unit: unit || !journeys,
      journeys: journeys || !unit,
      help: argv.includes('--help') || argv.includes('-h'),
    },
  };
}

/**
 * The folder the person stands in. npm runs scripts in the project's root and names the folder it was called from; that
 * name is inherited by everything below, so it counts only for the script npm started itself.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder the current folder
 * @param {string} root
 * @param {string} script
 * @returns {string}
 */
export function callersFolder(env, folder, root, script) {
  const from = env['INIT_CWD'];
  return from && env['npm_lifecycle_event'] === script && resolve(folder) === resolve(root) ? from : folder;
}
