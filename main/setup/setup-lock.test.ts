import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.mjs';
import { isLeftBehind, withSetupLock } from './setup-lock.mjs';

const alive = () => true;
const dead = () => false;

describe('isLeftBehind', () => {
  it('is, when its process is gone from this machine', () => {
    expect(isLeftBehind({ text: '41 desk 0', age: 10 }, 'desk', dead)).toBe(true);
    expect(isLeftBehind({ text: '41 desk 0', age: 10 }, 'desk', alive)).toBe(false);
  });

  it('knows processes of another machine by their heartbeat only', () => {
    expect(isLeftBehind({ text: '41 shelf 0', age: 10 }, 'desk', dead)).toBe(false);
    expect(isLeftBehind({ text: '41 shelf 0', age: 31_000 }, 'desk', alive)).toBe(true);
  });

  it('gives a lock that is being written time', () => {
    expect(isLeftBehind({ text: '', age: 10 }, 'desk', dead)).toBe(false);
    expect(isLeftBehind({ text: '', age: 31_000 }, 'desk', dead)).toBe(true);
  });
});

describe('withSetupLock', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jianzhu-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one action run at a time and leaves nothing behind', async () => {
    const path = join(folder, 'out', 'lock');
    let running = 0;
    let most = 0;
    const action = async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(20);
      running -= 1;
      return running;
    };
    await Promise.all([1, 2, 3, 4].map(() => withSetupLock(path, action)));
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('is given back when the action throws', async () => {
    const path = join(folder, 'lock');
    await expect(withSetupLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withSetupLock(path, () => Promise.resolve('yes'))).toBe('yes');
  });

  it('is taken from a process that was killed, by one of several waiting processes at a time', async () => {
    const path = join(folder, 'lock');
    const log = join(folder, 'log');
    const killed = await run(process.execPath, ['-e', 'console.log(process.pid)']);
    writeFileSync(path, `${killed.output.trim()} ${hostname()} 0`);
    writeFileSync(log, '');
    const module = new URL('./setup-lock.mjs', import.meta.url).href;
    const script = `
      import { appendFileSync } from 'node:fs';
      import { setTimeout as pause } from 'node:timers/promises';
      import { withSetupLock } from ${JSON.stringify(module)};
      await withSetupLock(${JSON.stringify(path)}, async () => {
        appendFileSync(${JSON.stringify(log)}, '(');
        await pause(30);
        appendFileSync(${JSON.stringify(log)}, ')');
      });`;
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script])),
    );
    expect(outcomes.map(({ status, output }) => `${status}${output}`)).toEqual(['0', '0', '0', '0']);
    expect(readFileSync(log, 'utf8')).toBe('()()()()');
  });

  it('is taken from another machine whose heartbeat stopped', async () => {
    const path = join(folder, 'lock');
    writeFileSync(path, '1 elsewhere 0');
    utimesSync(path, new Date(0), new Date(0));
    expect(await withSetupLock(path, () => Promise.resolve('mine'))).toBe('mine');
  });
});
