import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser } from '@playwright/test';
import { type BenchRow, median } from './bench-row.ts';
import { launch } from './highlights/highlights.bench.ts';
import { firstLine } from './hosted.ts';
import { finishJob, send } from './page-calls.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const READY = '.ProseMirror p';
/** As root there is no user namespace to sandbox in. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * From the start of the program to the article of the last session on the screen. Beside it, in Electron, a program that
 * opens an empty window; in a browser, the same browser opening an empty page from a server as bare as can be.
 */
export async function benchStart({ runs }: { runs: number }): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const browser = await launch();
  try {
    await prepareData(data, browser);
    const rows = [await benchBrowserStart(data, browser, runs)];
    const binary = electronBinary();
    if (binary === null) console.error('start: no Electron binary or display, so only the browser host is timed');
    else rows.push(await benchElectronStart(data, binary, runs));
    return rows;
  } finally {
    await browser.close();
    await rm(data, { recursive: true, force: true });
  }
}

function electronBinary(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules', 'electron', 'dist');
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const binary = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  const display =
    process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return binary !== undefined && display ? binary : null;
}

async function benchElectronStart(data: string, binary: string, runs: number): Promise<BenchRow> {
  const time = async (args: string[], ready: string) => {
    const began = performance.now();
    const app = await _electron.launch({
      executablePath: binary,
      args: [...AS_ROOT, ...args],
      env: { ...(process.env as Record<string, string>), JIANZHU_DATA: data },
    });
    const page = await app.firstWindow();
    await page.waitForSelector(ready);
    const took = performance.now() - began;
    await app.close();
    return took;
  };
  const samples = { ours: [] as number[], peer: [] as number[] };
  for (let run = 0; run < runs; run++) {
    samples.ours.push(await time([ROOT], READY));
    samples.peer.push(await time([join(import.meta.dirname, 'empty-window.mjs')], 'main'));
  }
  return row('start to the last article, Electron', 'an empty Electron window', runs, samples);
}

async function benchBrowserStart(data: string, browser: Browser, runs: number): Promise<BenchRow> {
  const time = async (args: string[], ready: string) => {
    const page = await browser.newPage();
    const began = performance.now();
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, JIANZHU_DATA: data },
    });
    const line = await firstLine(child);
    await page.goto(line.slice(line.indexOf('http')));
    await page.waitForSelector(ready);
    const took = performance.now() - began;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.all([ended, page.close()]);
    return took;
  };
  const samples = { ours: [] as number[], peer: [] as number[] };
  for (let run = 0; run < runs; run++) {
    samples.ours.push(await time([join(ROOT, 'out', 'main', 'browser.js'), '--no-open'], READY));
    samples.peer.push(await time([join(import.meta.dirname, 'empty-server.mjs')], 'main'));
  }
  return row('start to the last article, browser host', 'an empty page from a bare server', runs, samples);
}

/** A coder, a corpus, the sample, and its place as where she was. */
async function prepareData(data: string, browser: Browser): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bench-host.ts'), data, join(ROOT, 'resources', 'sample')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const { address, grant } = JSON.parse(await firstLine(child)) as { address: string; grant: string };
  const page = await browser.newPage();
  await page.goto(address);
  const { files } = await finishJob<{ files: { articleId: string }[] }>(page, 'article.import', {
    sources: [{ grant }],
  });
  const { corpus } = await send<{ corpus: { id: string } }>(page, 'session.get', {});
  await page.close();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  // Afterwards, since an open page keeps its own place.
  const file = join(data, 'preferences.json');
  const kept = JSON.parse(await readFile(file, 'utf8')) as { preferences: Record<string, unknown> };
  kept.preferences.places = { [corpus.id]: `#/article/${files[0]?.articleId}` };
  await writeFile(file, JSON.stringify(kept));
}

function row(name: string, peerName: string, runs: number, samples: BenchRow['samples']): BenchRow {
  return {
    bench: 'start',
    case: name,
    unit: 'ms',
    ours: median(samples.ours),
    peer: median(samples.peer),
    peerName,
    runs,
    samples,
  };
}
