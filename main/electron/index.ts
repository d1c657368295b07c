import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog, session } from 'electron';
import { dataFolder } from '../host/data-folder.ts';
import { Host } from '../host/host.ts';
import { answerPages } from './bridge.ts';
import { systemDialogs } from './dialogs.ts';
import { buildMenu } from './menu.ts';
import { declareScheme, hardenSession, servePage } from './page-protocol.ts';
import { openWindow } from './window.ts';

/** The corpus named on a command line of the program, or null. */
function corpusNamed(argv: string[], folder: string): string | null {
  const { values } = parseArgs({
    args: argv,
    options: { corpus: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return typeof values.corpus === 'string' ? resolve(folder, values.corpus) : null;
}

// Forced on, it would keep child processes from starting where root has to do without.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const data = dataFolder();
app.setPath('userData', join(data, 'electron'));
declareScheme();

if (!app.requestSingleInstanceLock()) {
  console.log('Jianzhu is open already; its window was brought forward.');
  app.quit();
} else {
  run();
}

function run(): void {
  let window: BrowserWindow | null = null;
  let ended = false;
  const host = new Host(data, {
    kind: 'electron',
    dialogs: systemDialogs(() => window),
    addressOf: null,
  });

  app.on('second-instance', (_event, argv, folder) => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    const corpus = corpusNamed(argv, folder);
    if (corpus !== null && existsSync(corpus))
      void host
        .openFile(corpus)
        .catch((error: unknown) =>
          dialog.showErrorBox('Jianzhu', error instanceof Error ? error.message : String(error)),
        );
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void host.close().finally(() => {
      ended = true;
      app.quit();
    });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (navigation) => navigation.preventDefault());
    contents.on('will-attach-webview', (attaching) => attaching.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });

  // Never awaited at the top level: 'ready' comes only after this module has loaded.
  void app.whenReady().then(async () => {
    hardenSession(session.defaultSession);
    servePage(session.defaultSession);
    answerPages(host, () => window);
    // The page loads while the corpus is opened; its first question waits for neither.
    const started = host.start(corpusNamed(process.argv, process.cwd()));
    buildMenu(host, () => window);
    await started;
    window = openWindow(data);
    window.on('closed', () => {
      window = null;
    });
  });
}
