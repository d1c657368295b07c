import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { projectRoot } from '../host/resource.ts';
import { PAGE_ORIGIN } from './page-protocol.ts';

const DEFAULT = { width: 1440, height: 920 };

/** Opens the window where it was, if that is still on a screen. */
export function openWindow(data: string): BrowserWindow {
  const kept = join(data, 'window.json');
  const window = new BrowserWindow({
    ...(readBounds(kept) ?? DEFAULT),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Jianzhu 箋注',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1916' : '#faf6ee',
    webPreferences: {
      preload: join(projectRoot(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    try {
      writeFileSync(kept, JSON.stringify(window.getNormalBounds()));
    } catch (error) {
      // A place that cannot be kept must not stop the window from closing.
      console.error('the place of the window was not kept:', error);
    }
  });
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
}

function readBounds(file: string): Rectangle | null {
  try {
    const bounds = JSON.parse(readFileSync(file, 'utf8')) as Rectangle;
    if (![bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isInteger)) return null;
    const area = screen.getDisplayMatching(bounds).workArea;
    const visible =
      bounds.x < area.x + area.width - 80 &&
      bounds.x + bounds.width > area.x + 80 &&
      bounds.y >= area.y - 40 &&
      bounds.y < area.y + area.height - 80;
    return visible ? bounds : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
