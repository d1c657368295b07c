import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { resolveNode } from './pinned-node.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jianzhu-node-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const old = { execPath: '/usr/bin/node', nodeApi: 9 };
const recent = { execPath: '/usr/bin/node', nodeApi: 10 };

it('is the pinned one, whatever runs', () => {
  const bin = join(root, 'node_modules/node/bin');
  const path = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path, '', { mode: 0o755 });
  expect(resolveNode(root, old)).toEqual({ ok: true, node: path });
  expect(resolveNode(root, recent)).toEqual({ ok: true, node: path });
});

it('is the running one where the pinned one is missing and it can load SQLite', () => {
  expect(resolveNode(root, recent)).toEqual({ ok: true, node: '/usr/bin/node' });
  expect(resolveNode(root, old)).toMatchObject({ ok: false, reason: expect.stringContaining('install Node 24') });
});
