import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { type BenchRow, median, percentile } from '../bench-row.ts';
import type { PageFigures, PageTask } from './page.ts';
import { idOf, sampleHighlights, sampleText } from './sample-text.ts';

const PEERS = [
  { program: 'CSS_HIGHLIGHTS', name: '@recogito/text-annotator, CSS highlights' },
  { program: 'SPANS', name: '@recogito/text-annotator, spans (its default)' },
] as const;
const CASES = [4_000, 100_000].flatMap((length) => [1_000, 5_000].map((count) => ({ length, count })));
const FIGURES = [
  { key: 'paint', name: 'paint', of: (figures: PageFigures) => figures.paint },
  { key: 'add', name: 'add one', of: (figures: PageFigures) => figures.add },
  { key: 'scroll', name: 'scroll, frame at p95', of: (figures: PageFigures) => percentile(figures.frames, 0.95) },
] as const;

/** In milliseconds: a highlight may come at any moment of a frame, so each run hands over a little later in it. */
const PHASE_STEP = 3;
const FRAME = 16;

/**
 * Our reader beside the peer with each of its renderers, turn by turn, each time in a fresh page with the same text, type
 * and highlights. Timed in the page, from the highlights handed over, the text being in the DOM and laid out, to the
 * frame after the one that shows all visible ones.
 */
export async function benchHighlights(options: { runs: number }): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'highlights-'));
  try {
    await buildPage(folder);
    await using served = await serve(folder);
    const browser = await launch();
    try {
      const rows: BenchRow[] = [];
      for (const { length, count } of CASES)
        rows.push(...(await benchCase(browser, served.address, length, count, options.runs)));
      return rows;
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchCase(
  browser: Browser,
  address: string,
  length: number,
  count: number,
  runs: number,
): Promise<BenchRow[]> {
  const text = sampleText(length);
  // The added one stands in the first lines, so that adding it must be seen.
  const added = { id: idOf(count), start: 40, end: 58, colour: 7 };
  const task = { text, highlights: sampleHighlights(length, count), added };
  const programs = ['ours', ...PEERS.map(({ program }) => program)] as const;
  const figures: Record<PageTask['program'], PageFigures[]> = { ours: [], CSS_HIGHLIGHTS: [], SPANS: [] };
  for (let run = 0; run < runs; run++) {
    const phase = (run * PHASE_STEP) % FRAME;
    for (const program of programs) figures[program].push(await runPage(browser, address, { program, phase, ...task }));
  }
  return FIGURES.flatMap(({ name, of }) =>
    PEERS.map(({ program, name: peerName }): BenchRow => {
      const samples = { ours: figures.ours.map(of), peer: figures[program].map(of) };
      return {
        bench: 'highlights',
        case: `${count} on ${length} characters: ${name}`,
        unit: 'ms',
        ours: median(samples.ours),
        peer: median(samples.peer),
        peerName,
        runs,
        samples,
      };
    }),
  );
}

async function runPage(browser: Browser, address: string, task: PageTask): Promise<PageFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    return await page.evaluate((task) => window.runBench(task), task);
  } finally {
    await page.close();
  }
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['JIANZHU_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** Builds the page into the folder as the program's own page is built: minified, for production. */
async function buildPage(outDir: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130' },
  });
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function serve(folder: string): Promise<AsyncDisposable & { address: string }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = createReadStream(join(folder, path === '/' ? 'index.html' : path));
    file.once('open', () => {
      response.setHeader('content-type', `${TYPES[extname(path) || '.html'] ?? 'text/plain'}; charset=utf-8`);
      file.pipe(response);
    });
    file.once('error', () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
