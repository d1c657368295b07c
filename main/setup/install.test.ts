import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasAllOfLock, installAdvice, isInstalled } from './install.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/lightningcss-darwin-arm64': { version: '1.0.0', optional: true },
  },
};

describe('hasAllOfLock', () => {
  it('wants every package in its version, except optional ones of other platforms', () => {
    expect(hasAllOfLock(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
    expect(hasAllOfLock(lock, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
    expect(hasAllOfLock(lock, { packages: {} })).toBe(false);
  });

  it('wants the right version of an optional package that is there', () => {
    const packages = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/lightningcss-darwin-arm64': { version: '0.9.0' },
    };
    expect(hasAllOfLock(lock, { packages })).toBe(false);
  });
});

describe('isInstalled', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jianzhu-install-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const installByHand = (version: string) => {
    const bin = join(root, 'node_modules/node/bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, process.platform === 'win32' ? 'node.exe' : 'node'), '', { mode: 0o755 });
    const record = { packages: { 'node_modules/zod': { version } } };
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify(record));
  };

  it('is not, without node_modules', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is, when npm was run by hand with this lock file', () => {
    installByHand('4.6.7');
    expect(isInstalled(root)).toBe(true);
  });

  it('is not, when npm was run by hand with another lock file or without the pinned Node', () => {
    installByHand('4.6.6');
    expect(isInstalled(root)).toBe(false);
    installByHand('4.6.7');
    rmSync(join(root, 'node_modules/node'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  const stamp = (text: string) => writeFileSync(join(root, 'node_modules/.jianzhu-installed'), text);

  it('is, when npm was run by hand after we installed an earlier lock file', () => {
    installByHand('4.6.7');
    stamp(`f00d ${process.platform}-${process.arch}`);
    expect(isInstalled(root)).toBe(true);
    installByHand('4.6.6');
    expect(isInstalled(root)).toBe(false);
  });

  it('is not, when node_modules came from another kind of machine', () => {
    installByHand('4.6.7');
    stamp('f00d plan9-mips');
    expect(isInstalled(root)).toBe(false);
  });
});

it.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', false, 'connect once to the network'],
  ['', true, 'connect once to the network'],
  ["npm error code EACCES\nnpm error permission denied, mkdir '/x'", false, 'a folder you may write to'],
  ['npm error code ENOSPC', false, 'the disk is full'],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install …', false, 'does not match package.json'],
  ['npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed', false, 'integrity checksum failed'],
])('says what to do about %j', (output, timedOut, advice) => {
  const sentence = installAdvice(output, timedOut);
  expect(sentence).toContain(advice);
  expect(sentence).not.toContain('\n');
});
