export declare const START_USAGE =
  "Usage: npm start -- [options]\n  --corpus FILE   open this corpus\n  --browser       use the browser instead of the window\n  --electron      fetch the window's runtime again, even if that failed today\n  --no-open       in the browser: print the address only\n  --help          print this\n";
export declare const TEST_USAGE =
  'Usage: npm test -- [options]\n  --unit          format, lint, types and unit tests only\n  --journeys      journeys in the browser and the window only\n  --help          print this\n';
export type StartArguments = {
  host: 'any' | 'browser' | 'electron';
  corpus: string | null;
  open: boolean;
  help: boolean;
};
export type TestArguments = {
  unit: boolean;
  journeys: boolean;
  help: boolean;
};
/** @typedef {{ host: 'any' | 'browser' | 'electron', corpus: string | null, open: boolean, help: boolean }} StartArguments */
/** @typedef {{ unit: boolean, journeys: boolean, help: boolean }} TestArguments */
/**
 * @param {string[]} argv
 * @param {string} folder relative paths start here
 * @returns {{ ok: true, value: StartArguments } | { ok: false, reason: string }}
 */
export declare function parseStartArguments(
  argv: string[],
  folder: string,
):
  | {
      ok: true;
      value: StartArguments;
    }
  | {
      ok: false;
      reason: string;
    };
/**
 * @param {string[]} argv
 * @returns {{ ok: true, value: TestArguments } | { ok: false, reason: string }}
 */
export declare function parseTestArguments(argv: string[]):
  | {
      ok: true;
      value: TestArguments;
    }
  | {
      ok: false;
      reason: string;
    };
/**
 * The folder the person stands in. npm runs scripts in the project's root and names the folder it was called from; that
 * name is inherited by everything below, so it counts only for the script npm started itself.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder the current folder
 * @param {string} root
 * @param {string} script
 * @returns {string}
 */
export declare function callersFolder(env: NodeJS.ProcessEnv, folder: string, root: string, script: string): string;
