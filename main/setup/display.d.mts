/**
 * Whether a window can be shown.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ok: true } | { ok: false, reason: string }}
 */
export declare function resolveDisplay(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
):
  | {
      ok: true;
    }
  | {
      ok: false;
      reason: string;
    };
