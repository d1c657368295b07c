import type { MenuCommand } from '#domain/contract/event.ts';
import type { Session } from '#domain/contract/session.ts';
import { menuLabels } from '#domain/languages/menu.ts';
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Host } from '../host/host.ts';

/** The native menu, made anew whenever the language changes. Its commands are carried out by the page. */
export function buildMenu(host: Host, window: () => BrowserWindow | null): void {
  let language: string | null = null;
  const refresh = async () => {
    const answer = await host.send('session.get', {});
    if (!answer.ok) return;
    const wanted = (answer.value as Session).preferences.language ?? 'zh-Hant';
    if (wanted === language) return;
    language = wanted;
    const choose = (command: MenuCommand) => {
      window()?.webContents.send('jianzhu', { event: 'menu.chosen', command });
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(wanted, choose)));
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
): MenuItemConstructorOptions[] {
  const labels = menuLabels(language);
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => choose(command),
    // The page hears its own keys, so that a text field keeps its own undo; the menu only shows them.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const mac = process.platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: labels.file,
      submenu: [
        item(labels.newCorpus, 'new-corpus'),
        item(labels.openCorpus, 'open-corpus'),
        { type: 'separator' },
        item(labels.import, 'import'),
        item(labels.exportReport, 'export-report'),
        { type: 'separator' },
        item(labels.backups, 'backups'),
        item(labels.settings, 'settings'),
        { type: 'separator' },
        mac ? { role: 'close', label: labels.close } : { role: 'quit', label: labels.quit },
      ],
    },
    {
      label: labels.edit,
      submenu: [
        item(labels.undo, 'undo', 'CmdOrCtrl+Z'),
        item(labels.redo, 'redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
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
    { label: labels.help, submenu: [item(labels.shortcuts, 'shortcuts')] },
  ];
}
