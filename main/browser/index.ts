import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../host/data-folder.ts';
import { Host } from '../host/host.ts';
import { installedPrinter } from '../host/installed-chromium.ts';
import { serveBrowser } from './server.ts';

const USAGE = 'usage: npm start -- --browser [--corpus FILE] [--port NUMBER] [--no-open]';

function options() {
  try {
    const { values } = parseArgs({
      options: { corpus: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
      strict: true,
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`${values.port} is no port`);
    return { corpus: values.corpus, port, open: values['no-open'] !== true };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

const { corpus, port, open } = options();
const host = new Host(dataFolder(), {
  kind: 'browser',
  dialogs: null,
  addressOf: (file) => `/file/${file}`,
  printer: installedPrinter(process.env),
});
await host.start(corpus === undefined ? null : resolve(corpus));
const server = await serveBrowser(host, port);
console.log(`Jianzhu: ${server.address}`);
if (open) openAddress(server.address);

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  void Promise.allSettled([server.close(), host.close()]).then(() => process.exit(0));
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);

function openAddress(address: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '""', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('Open this address in your browser.'));
  child.unref();
}
