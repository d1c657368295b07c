/**
 * Whether a window can be shown.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ok: true } | { ok: false, reason: string }}
 */
export function resolveDisplay(platform, env) {
  if (platform === 'darwin' || platform === 'win32') return { ok: true };
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return { ok: true };
  return { ok: false, reason: 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)' };
}
