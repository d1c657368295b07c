/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A run that ended badly without a failed test (a file that does not load, a server that does not start) counts as one
 * failure, so that the sum never looks better than the run.
 * @param {Counts} counts
 * @param {number} status
 * @returns {Counts}
 */
const honest = (counts, status) => (status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number } | null} report
 *   vitest's JSON report, null when there is none
 * @param {number} status
 * @returns {Counts}
 */
export function countsOfUnitTests(report, status) {
  return honest(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    report ? status : 1,
  );
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report Playwright's
 *   JSON report, null when there is none
 * @param {number} status
 * @returns {Counts}
 */
export function countsOfJourneys(report, status) {
  const stats = report?.stats;
  return honest(
    {
      passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
      failed: stats?.unexpected ?? 0,
      skipped: stats?.skipped ?? 0,
    },
    report ? status : 1,
  );
}

/**
 * @param {Counts[]} parts
 * @returns {string} one line
 */
export function summaryLine(parts) {
  /** @param {keyof Counts} key */
  const sum = (key) => parts.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
