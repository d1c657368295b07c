import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callersFolder, parseStartArguments, parseTestArguments } from './arguments.mjs';

const here = resolve('/home/reader/papers');

describe('parseStartArguments', () => {
  it('chooses any host and opens it when nothing is said', () => {
    expect(parseStartArguments([], here)).toEqual({
      ok: true,
      value: { host: 'any', corpus: null, open: true, help: false },
    });
  });

  it('takes every option, in any order', () => {
    expect(parseStartArguments(['--no-open', '--corpus', 'shanxi.jianzhu', '--browser'], here)).toEqual({
      ok: true,
      value: { host: 'browser', corpus: resolve(here, 'shanxi.jianzhu'), open: false, help: false },
    });
  });

  it('resolves the corpus against the folder the person stands in, in both spellings', () => {
    for (const argv of [['--corpus', '../a b.jianzhu'], ['--corpus=../a b.jianzhu']]) {
      expect(parseStartArguments(argv, here)).toMatchObject({ value: { corpus: resolve('/home/reader/a b.jianzhu') } });
    }
  });

  it.each([
    [['--corpus'], '--corpus needs a file.'],
    [['--corpus', '--browser'], '--corpus needs a file.'],
    [['--corpus='], '--corpus needs a file.'],
    [['--bowser'], 'Unknown: --bowser'],
    [['shanxi.jianzhu'], 'Unknown: shanxi.jianzhu'],
    [['--browser', '--electron'], 'Choose --browser or --electron, not both.'],
  ])('refuses %j', (argv, reason) => {
    expect(parseStartArguments(argv, here)).toEqual({ ok: false, reason });
  });
});

describe('parseTestArguments', () => {
  it.each([
    [[], true, true],
    [['--unit'], true, false],
    [['--journeys'], false, true],
    [['--unit', '--journeys'], true, true],
  ])('%j', (argv, unit, journeys) => {
    expect(parseTestArguments(argv)).toEqual({ ok: true, value: { unit, journeys, help: false } });
  });

  it('refuses what it does not know', () => {
    expect(parseTestArguments(['--watch'])).toEqual({ ok: false, reason: 'Unknown: --watch' });
  });
});

describe('callersFolder', () => {
  const env = { INIT_CWD: here, npm_lifecycle_event: 'cli' };

  it('is where npm was called from, for the script npm started', () => {
    expect(callersFolder(env, '/program', '/program', 'cli')).toBe(here);
  });

  it('is the current folder below another script, elsewhere, or without npm', () => {
    expect(callersFolder({ ...env, npm_lifecycle_event: 'test' }, '/program', '/program', 'cli')).toBe('/program');
    expect(callersFolder(env, '/tmp', '/program', 'cli')).toBe('/tmp');
    expect(callersFolder({}, '/tmp', '/program', 'cli')).toBe('/tmp');
  });
});
