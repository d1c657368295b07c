import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { projectRoot } from './resource.ts';
import { CONTENT_POLICY } from './content-policy.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** A file of the built page by the path of its address; nothing outside the folder of the page is ever read. */
export async function pageFile(path: string): Promise<PageFile> {
  const headers = {
    'Content-Security-Policy': CONTENT_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
  const missing: PageFile = {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode('not found'),
  };
  const folder = join(projectRoot(), 'out', 'renderer');
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return missing;
  }
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  const type = types[extname(file)];
  if (!file.startsWith(folder + sep) || decoded.includes('\0') || type === undefined) return missing;
  try {
    return { status: 200, headers: { ...headers, 'Content-Type': type }, body: new Uint8Array(await readFile(file)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return missing;
    throw error;
  }
}
