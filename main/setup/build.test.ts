import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuilt, sourceFingerprint } from './build.mjs';

let root = '';
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jianzhu-build-'));
  for (const path of ['electron.vite.config.ts', 'package.json', 'package-lock.json']) write(path, '');
  write('domain/text/span.ts', 'export {};');
  write('main/setup/start.mjs', '');
});
afterEach(() => rmSync(root, { recursive: true }));

const products = ['main/electron.js', 'main/browser.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'];
const pretendBuilt = () => {
  for (const path of products) write(`out/${path}`, '');
  write('out/.stamp', sourceFingerprint(root));
};

it('is stale until it was built from these sources', () => {
  expect(isBuilt(root)).toBe(false);
  pretendBuilt();
  expect(isBuilt(root)).toBe(true);
});

it('is stale when a product is gone', () => {
  pretendBuilt();
  rmSync(join(root, 'out/main/cli.js'));
  expect(isBuilt(root)).toBe(false);
});

it.each([
  ['another text', () => write('domain/text/span.ts', 'export const a = 1;')],
  ['another time', () => utimesSync(join(root, 'domain/text/span.ts'), 1, 1)],
  ['a new file', () => write('renderer/editor/page.css', '')],
  ['a file gone', () => rmSync(join(root, 'domain/text/span.ts'))],
  ['another lock file', () => write('package-lock.json', '{}')],
])('is stale after %s', (_name, change) => {
  pretendBuilt();
  change();
  expect(isBuilt(root)).toBe(false);
});

it('is not stale after a change to what is not built', () => {
  pretendBuilt();
  write('domain/text/span.test.ts', '');
  write('main/setup/start.mjs', 'start();');
  write('docs/page.md', '');
  expect(isBuilt(root)).toBe(true);
});
