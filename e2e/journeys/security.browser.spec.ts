import { request } from 'node:http';
import { serveProgram } from '../fixtures/browser-host.ts';
import { expect, test } from '../fixtures/workbench.ts';

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends exactly this: neither path nor headers are tidied up. */
function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (response.headers['content-type']?.startsWith('text/event-stream')) response.destroy();
      });
      response.on('close', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('the token is good once, and without its cookie nothing is answered', async ({ workbench }) => {
  const program = await serveProgram({ dataFolder: workbench.dataFolder, corpusFile: null });
  try {
    const { origin, search } = new URL(program.address);
    const call = JSON.stringify({ operation: 'session.get', input: {} });
    const own = { origin, 'content-type': 'application/json' };
    expect((await ask(origin, '/')).status).toBe(401);
    expect((await ask(origin, '/?token=wrong')).status).toBe(403);
    expect((await ask(origin, '/send', own, 'POST', call)).status).toBe(401);

    const first = await ask(origin, `/${search}`);
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    const [setCookie = ''] = [first.headers['set-cookie'] ?? []].flat();
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Strict/);
    const cookie = setCookie.split(';')[0] ?? '';
    expect((await ask(origin, `/${search}`)).status).toBe(403);

    const page = await ask(origin, '/', { cookie });
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await ask(origin, '/send', { ...own, cookie }, 'POST', call)).status).toBe(200);
    expect((await ask(origin, '/events', { cookie })).status).toBe(200);

    const foreign = { cookie, 'content-type': 'application/json' };
    for (const headers of [
      { ...foreign, origin: 'https://example.invalid' },
      { ...foreign, origin: 'null' },
      { ...foreign, origin: origin.replace('127.0.0.1', 'localhost') },
      { ...foreign, 'sec-fetch-site': 'cross-site' },
      { ...foreign, 'sec-fetch-site': 'same-site' },
      foreign,
    ]) {
      expect((await ask(origin, '/send', headers, 'POST', call)).status, JSON.stringify(headers)).toBe(403);
    }
    expect((await ask(origin, '/', { cookie, host: 'example.invalid' })).status).toBe(421);
    expect((await ask(origin, '/', { cookie, host: `localhost:${new URL(origin).port}` })).status).toBe(421);
    // A path that reads as the address of another host.
    expect((await ask(origin, '//etc/passwd', { cookie })).status).toBe(421);
    expect((await ask(origin, '/events', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);

    for (const path of [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2fmain%2fbrowser.js',
      '/index.html%00.js',
      '/%',
      '/file/..%2f..%2fpreferences.json',
      '/file/%00',
      '/assets/',
    ]) {
      const { status, body } = await ask(origin, path, { cookie });
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain('jianzhu"');
    }
    expect((await ask(origin, '/send', { ...own, cookie }, 'DELETE')).status).toBe(405);
  } finally {
    await program.close();
  }
});

test('a reload keeps her signed in, and the token is gone from the address', async ({ workbench }) => {
  const page = await workbench.start();
  expect(page.url()).not.toContain('token');
  await page.reload();
  expect((await workbench.send('session.get', {})).ok).toBe(true);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
