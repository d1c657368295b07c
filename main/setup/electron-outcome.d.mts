/**
 * Why Electron could not start at all, as opposed to a program that ran and refused. The program itself ends with 1 or 2
 * and says why.
 * @param {{ status: number, signal: string | null, output: string, milliseconds: number, stopped: boolean }} outcome
 *   `output`: stderr; `stopped`: it was asked to end
 * @returns {string | null} null when it did start
 */
export declare function whyNotStarted({
  status,
  signal,
  output,
  milliseconds,
  stopped,
}: {
  status: number;
  signal: string | null;
  output: string;
  milliseconds: number;
  stopped: boolean;
}): string | null;
