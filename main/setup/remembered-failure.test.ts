import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rememberedFailure } from './remembered-failure.mjs';

const DAY = 24 * 60 * 60_000;
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jianzhu-failure-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('is remembered for a day, per attempt, until forgotten', () => {
  const at = (now: number) => rememberedFailure(root, 'electron-45.4.1', () => now);
  expect(at(0).find()).toBeNull();
  at(0).keep('no network');
  expect(at(DAY - 1).find()).toBe('no network');
  expect(at(DAY).find()).toBeNull();
  expect(rememberedFailure(root, 'electron-46.0.0', () => 1).find()).toBeNull();
  at(1).forget();
  expect(at(1).find()).toBeNull();
});
