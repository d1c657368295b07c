import { join } from 'node:path';
import { callersFolder } from './arguments.mjs';
import { prepare, ROOT, sayOnStderr } from './environment.mjs';
import { runInForeground } from './run.mjs';

// A script that reads our stderr wants the command's own words; a person wants to know why it takes a minute.
const ready = await prepare(process.stderr.isTTY ? sayOnStderr : () => {});
if (ready.ok) {
  const outcome = await runInForeground(ready.node, [join(ROOT, 'out/main/cli.js'), ...process.argv.slice(2)], {
    cwd: callersFolder(process.env, process.cwd(), ROOT, 'cli'),
    env: ready.env,
  });
  process.exitCode = outcome.status;
} else {
  sayOnStderr(ready.reason);
  process.exitCode = 1;
}
