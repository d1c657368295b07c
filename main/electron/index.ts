import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog, session } from 'electron';
import { dataFolder } from '../host/data-folder.ts';
import { Host } from '../host/host.ts';
import { answerPages } from './bridge.ts';
import { systemDialogs } from './dialogs.ts';
import { buildMenu } from './menu.ts';
import { declareScheme, hardenSession, servePage } from './page-protocol.ts';
import { printPage } from './print-page.ts';
import { openWindow } from './window.ts';

/** Chromium's own folder; where the program's cannot be written the window still has to open, to say so. */
function chromiumFolder(): string {
  const folder = join(data, 'electron');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return mkdtempSync(join(tmpdir(), 'jianzhu-'));
  }
}

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
app.setPath('userData', chromiumFolder());
declareScheme();

const named = corpusNamed(process.argv, process.cwd());
// Handed over as it is: Chromium puts the command line of a second start into an order of its own.
if (!app.requestSingleInstanceLock({ corpus: named })) {
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
    printer: printPage,
  });

  app.on('second-instance', (_event, _argv, _folder, handed) => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    const { corpus } = handed as { corpus: string | null };
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
  void app.whenReady().then(() => {
    hardenSession(session.defaultSession);
    servePage(session.defaultSession);
    answerPages(host, () => window);
    // The page loads while the corpus is opened.
    void host.start(named);
    buildMenu(host, () => window);
    window = openWindow(data);
    window.on('closed', () => {
      window = null;
    });
  });
}
