import { Host } from '../../main/host/host.ts';

// usage: node import-host.ts DATA_FOLDER FOLDER; imports the folder and prints a line of JSON with the memory taken at most.
const [data, folder] = process.argv.slice(2);
if (data === undefined || folder === undefined) throw new TypeError('usage: import-host.ts DATA_FOLDER FOLDER');
const host = new Host(data, { kind: 'command-line', dialogs: null, addressOf: null });
await host.send('coder.identify', { id: crypto.randomUUID(), name: 'bench' });
await host.send('corpus.create', { name: 'bench' });
const ended = new Promise<string>((resolve) => {
  host.onEvent = (event) => {
    if (event.event === 'job.changed' && event.job.state !== 'running') resolve(event.job.state);
  };
});
const started = await host.send('article.import', { sources: [{ grant: host.grants.issue(folder).grant }] });
if (!started.ok) throw new Error(started.error.message);
const state = await ended;
if (state !== 'done') throw new Error(`the import is ${state}`);
// Kilobytes, on Linux and Windows; bytes on macOS.
const peak = process.resourceUsage().maxRSS / (process.platform === 'darwin' ? 1024 * 1024 : 1024);
console.log(JSON.stringify({ megabytes: Math.round(peak) }));
await host.close();
