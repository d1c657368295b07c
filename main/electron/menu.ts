import { acceleratorOf } from '#domain/commands/chord.ts';
import type { CommandId } from '#domain/commands/command-list.ts';
import { createKeymap } from '#domain/commands/keymap.ts';
import type { MenuCommand } from '#domain/contract/event.ts';
import type { Session } from '#domain/contract/session.ts';
import { menuLabels } from '#domain/languages/menu.ts';
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Host } from '../host/host.ts';

const mac = process.platform === 'darwin';

/** The native menu, made anew whenever the language or a key changes. Its commands are carried out by the page. */
export function buildMenu(host: Host, window: () => BrowserWindow | null): void {
  let shown = '';
  const refresh = async () => {
    const answer = await host.send('session.get', {});
    if (!answer.ok) return;
    const { language = 'zh-Hant', shortcuts = {} } = (answer.value as Session).preferences;
    const wanted = JSON.stringify([language, shortcuts]);
    if (wanted === shown) return;
    shown = wanted;
    const keymap = createKeymap(shortcuts, mac);
    const acceleratorFor = (id: CommandId) => {
      const [chord] = keymap.keysOf(id);
      return chord === undefined ? null : acceleratorOf(chord);
    };
    const choose = (command: MenuCommand) => {
      window()?.webContents.send('jianzhu', { event: 'menu.chosen', command });
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(language, choose, acceleratorFor)));
  };
  const told = host.onEvent;
  host.onEvent = (event) => {
    told(event);
    if (event.event === 'session.changed') void refresh();
  };
  void refresh();
}

function template(
  language: 'zh-Hant' | 'zh-Hans' | 'en',
  choose: (command: MenuCommand) => void,
  acceleratorFor: (id: CommandId) => string | null,
): MenuItemConstructorOptions[] {
  const labels = menuLabels(language);
  const item = (label: string, command: MenuCommand, id?: CommandId): MenuItemConstructorOptions => {
    const accelerator = id === undefined ? null : acceleratorFor(id);
    return {
      label,
      click: () => choose(command),
      // The page hears its own keys, so that a text field keeps its own undo; the menu only shows them.
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    };
  };
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: labels.file,
      submenu: [
        item(labels.newCorpus, 'new-corpus'),
        item(labels.openCorpus, 'open-corpus'),
        { type: 'separator' },
        item(labels.import, 'import', 'importFiles'),
        item(labels.importProject, 'import-project', 'importProject'),
        { type: 'separator' },
        item(labels.exportReport, 'export-report', 'exportReport'),
        item(labels.exportCorpus, 'export-corpus', 'exportCorpus'),
        { type: 'separator' },
        item(labels.backups, 'backups', 'backups'),
        item(labels.settings, 'settings', 'settings'),
        { type: 'separator' },
        mac ? { role: 'close', label: labels.close } : { role: 'quit', label: labels.quit },
      ],
    },
    {
      label: labels.edit,
      submenu: [
        item(labels.undo, 'undo', 'undo'),
        item(labels.redo, 'redo', 'redo'),
        { type: 'separator' },
        { role: 'cut', label: labels.cut },
        { role: 'copy', label: labels.copy },
        { role: 'paste', label: labels.paste },
        { role: 'selectAll', label: labels.selectAll },
      ],
    },
    {
      label: labels.view,
      submenu: [
        { role: 'zoomIn', label: labels.zoomIn },
        { role: 'zoomOut', label: labels.zoomOut },
        { role: 'resetZoom', label: labels.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: labels.fullScreen },
      ],
    },
    { label: labels.help, submenu: [item(labels.shortcuts, 'shortcuts', 'help')] },
  ];
}
