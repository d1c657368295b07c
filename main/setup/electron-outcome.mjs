/** A window that could not open is gone within this time. */
const START_MILLISECONDS = 5_000;

const COULD_NOT_LOAD = /error while loading shared libraries: (\S+?):/;
const NO_DISPLAY = /Missing X server|cannot open display|platform failed to initialize/i;
const NO_SANDBOX = /sandbox/i;

/**
 * Why Electron could not start at all, as opposed to a program that ran and refused. The program itself ends with 1 or 2
 * and says why.
 * @param {{ status: number, signal: string | null, output: string, milliseconds: number, stopped: boolean }} outcome
 *   `output`: stderr; `stopped`: it was asked to end
 * @returns {string | null} null when it did start
 */
export function whyNotStarted({ status, signal, output, milliseconds, stopped }) {
  if (status === 0 || stopped || milliseconds > START_MILLISECONDS) return null;
  const library = COULD_NOT_LOAD.exec(output)?.[1];
  if (library) return `Electron could not start: the system lacks ${library}`;
  if (NO_DISPLAY.test(output)) return 'Electron could not start: the display does not answer';
  if (status <= 2 && signal === null) return null;
  if (NO_SANDBOX.test(output)) return 'Electron could not start: the system does not allow its sandbox';
  return `Electron could not start (${signal ?? `status ${status}`})`;
}
