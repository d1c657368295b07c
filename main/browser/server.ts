import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal, refuse } from '#domain/contract/answer.ts';
import { fileRefusal } from '../files/file-refusal.ts';
import type { Host } from '../host/host.ts';
import { pageFile } from '../host/page-files.ts';
import { EventStream } from './event-stream.ts';

const COOKIE = 'jianzhu';
/** Of a call, in bytes: room for a pasted text of 20 million units. */
const LARGEST_CALL = 64 * 1024 * 1024;
/** Of an uploaded file, in bytes. */
const LARGEST_UPLOAD = 2 * 1024 * 1024 * 1024;

export interface BrowserServer {
  /** With the token that the first visit exchanges for a cookie. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves the page and the contract on 127.0.0.1. The token in the printed address is good once; after it a cookie that
 * scripts cannot read and other sites cannot send stands for this browser.
 */
export async function serveBrowser(host: Host, port: number): Promise<BrowserServer> {
  let token: string | null = randomBytes(24).toString('base64url');
  const cookie = randomBytes(24).toString('base64url');
  const events = new EventStream();
  const uploads = join(tmpdir(), `jianzhu-${process.pid}-${randomBytes(6).toString('hex')}`);
  host.onEvent = (event) => events.send(event);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.headers.host !== own)
      return end(response, 421, 'This is Jianzhu on 127.0.0.1; open the address that was printed.');
    const path = request.url ?? '/';
    if (!URL.canParse(path, `http://${own}`)) return end(response, 400, 'This is no address.');
    const address = new URL(path, `http://${own}`);
    if (address.host !== own) return end(response, 421, 'This is Jianzhu and no proxy.');
    const given = address.searchParams.get('token');
    if (request.method === 'GET' && address.pathname === '/' && given !== null) {
      const known = same(cookieOf(request), cookie);
      if (!known && (token === null || !same(given, token)))
        return end(response, 403, 'This address was used already: start Jianzhu again for a new one.');
      token = null;
      response.writeHead(303, {
        Location: '/',
        'Set-Cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      });
      response.end();
      return;
    }
    if (!isSameSite(request, own)) return end(response, 403, 'This request comes from another site.');
    if (!same(cookieOf(request), cookie))
      return end(response, 401, 'Open the address that was printed when Jianzhu started.');
    if (request.method === 'POST' && address.pathname === '/send') return await call(request, response);
    if (request.method === 'POST' && address.pathname === '/upload')
      return await upload(request, response, address.searchParams.get('name') ?? 'file');
    if (request.method === 'GET' && address.pathname === '/events') return events.add(request, response);
    if (request.method === 'GET' && address.pathname.startsWith('/file/'))
      return await download(response, address.pathname.slice('/file/'.length));
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Not allowed.');
    const file = await pageFile(address.pathname);
    response.writeHead(file.status, file.headers);
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { operation, input } = messageOf(await bodyOf(request, LARGEST_CALL));
      json(response, await host.send(operation, input));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      json(response, refuse(error));
    }
  }

  async function upload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const folder = join(uploads, randomBytes(8).toString('hex'));
    // Named by the program: a name from a page may be too long, or lead elsewhere. Its ending tells what is in it.
    const ending = /^\.[a-z\d]{1,12}$/i.exec(extname(name))?.[0] ?? '';
    const path = join(folder, `upload${ending}`);
    try {
      await mkdir(folder, { recursive: true });
      await pipeline(atMost(request, LARGEST_UPLOAD), createWriteStream(path));
      json(response, { ok: true, value: host.grants.issue(path, { name: shown(name), uploaded: true }) });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      json(response, refuse(fileRefusal(error, path)));
    }
  }

  async function download(response: ServerResponse, file: string): Promise<void> {
    const { path, name } = host.outbox.take(decodeURIComponent(file));
    try {
      const { size } = await stat(path);
      response.writeHead(200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': size,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      await pipeline(createReadStream(path), response);
    } finally {
      await rm(path, { force: true });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || request.destroyed) return response.destroy();
      if (error instanceof Refusal || error instanceof URIError) return end(response, 404, error.message);
      console.error(error);
      end(response, 500, 'Jianzhu failed to answer; the terminal says why.');
    });
  });
  server.headersTimeout = 20_000;
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?token=${token}`,
    async close() {
      events.close();
      server.close();
      server.closeAllConnections();
      await rm(uploads, { recursive: true, force: true });
    },
  };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
}

/** Browsers name the origin of every POST, and of other requests at least whether they come from the same site. */
function isSameSite(request: IncomingMessage, own: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === `http://${own}`;
  const site = request.headers['sec-fetch-site'];
  if (request.method === 'POST') return site === 'same-origin';
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** What stays of a file's name when it is shown: no folders, at most 255 units. */
function shown(name: string): string {
  return name.split(/[/\\]/).at(-1)?.slice(-255) || 'file';
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of atMost(request, limit)) parts.push(part);
  return Buffer.concat(parts);
}

/** The body; one that is too large is read to its end all the same, since only then the answer is heard. */
async function* atMost(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    seen += part.length;
    if (seen <= limit) yield part;
  }
  if (seen > limit) {
    const megabytes = Math.round(limit / 1048576);
    throw new Refusal('invalid', 'file-too-large', `More than ${megabytes} MB cannot be taken at once.`, { megabytes });
  }
}

function messageOf(body: Buffer): { operation?: unknown; input?: unknown } {
  try {
    const message: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (message !== null && typeof message === 'object' && !Array.isArray(message)) return message;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw new Refusal('invalid', 'bad-input', 'A call is a JSON object with “operation” and “input”, in UTF-8.');
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}
