import type { Page } from '@playwright/test';
import { type BenchRow, median } from './bench-row.ts';
import { launch } from './highlights/highlights.bench.ts';
import { sampleText } from './highlights/sample-text.ts';
import { hosted } from './hosted.ts';
import { finishJob, send } from './page-calls.ts';

const LENGTHS = [4_000, 100_000];

/**
 * Opening an article: from the change of the address to the frame with its text laid out, in the whole window; the peer
 * puts the same text, already at hand, into an empty page as plain paragraphs.
 */
export async function benchArticles({ runs }: { runs: number }): Promise<BenchRow[]> {
  const browser = await launch();
  const samples = LENGTHS.map(() => ({ ours: [] as number[], peer: [] as number[] }));
  try {
    for (let run = 0; run < runs; run++) {
      await using host = await hosted(null);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(host.address);
      const texts = LENGTHS.map(sampleText);
      const sources = texts.map((text, index) => ({ text, name: `${index}.txt` }));
      const { files } = await finishJob<{ files: { articleId: string }[] }>(page, 'article.import', { sources });
      // Once before, so that what is timed is not the first use of the program's code.
      await open(page, files[0]?.articleId ?? '', LENGTHS[0] ?? 0);
      await page.evaluate(() => {
        location.hash = '#/';
      });
      const empty = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      for (const [index, text] of texts.entries()) {
        samples[index]?.ours.push(await open(page, files[index]?.articleId ?? '', text.length));
        samples[index]?.peer.push(await showPlain(empty, text));
      }
      await Promise.all([page.close(), empty.close()]);
    }
  } finally {
    await browser.close();
  }
  return LENGTHS.map((length, index): BenchRow => {
    const figures = samples[index] ?? { ours: [], peer: [] };
    return {
      bench: 'articles',
      case: `open an article of ${length} characters`,
      unit: 'ms',
      ours: median(figures.ours),
      peer: median(figures.peer),
      peerName: 'plain paragraphs in an empty page',
      runs,
      samples: figures,
    };
  });
}

async function open(page: Page, articleId: string, length: number): Promise<number> {
  await send(page, 'session.get', {});
  return await page.evaluate(
    async ({ articleId, length }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const began = performance.now();
      location.hash = `#/article/${articleId}`;
      const shown = () => {
        const reader = document.querySelector('.ProseMirror');
        const text = reader?.textContent?.length ?? 0;
        // Line ends are no characters of the page.
        return text <= length && text > length * 0.95;
      };
      while (!shown()) {
        if (performance.now() - began > 20_000) throw new Error('the article did not show');
        await frame();
      }
      document.querySelector('.ProseMirror')?.getBoundingClientRect();
      await frame();
      return performance.now() - began;
    },
    { articleId, length },
  );
}

function showPlain(page: Page, text: string): Promise<number> {
  return page.evaluate(async (text) => {
    const began = performance.now();
    document.body.replaceChildren(
      ...text.split('\n').map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    document.body.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
  }, text);
}
