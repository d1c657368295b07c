export type Outcome = {
  /**
   * exit status as a shell would give it: 128 + number for a signal, 127 when it could not be started
   */
  status: number;
  signal: string | null;
  /**
   * what was captured of stdout and stderr
   */
  output: string;
  timedOut: boolean;
};
export type Place = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  shell?: boolean;
};
/**
 * Runs a command in the background of a set-up step; its stdin is empty.
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { milliseconds?: number, show?: boolean }} [options] `show`: output goes to the terminal, nothing is captured
 * @returns {Promise<Outcome>}
 */
export declare function run(
  command: string,
  args: string[],
  {
    milliseconds,
    show,
    ...place
  }?: Place & {
    milliseconds?: number;
    show?: boolean;
  },
): Promise<Outcome>;
/**
 * Runs a program in the foreground: the terminal is its own, signals are passed on.
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { watchErrors?: boolean }} [options] `watchErrors`: stderr is shown and also kept in `output`
 * @returns {Promise<Outcome & { milliseconds: number, stopped: boolean }>} `stopped`: it ended after a signal sent to us
 */
export declare function runInForeground(
  command: string,
  args: string[],
  {
    watchErrors,
    ...place
  }?: Place & {
    watchErrors?: boolean;
  },
): Promise<
  Outcome & {
    milliseconds: number;
    stopped: boolean;
  }
>;
