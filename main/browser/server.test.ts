import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '#domain/contract/answer.ts';
import { contract } from '#domain/contract/index.ts';
import { held, TestHost, until } from '../host/hosted-corpus.ts';
import { hostileCalls, lostInJson } from '../host/hostile-inputs.ts';
import { projectRoot } from '../host/resource.ts';
import { type BrowserServer, serveBrowser } from './server.ts';

let lin: TestHost;
let server: BrowserServer;
let origin: string;
let token: string;
let cookie: string;
let articleId: string;

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Wanted {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

function open(path: string, { method = 'GET', headers = {} }: Wanted): ClientRequest {
  const { hostname, port } = new URL(origin);
  return httpRequest({ hostname, port, path, method, headers, agent: false });
}

async function reply(path: string, wanted: Wanted = {}): Promise<Reply> {
  const request = open(path, wanted);
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
  request.end(wanted.body);
  const found = await response;
  return { status: found.statusCode ?? 0, headers: found.headers, body: await textOf(found) };
}

const asPage = () => ({ cookie, origin, 'content-type': 'application/json' });

async function post(body: string | Buffer, path = '/send'): Promise<Answer<unknown>> {
  const { status, body: answered } = await reply(path, { method: 'POST', headers: asPage(), body });
  expect(status).toBe(200);
  return JSON.parse(answered) as Answer<unknown>;
}

async function send(operation: string, input: unknown): Promise<Answer<unknown>> {
  return held(operation, await post(JSON.stringify({ operation, input })));
}

beforeAll(async () => {
  lin = await TestHost.make();
  articleId = await lin.importText('瀏覽器裡的文章。𠮷');
  await lin.annotate(articleId, '文章');
  server = await serveBrowser(lin.host, 0);
  const address = new URL(server.address);
  ({ origin } = address);
  token = address.searchParams.get('token') ?? '';
});
afterAll(async () => {
  await server.close();
  await lin[Symbol.asyncDispose]();
});

describe('the way in', () => {
  test('without the token there is nothing: no page, no answer, no events', async () => {
    for (const path of [
      '/',
      '/index.html',
      '/events',
      '/file/x',
      '/?token=',
      `/?token=${token.slice(0, -1)}`,
      `/?token=${token}x`,
      '/?token=__proto__',
    ]) {
      const { status, headers } = await reply(path);
      expect([401, 403]).toContain(status);
      expect(headers['set-cookie']).toBeUndefined();
    }
    const call = { method: 'POST', headers: { origin }, body: '{"operation":"session.get"}' };
    expect((await reply('/send', call)).status).toBe(401);
    expect((await reply('/upload?name=x', call)).status).toBe(401);
    expect((await reply('/send', { ...call, headers: { origin, cookie: 'jianzhu=' } })).status).toBe(401);
    expect((await reply('/send', { ...call, headers: { origin, cookie: `jianzhu=${token}` } })).status).toBe(401);
  });

  test('with another host in its name the token is not even looked at', async () => {
    const { port } = new URL(origin);
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`, `127.0.0.1`, `127.0.0.1:1`])
      expect((await reply(`/?token=${token}`, { headers: { host } })).status).toBe(421);
  });

  test('the token is exchanged once for a cookie that scripts cannot read and other sites cannot send', async () => {
    const first = await reply(`/?token=${token}`);
    expect(first).toMatchObject({
      status: 303,
      headers: { location: '/', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    });
    const [set, ...more] = first.headers['set-cookie'] ?? [];
    expect(more).toEqual([]);
    const [pair, ...flags] = (set ?? '').split('; ');
    expect(flags.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expect(pair).toMatch(/^jianzhu=[\w-]{32}$/);
    expect(pair).not.toContain(token);
    cookie = pair ?? '';
    expect((await reply(`/?token=${token}`)).status).toBe(403);
    expect(await send('session.get', {})).toMatchObject({ ok: true, value: { host: 'browser' } });
    // Whoever has the cookie may come by the printed address again.
    expect((await reply(`/?token=${token}`, { headers: { cookie } })).status).toBe(303);
  });
});

describe('other sites', () => {
  const body = '{"operation":"session.get","input":{}}';
  test.each<[string, Record<string, string>, number]>([
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['no origin at all', { origin: 'null' }, 403],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['the same name with https', { origin: 'https://127.0.0.1' }, 403],
    ['neither origin nor site', {}, 403],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a site beside', { 'sec-fetch-site': 'same-site' }, 403],
    ['a request of its own', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('a call with the cookie and %s', async (_what, headers, status) => {
    expect((await reply('/send', { method: 'POST', headers: { cookie, ...headers }, body })).status).toBe(status);
  });

  test.each<[string, number]>([
    ['cross-site', 403],
    ['same-site', 403],
    ['none', 200],
    ['same-origin', 200],
  ])('events and files asked for by %s', async (site, status) => {
    const request = open('/events', { headers: { cookie, 'sec-fetch-site': site } });
    const response = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve).end());
    expect(response.statusCode).toBe(status);
    request.destroy();
    const { port } = new URL(origin);
    expect((await reply('/', { headers: { cookie, host: `evil.example:${port}` } })).status).toBe(421);
  });

  test('no answer lets another site read it', async () => {
    const { headers } = await reply('/send', { method: 'POST', headers: asPage(), body });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    const preflight = await reply('/send', { method: 'OPTIONS', headers: { cookie, origin: 'https://evil.example' } });
    expect(preflight.status).toBe(403);
  });
});

describe('files of the page', () => {
  const page = join(projectRoot(), 'out', 'renderer');
  const made = join(page, 'server-test.html');
  beforeAll(() => {
    mkdirSync(page, { recursive: true });
    writeFileSync(made, '<!doctype html>');
  });
  afterAll(() => rmSync(made));

  test('come with a strict policy', async () => {
    const { status, headers } = await reply('/server-test.html', { headers: { cookie } });
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect((await reply('/server-test.html', { method: 'HEAD', headers: { cookie } })).body).toBe('');
  });

  test.each([
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e%2fmain/electron.js',
    '/../main/electron.js',
    '/..%5c..%5cpackage.json',
    '/%252e%252e/main/electron.js',
    '/%00',
    '/server-test.html%00.js',
    '/server-test.html/',
    '/%',
    '/%E0%A4%A',
    '/assets',
    '/.stamp',
    `/${'x'.repeat(5000)}.js`,
    '/con.js',
  ])('nothing outside the page is given: %s', async (path) => {
    const { status, body } = await raw(`GET ${path} HTTP/1.1`);
    expect(status).toBe(404);
    expect(body).not.toContain('jianzhu"');
  });

  test.each([
    'GET http://[ HTTP/1.1',
    'GET http://evil.example/ HTTP/1.1',
    'GET //etc/passwd HTTP/1.1',
    'GET \\\\x HTTP/1.1',
  ])('%s', async (line) => {
    expect([400, 421]).toContain((await raw(line)).status);
    expect(await send('session.get', {})).toMatchObject({ ok: true });
  });

  /** A request as it is, since clients would tidy its path. */
  async function raw(line: string): Promise<{ status: number; body: string }> {
    const { hostname, port, host } = new URL(origin);
    const socket = connect(Number(port), hostname);
    socket.write(`${line}\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    const body = await textOf(socket);
    return { status: Number(body.split(' ')[1]), body };
  }
});

describe('calls', () => {
  test('what is no call is answered as such', async () => {
    for (const body of ['', '{', 'null', '5', '"x"', '[]', '{"operation":', Buffer.from([0xff, 0xfe, 0x7b])])
      expect(await post(body)).toMatchObject({
        ok: false,
        error: { code: 'invalid', details: { reason: 'bad-input' } },
      });
    for (const body of [
      '{}',
      '{"operation":null}',
      '{"operation":{"toString":1}}',
      '{"__proto__":{"operation":"session.get"}}',
    ])
      expect(await post(body)).toMatchObject({ ok: false, error: { details: { reason: 'unknown-operation' } } });
  });

  test('bytes that are no UTF-8 are refused, not replaced', async () => {
    const before = lin.dump();
    const [present] = await lin.ask('annotation.list', { articleId });
    const call = {
      operation: 'annotation.update',
      input: { id: present?.id, version: present?.version, note: 'NOTE' },
    };
    const bytes = Buffer.from(JSON.stringify(call).replace('NOTE', '\u0001'), 'latin1');
    bytes[bytes.indexOf(1)] = 0xff;
    expect(await post(bytes)).toMatchObject({ ok: false, error: { details: { reason: 'bad-input' } } });
    expect(lin.dump()).toEqual(before);
  });

  test('a call that is too large is refused in words, and the next one works', async () => {
    const before = lin.dump();
    const body = Buffer.alloc(65 * 1024 * 1024, 0x20);
    expect(await post(body)).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { reason: 'file-too-large', megabytes: 64 } },
    });
    expect(await send('session.get', {})).toMatchObject({ ok: true });
    expect(lin.dump()).toEqual(before);
  });

  test('a caller that goes away in the middle disturbs nobody', async () => {
    const request = open('/send', { method: 'POST', headers: { ...asPage(), 'content-length': '1000' } });
    request.on('error', () => {});
    request.write('{"operation":');
    await new Promise((resolve) => setTimeout(resolve, 50));
    request.destroy();
    expect(await send('session.get', {})).toMatchObject({ ok: true });
  });

  test('every operation refuses what is hostile, and the corpus is as before', { timeout: 60_000 }, async () => {
    const before = lin.dump();
    const calls = hostileCalls().filter((call, at) => !call.accepted && at % 5 === 0 && !lostInJson(call.input));
    for (const { operation, input } of calls)
      expect(await send(operation, input)).toMatchObject({ ok: false, error: { details: { reason: 'bad-input' } } });
    expect(new Set(calls.map((call) => call.operation)).size).toBe(Object.keys(contract).length);
    expect(lin.dump()).toEqual(before);
  });

  test('methods that are not for this', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await reply('/send', { method, headers: asPage() })).status).toBe(405);
    expect((await reply('/send', { headers: asPage() })).status).toBe(404);
    expect((await reply('/', { method: 'POST', headers: asPage(), body: '{}' })).status).toBe(405);
  });
});

describe('events', () => {
  /** Listens until it is destroyed; `seen` is the number of the last event it had before. */
  async function listen(seen?: string) {
    const headers = { cookie, ...(seen === undefined ? {} : { 'last-event-id': seen }) };
    const request = open('/events', { headers });
    const response = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve).end());
    const heard = { text: '' };
    response.setEncoding('utf8').on('data', (part: string) => {
      heard.text += part;
    });
    response.on('error', () => {});
    const ids = () => [...heard.text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
    return { heard, ids, stop: () => request.destroy(), response };
  }
  const language = (value: string) => send('preference.set', { language: value });

  test('are numbered without gaps; who was away hears what was missed, in order', async () => {
    const page = await listen();
    expect(page.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    await language('en');
    await language('zh-Hans');
    await until(() => page.ids().length === 2);
    page.stop();
    const [first = 0, second = 0] = page.ids();
    expect(second).toBe(first + 1);
    await language('zh-Hant');
    const again = await listen(String(first));
    await until(() => again.ids().length === 2);
    expect(again.ids()).toEqual([second, second + 1]);
    expect(again.heard.text).not.toContain('event: missed');
    again.stop();
    const whole = await listen(String(second + 1));
    await language('en');
    await until(() => whole.ids().length === 1);
    expect(whole.ids()).toEqual([second + 2]);
    whole.stop();
  });

  test.each(['999999', '-1', 'x', '1e3', '9'.repeat(30)])(
    'who claims to have heard %s is told to fetch all again',
    async (seen) => {
      const page = await listen(seen);
      await until(() => page.heard.text.includes('event: missed'));
      page.stop();
    },
  );

  test('who was away for long is told to fetch all again, and hears the next event', async () => {
    const page = await listen();
    await language('en');
    await until(() => page.ids().length === 1);
    page.stop();
    for (let at = 0; at < 510; at += 1) lin.host.onEvent({ event: 'session.changed' });
    const again = await listen(String(page.ids()[0]));
    await until(() => again.heard.text.includes('event: missed'));
    const [last = 0] = again.ids();
    lin.host.onEvent({ event: 'session.changed' });
    await until(() => again.ids().length === 2);
    expect(again.ids()[1]).toBe(last + 1);
    again.stop();
  });
});

describe('files', () => {
  test('a finished file is fetched once, under its name', async () => {
    const path = join(lin.folder, 'finished.html');
    writeFileSync(path, '<p>𠮷</p>');
    const name = '題：山西 "x".html';
    const file = lin.host.outbox.put({ path, name });
    const answer = await send('file.save', { file });
    const { url } = (answer as { value: { url: string } }).value;
    expect((await reply(url, { method: 'HEAD', headers: { cookie } })).status).toBe(404);
    const fetched = await reply(url, { headers: { cookie } });
    expect(fetched).toMatchObject({ status: 200, body: '<p>𠮷</p>' });
    expect(fetched.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    expect(fetched.headers['content-type']).toBe('application/octet-stream');
    expect((await reply(url, { headers: { cookie } })).status).toBe(404);
    await until(() => !existsSync(path));
    expect((await lin.refusal('file.save', { file })).details.reason).toBe('file-missing');
  });

  test('two who fetch at once: one gets it', async () => {
    const path = join(lin.folder, 'large.html');
    writeFileSync(path, 'x'.repeat(3_000_000));
    const url = `/file/${lin.host.outbox.put({ path, name: 'x.html' })}`;
    const replies = await Promise.all([url, url].map((each) => reply(each, { headers: { cookie } })));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect(replies.find(({ status }) => status === 200)?.body).toHaveLength(3_000_000);
  });

  test.each(['x', '..%2f..%2fpreferences.json', '%00', '%', '__proto__', 'constructor'])(
    'no file goes by the name %s',
    async (name) => {
      expect((await reply(`/file/${name}`, { headers: { cookie } })).status).toBe(404);
    },
  );

  async function upload(name: string, body: string | Buffer): Promise<{ grant: string; name: string }> {
    const answer = await post(body, `/upload?name=${encodeURIComponent(name)}`);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value as { grant: string; name: string };
  }

  test.each<[string, string]>([
    ['山西日報.txt', '山西日報.txt'],
    [`${'長'.repeat(200)}.txt`, `${'長'.repeat(200)}.txt`],
    ['../../escape.txt', 'escape.txt'],
    ['C:\\folder\\windows.txt', 'windows.txt'],
    ['𠮷"<>|?*.TXT', '𠮷"<>|?*.TXT'],
    ['a\0b.txt', 'ab.txt'],
  ])('an upload named %j is imported as %j', async (name, shown) => {
    const given = await upload(name, `上傳的是 ${name}`);
    expect(given.name).toBe(shown);
    const job = await lin.end('article.import', { sources: [{ grant: given.grant }] });
    expect(job.result).toMatchObject({ files: [{ name: shown, outcome: 'imported' }] });
  });

  test.each(['..', '.', '/', '', 'x.', '.txt'])('an upload named %j is taken and reported, not lost', async (name) => {
    const { grant } = await upload(name, '什麼');
    const job = await lin.end('article.import', { sources: [{ grant }] });
    expect(job).toMatchObject({ state: 'done', result: { files: [{ outcome: 'refused', reason: 'format-unknown' }] } });
  });

  test('a large upload is refused by the import, in words', async () => {
    const { grant } = await upload('large.txt', Buffer.alloc(21 * 1024 * 1024, 0x61));
    const job = await lin.end('article.import', { sources: [{ grant }] });
    expect(job.result).toMatchObject({ files: [{ reason: 'file-too-large' }] });
  });

  test('an uploaded corpus is opened as one of the program’s own, and outlives the server', async () => {
    const other = await TestHost.make('Wu');
    await other.importText('吳的文章。');
    const { file } = other;
    await other.ask('corpus.close', {});
    const { grant } = await upload('吳的語料.jianzhu', readFileSync(file));
    await other[Symbol.asyncDispose]();
    const back = (await lin.ask('session.get', {})).corpus?.file ?? '';
    expect(await send('corpus.open', { grant })).toMatchObject({ ok: true });
    expect(lin.file).toBe(join(lin.folder, 'corpora', '吳的語料.jianzhu'));
    expect(await lin.ask('article.list', {})).toMatchObject([{ opening: '吳的文章。' }]);
    await lin.host.openFile(back);
  });
});

test('an address that is in use is said to be, and closing frees it', async () => {
  const port = Number(new URL(origin).port);
  await expect(serveBrowser(lin.host, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const other = await serveBrowser(lin.host, 0);
  await other.close();
  const again = await serveBrowser(lin.host, Number(new URL(other.address).port));
  expect(again.address).not.toBe(other.address);
  await again.close();
});
