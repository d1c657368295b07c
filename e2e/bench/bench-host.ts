import { Host } from '../../main/host/host.ts';
import { serveBrowser } from '../../main/browser/server.ts';

// usage: node bench-host.ts DATA_FOLDER [FOLDER_TO_IMPORT]; prints one line of JSON with the address and a grant.
const [data, folder] = process.argv.slice(2);
if (data === undefined) throw new TypeError('DATA_FOLDER is missing');
const host = new Host(data, { kind: 'browser', dialogs: null, addressOf: (file) => `/file/${file}` });
const coder = await host.send('coder.identify', { id: crypto.randomUUID(), name: 'bench' });
const corpus = await host.send('corpus.create', { name: 'bench' });
if (!coder.ok || !corpus.ok) throw new Error(JSON.stringify([coder, corpus]));
const { address } = await serveBrowser(host, 0);
console.log(JSON.stringify({ address, grant: folder === undefined ? null : host.grants.issue(folder).grant }));
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)));
