import { join } from 'node:path';
import { resolveBrowser } from './browser-binary.mjs';
import { ensureHanFont } from './debian.mjs';
import { prepare, ROOT, sayOnStderr } from './environment.mjs';
import { runInForeground } from './run.mjs';

/** @returns {Promise<number>} exit status */
async function bench() {
  const ready = await prepare(sayOnStderr);
  if (!ready.ok) {
    sayOnStderr(ready.reason);
    return 1;
  }
  const browser = await resolveBrowser(ROOT, ready.node, ready.env, sayOnStderr);
  if (!browser.ok) {
    sayOnStderr(`The bench needs a browser: ${browser.reason}.`);
    return 1;
  }
  await ensureHanFont(ROOT, sayOnStderr);
  const outcome = await runInForeground(ready.node, [join(ROOT, 'e2e/bench/run.ts'), ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...ready.env, JIANZHU_CHROMIUM: browser.binary },
  });
  return outcome.status;
}

process.exitCode = await bench();
