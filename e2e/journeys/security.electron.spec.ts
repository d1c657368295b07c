import { expect, test } from '../fixtures/workbench.ts';
import { built } from '../fixtures/program.ts';
import { startWithArticle } from '../steps/corpus.ts';

test('the page goes nowhere, opens nothing, and is given no permission', async ({ workbench }) => {
  await startWithArticle(workbench);
  const { page } = workbench;
  const before = page.url();
  const tried = await page.evaluate(async () => {
    const opened = window.open('https://example.invalid/', '_blank');
    const link = Object.assign(document.createElement('a'), { href: 'https://example.invalid/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
    const asked = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const permissions = await Promise.all(
      asked.map(async (name) => {
        try {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return state;
        } catch {
          return 'denied';
        }
      }),
    );
    const refused = (act: () => Promise<unknown>) =>
      act().then(
        () => 'granted',
        () => 'refused',
      );
    return {
      opened: opened === null,
      permissions: [...new Set(permissions)],
      notification: await Notification.requestPermission(),
      location: await refused(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail, { timeout: 3000 })),
      ),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
    };
  });
  expect(tried).toEqual({
    opened: true,
    permissions: ['denied'],
    notification: 'denied',
    location: 'refused',
    camera: 'refused',
    screen: 'refused',
  });
  await page.evaluate(() => {
    window.location.href = 'https://example.invalid/';
  });
  await page.evaluate(() => {
    window.location.href = 'file:///etc/passwd';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  const windows = await workbench.electron.application.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);
  workbench.forgetAttempts();
});

test('windows are sandboxed, isolated and without Node, and the preload gives three functions', async ({
  workbench,
}) => {
  await workbench.start();
  const given = await workbench.page.evaluate(() => Object.keys(window.jianzhu ?? {}).toSorted());
  expect(given).toEqual(['listen', 'pathOf', 'send']);
  const preferences = await workbench.electron.application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences.webviewTag ?? false).toBe(false);
});

test('nothing outside the folder of the page is served', async ({ workbench }) => {
  await workbench.start();
  const { application } = workbench.electron;
  const paths = [
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/%2e%2e%2fmain%2felectron.js',
    '/..%2fpreload%2findex.cjs',
    '/%2fetc%2fpasswd',
    '/index.html%00.js',
    '/%',
    '/nothing.js',
    '/assets/',
    '/',
  ];
  const answers = await application.evaluate(
    async ({ session }, paths) =>
      await Promise.all(
        paths.map(async (path) => {
          const response = await session.defaultSession.fetch(`app://jianzhu${path}`);
          return [path, response.status, (await response.text()).slice(0, 15).toLowerCase()] as const;
        }),
      ),
    paths,
  );
  for (const [path, status, begin] of answers) {
    if (path === '/') expect([status, begin]).toEqual([200, '<!doctype html>']);
    else expect([path, status]).toEqual([path, 404]);
  }
  const elsewhere = await application.evaluate(async ({ session }) => {
    try {
      return (await session.defaultSession.fetch('app://elsewhere/index.html')).status;
    } catch {
      return 'refused';
    }
  });
  expect([404, 'refused']).toContain(elsewhere);
});

test('a page that is not the program is not answered, even with its preload', async ({ workbench }) => {
  await startWithArticle(workbench);
  const answers = await workbench.electron.application.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('data:text/html,<p>elsewhere</p>');
    const asked = await window.webContents.executeJavaScript(
      `Promise.all([
        window.jianzhu.send('article.list', {}),
        window.jianzhu.send('coder.identify', { id: '01932f6e-0000-7000-8000-000000000001', name: 'x' }),
        window.jianzhu.pathOf(new File(['x'], 'x.txt')),
      ])`,
    );
    window.destroy();
    return asked as [{ ok: boolean; error?: { code: string } }, { ok: boolean; error?: { code: string } }, unknown];
  }, built.preload);
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'invalid', details: { reason: 'bad-input' } } });
  expect(answers[1]).toMatchObject({ ok: false, error: { code: 'invalid', details: { reason: 'bad-input' } } });
  expect(typeof answers[2]).not.toBe('string');
  expect((await workbench.ask('session.get', {})).coder?.name).not.toBe('x');
});
