import type { Bridge, HostEvent } from '#domain/contract/event.ts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

const bridge: Bridge = {
  send: (operation, input) => ipcRenderer.invoke('jianzhu', { kind: 'call', operation, input }),
  listen(hear) {
    const pass = (_event: unknown, told: HostEvent) => hear(told);
    ipcRenderer.on('jianzhu', pass);
    return () => {
      ipcRenderer.off('jianzhu', pass);
    };
  },
  // The page hands over a File that the person chose; only this side learns its path, and gives back a grant.
  async pathOf(file) {
    const path = webUtils.getPathForFile(file);
    return path === '' ? null : ((await ipcRenderer.invoke('jianzhu', { kind: 'file', path })) as string | null);
  },
};

contextBridge.exposeInMainWorld('jianzhu', bridge);
