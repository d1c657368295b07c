import { expect, it } from 'vitest';
import { whyNotStarted } from './electron-outcome.mjs';

const ended = { status: 0, signal: null, output: '', milliseconds: 300, stopped: false };

it.each([
  [
    {
      status: 127,
      output: 'electron: error while loading shared libraries: libnss3.so: cannot open shared object file',
    },
    'Electron could not start: the system lacks libnss3.so',
  ],
  [
    { status: 1, output: 'ERROR:ozone_platform_x11.cc(246)] Missing X server or $DISPLAY' },
    'Electron could not start: the display does not answer',
  ],
  [
    {
      status: 133,
      signal: 'SIGTRAP',
      output: 'FATAL: The SUID sandbox helper binary was found, but is not configured',
    },
    'Electron could not start: the system does not allow its sandbox',
  ],
  [{ status: 139, signal: 'SIGSEGV' }, 'Electron could not start (SIGSEGV)'],
  [{ status: 127 }, 'Electron could not start (status 127)'],
])('%j never showed a window', (outcome, reason) => {
  expect(whyNotStarted({ ...ended, ...outcome })).toBe(reason);
});

it.each([
  [{}],
  [{ status: 1, output: 'This file is no corpus.' }],
  [{ status: 2, output: 'Usage: …' }],
  [{ status: 139, signal: 'SIGSEGV', milliseconds: 5001 }],
  [{ status: 143, signal: 'SIGTERM', stopped: true }],
])('%j is an answer of the program', (outcome) => {
  expect(whyNotStarted({ ...ended, ...outcome })).toBeNull();
});
