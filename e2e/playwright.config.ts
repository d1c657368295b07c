import { defineConfig } from '@playwright/test';
import type { HostOption } from './fixtures/workbench.ts';

// The same journeys in both hosts; a file named after a host holds what only that one has.
export default defineConfig<HostOption>({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  workers: 2,
  fullyParallel: true,
  // On a loaded machine of many journeys one may fail by the clock alone: it is run once more, and listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'browser', use: { hostKind: 'browser' }, testIgnore: '**/*.electron.spec.ts' },
    { name: 'electron', use: { hostKind: 'electron' }, testIgnore: '**/*.browser.spec.ts' },
  ],
});
