import { expect, it } from 'vitest';
import { countsOfJourneys, countsOfUnitTests, summaryLine } from './test-counts.mjs';

it('adds unit tests and journeys up', () => {
  const unit = countsOfUnitTests({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 0 }, 0);
  const journeys = countsOfJourneys({ stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 0 } }, 0);
  expect(summaryLine([unit, journeys])).toBe('48 passed, 0 failed');
});

it('names skipped tests only when there are any', () => {
  const unit = countsOfUnitTests({ numPassedTests: 1, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 }, 1);
  expect(summaryLine([unit])).toBe('1 passed, 2 failed, 4 skipped');
});

it('never looks better than the run', () => {
  expect(countsOfUnitTests({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0 }, 1).failed).toBe(1);
  expect(countsOfUnitTests(null, 0).failed).toBe(1);
  expect(countsOfJourneys({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } }, 1).failed).toBe(1);
  expect(countsOfJourneys(null, 0).failed).toBe(1);
});
