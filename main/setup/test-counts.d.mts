/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
export type Counts = {
  passed: number;
  failed: number;
  skipped: number;
};
/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number } | null} report
 *   vitest's JSON report, null when there is none
 * @param {number} status
 * @returns {Counts}
 */
export declare function countsOfUnitTests(
  report: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests?: number;
  } | null,
  status: number,
): Counts;
/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report Playwright's
 *   JSON report, null when there is none
 * @param {number} status
 * @returns {Counts}
 */
export declare function countsOfJourneys(
  report: {
    stats: {
      expected: number;
      unexpected: number;
      flaky: number;
      skipped: number;
    };
  } | null,
  status: number,
): Counts;
/**
 * @param {Counts[]} parts
 * @returns {string} one line
 */
export declare function summaryLine(parts: Counts[]): string;
