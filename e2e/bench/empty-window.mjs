import { app, BrowserWindow } from 'electron';

// The peer of the start: a window with an empty page and nothing else. Never awaited at the top level.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 920 });
  return window.loadURL('data:text/html,<main>empty</main>');
});
app.on('window-all-closed', () => app.quit());
