import { readFile } from 'node:fs/promises';
import { BrowserWindow, type Session, session } from 'electron';
import type { Printer } from '../host/printer.ts';

const PAGE = 'app://print/page.html';
/** From this Chromium on the page's own style sheet numbers the pages. */
const NUMBERS_ITSELF = 131;
const FOOTER =
  '<div style="width:100%;text-align:center;font:8px sans-serif;color:#6a6254"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** Prints a page to PDF in a hidden window of its own: sandboxed, without scripts, network or anything kept. */
export const printPage: Printer = async (file, stop) => {
  const html = await readFile(file);
  const own = session.fromPartition(`print-${crypto.randomUUID()}`, { cache: false });
  serveOnly(own, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  // What waits on a window that is gone may never be answered.
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.addEventListener('abort', () => reject(new Error('The printing was stopped.')), { once: true });
  });
  try {
    stop.throwIfAborted();
    return await Promise.race([stopped, printed(window)]);
  } finally {
    window.destroy();
  }
};

async function printed(window: BrowserWindow): Promise<Uint8Array> {
  await window.loadURL(PAGE);
  const numbered = Number.parseInt(process.versions.chrome ?? '', 10) >= NUMBERS_ITSELF;
  return await window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    ...(numbered ? {} : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: FOOTER }),
  });
}

function serveOnly(own: Session, html: Uint8Array): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== PAGE && !url.startsWith('data:') }));
  own.protocol.handle(
    'app',
    () => new Response(Buffer.from(html), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
}
