import { prepare, sayOnStderr } from './environment.mjs';

const ready = await prepare(sayOnStderr);
if (!ready.ok) {
  sayOnStderr(ready.reason);
  process.exitCode = 1;
}
