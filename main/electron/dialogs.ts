import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { HostShell } from '../host/host.ts';

const corpora = [{ name: 'Jianzhu', extensions: ['jianzhu'] }];

const exchangeFiles = [{ name: 'REFI-QDA, JSON-LD', extensions: ['qdpx', 'qdc', 'jsonld', 'json'] }];

/** The open and save dialogs of the system, over the window. */
export function systemDialogs(window: () => BrowserWindow | null): NonNullable<HostShell['dialogs']> {
  const open = async (options: OpenDialogOptions) => {
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  };
  const save = async (options: SaveDialogOptions) => {
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return canceled || filePath === '' ? null : filePath;
  };
  return {
    async open(purpose, suggestedName) {
      if (purpose === 'open-corpus') return await open({ properties: ['openFile'], filters: corpora });
      if (purpose === 'import-files') return await open({ properties: ['openFile', 'multiSelections'] });
      if (purpose === 'exchange-file') return await open({ properties: ['openFile'], filters: exchangeFiles });
      if (purpose === 'import-folder') return await open({ properties: ['openDirectory'] });
      const path = await save({ defaultPath: `${suggestedName}.jianzhu`, filters: corpora });
      return path === null ? [] : [path];
    },
    save: (name) => save({ defaultPath: name }),
  };
}
