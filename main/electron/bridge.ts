import { isAbsolute } from 'node:path';
import { Refusal, refuse } from '#domain/contract/answer.ts';
import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type { Host } from '../host/host.ts';
import { PAGE_ORIGIN } from './page-protocol.ts';

const CHANNEL = 'jianzhu';

type Message = { kind: 'call'; operation: unknown; input: unknown } | { kind: 'file'; path: string };

/** One channel for questions and one for events; a message counts only from the top frame of the program's own page. */
export function answerPages(host: Host, window: () => BrowserWindow | null): void {
  ipcMain.handle(CHANNEL, async (event, message: unknown) => {
    if (!isOwnPage(event.senderFrame))
      return refuse(new Refusal('invalid', 'bad-input', 'Only the page of the program may ask.'));
    if (!isMessage(message)) return refuse(new Refusal('invalid', 'bad-input', 'This is no message of the program.'));
    if (message.kind === 'file') return isAbsolute(message.path) ? host.grants.issue(message.path).grant : null;
    return await host.send(message.operation, message.input);
  });
  const told = host.onEvent;
  host.onEvent = (event) => {
    told(event);
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(CHANNEL, event);
  };
}

function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${PAGE_ORIGIN}/`);
}

function isMessage(message: unknown): message is Message {
  if (message === null || typeof message !== 'object' || !('kind' in message)) return false;
  return message.kind === 'call' || (message.kind === 'file' && 'path' in message && typeof message.path === 'string');
}
