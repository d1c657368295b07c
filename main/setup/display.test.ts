import { expect, it } from 'vitest';
import { resolveDisplay } from './display.mjs';

it('needs nothing on macOS and Windows', () => {
  expect(resolveDisplay('darwin', {})).toEqual({ ok: true });
  expect(resolveDisplay('win32', {})).toEqual({ ok: true });
});

it('needs an X or a Wayland display elsewhere', () => {
  expect(resolveDisplay('linux', { DISPLAY: ':0' })).toEqual({ ok: true });
  expect(resolveDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual({ ok: true });
  expect(resolveDisplay('linux', { DISPLAY: '' })).toMatchObject({ ok: false });
  expect(resolveDisplay('freebsd', {})).toMatchObject({ ok: false });
});
