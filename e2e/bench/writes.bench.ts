import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type BenchRow, median, percentile } from './bench-row.ts';
import { launch } from './highlights/highlights.bench.ts';
import { hosted } from './hosted.ts';
import { finishJob, send } from './page-calls.ts';

/** How long writes stream in beside the job, and between two of them, in ms. */
const WATCHED = 60_000;
const EVERY = 100;
/** More than can be imported in that time. */
const FILES = 60_000;
const LENGTH = 1_500;

/**
 * A click's write, from the page and back, while a job imports articles for a minute; the peer is the same write with no
 * job beside it. Each run's figure is the 95th percentile of its writes.
 */
export async function benchWrites({ runs }: { runs: number }): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-articles-'));
  const browser = await launch();
  const samples = { ours: [] as number[], peer: [] as number[] };
  try {
    await writeArticles(folder);
    for (let run = 0; run < runs; run++) {
      await using host = await hosted(folder);
      const page = await browser.newPage();
      await page.goto(host.address);
      const article = await firstArticle(page);
      samples.peer.push(percentile(await streamWrites(page, article, WATCHED / 6), 0.95));
      const job = await send<{ job: string }>(page, 'article.import', { sources: [{ grant: host.grant }] });
      samples.ours.push(percentile(await streamWrites(page, article, WATCHED), 0.95));
      const { state } = await send<{ state: string }>(page, 'job.get', job);
      if (state !== 'running') throw new Error(`the job was ${state} before the minute was over`);
      await send(page, 'job.cancel', job);
      await page.close();
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  const row: BenchRow = {
    bench: 'writes',
    case: 'a write from the page while a job of a minute runs, p95',
    unit: 'ms',
    ours: median(samples.ours),
    peer: median(samples.peer),
    peerName: 'the same with no job',
    runs,
    samples,
  };
  return [row];
}

async function writeArticles(folder: string): Promise<void> {
  const words = '進一步全面深化改革推進中國式現代化完善公共安全治理機制健全社會治理體系';
  for (let file = 0; file < FILES; file++) {
    const lines = Array.from({ length: 15 }, (_, line) => words.repeat(3).slice(line, line + LENGTH / 15 - 6) + file);
    await writeFile(join(folder, `${file}.txt`), lines.join('\n'));
  }
}

interface Article {
  id: string;
  revisionId: string;
  text: string;
}

async function firstArticle(page: Page): Promise<Article> {
  const { files } = await finishJob<{ files: { articleId: string }[] }>(page, 'article.import', {
    sources: [{ sample: 'shanxi' }],
  });
  return await send<Article>(page, 'article.get', { articleId: files[0]?.articleId });
}

/** Annotates again and again; the time of each round trip in ms. */
function streamWrites(page: Page, article: Article, during: number): Promise<number[]> {
  return page.evaluate(
    async ({ article, during, every }) => {
      const times: number[] = [];
      const until = performance.now() + during;
      for (let turn = 0; performance.now() < until; turn++) {
        const start = (turn * 13) % (article.text.length - 20);
        const span = { start, end: start + 12 };
        const exact = article.text.slice(span.start, span.end);
        const input = {
          id: crypto.randomUUID(),
          articleId: article.id,
          revisionId: article.revisionId,
          span,
          exact,
          links: [],
        };
        const began = performance.now();
        const response = await fetch('/send', {
          method: 'POST',
          body: JSON.stringify({ operation: 'annotation.create', input }),
        });
        const answer = await response.json();
        times.push(performance.now() - began);
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        await new Promise((resolve) => setTimeout(resolve, every));
      }
      return times;
    },
    { article: article, during, every: EVERY },
  );
}
