import type { Browser, BrowserContext, Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { builtinCategories } from '../../domain/codebook/builtin-codebook.ts';
import { type BenchRow, median, percentile } from './bench-row.ts';
import { launch } from './highlights/highlights.bench.ts';
import { sampleHighlights, sampleText } from './highlights/sample-text.ts';
import { hosted } from './hosted.ts';
import { finishJob, send } from './page-calls.ts';

const LENGTH = 20_000;
const ANNOTATIONS = 3_000;
/** Times each is done in a run. */
const TIMES = 40;
/** ms between two, so that each begins when the last is over. */
const APART = 60;

type Deed = 'typing in correction mode' | 'opening the picker' | 'adding an annotation';
type Times = Record<Deed, number[]>;

/**
 * What a hand waits for in an article with 3,000 annotations, each from the key to the frame that shows it, at the 95th
 * percentile of a run; the peer is the same article without any.
 */
export async function benchCoding({ runs }: { runs: number }): Promise<BenchRow[]> {
  const browser = await launch();
  const samples = new Map<Deed, { ours: number[]; peer: number[] }>();
  try {
    await using full = await coded(browser, ANNOTATIONS);
    await using bare = await coded(browser, 0);
    for (let run = 0; run < runs; run++) {
      for (const [side, article] of [
        ['ours', full],
        ['peer', bare],
      ] as const) {
        const times = await codeOnce(article);
        for (const [deed, own] of Object.entries(times) as [Deed, number[]][]) {
          const kept = samples.get(deed) ?? { ours: [], peer: [] };
          kept[side].push(percentile(own, 0.95));
          samples.set(deed, kept);
        }
      }
    }
  } finally {
    await browser.close();
  }
  return [...samples].map(([deed, figures]) => ({
    bench: 'coding',
    case: `${deed}, ${ANNOTATIONS} annotations on ${LENGTH} characters, at p95`,
    unit: 'ms',
    ours: median(figures.ours),
    peer: median(figures.peer),
    peerName: 'the same without annotations',
    runs,
    samples: figures,
  }));
}

interface Coded extends AsyncDisposable {
  /** Where its cookie is. */
  context: BrowserContext;
  place: string;
}

/** A host of its own with one article of so many annotations. */
async function coded(browser: Browser, count: number): Promise<Coded> {
  const host = await hosted(null);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(host.address);
  const text = sampleText(LENGTH);
  const sources = [{ text, name: 'bench.txt' }];
  const { files } = await finishJob<{ files: { articleId: string }[] }>(page, 'article.import', {
    sources,
    repair: 'none',
  });
  const articleId = files[0]?.articleId ?? '';
  await annotate(page, articleId, text, count);
  const place = new URL(`/#/article/${articleId}`, page.url()).href;
  await page.close();
  return { context, place, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() };
}

/** Leaves the corpus as it was. */
async function codeOnce({ context, place }: Coded): Promise<Times> {
  const page = await context.newPage();
  await page.goto(place);
  await page.waitForSelector('.reader .ProseMirror p');
  await page.waitForTimeout(2500);
  await page.locator('.reader .ProseMirror').focus();
  const times: Times = {
    'opening the picker': [],
    'adding an annotation': [],
    'typing in correction mode': [],
  };
  const key = (keys: string, until: string, gone = false) => timeKey(page, keys, until, gone);
  for (let round = 0; round < TIMES; round++) {
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForTimeout(APART);
    times['opening the picker'].push(await key('Enter', '.picker'));
    await page.keyboard.type('51');
    await page.waitForTimeout(APART);
    times['adding an annotation'].push(await key('Enter', '.picker', true));
    await page.waitForTimeout(APART);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('F2');
  await page.waitForSelector('.reader-corrected .ProseMirror');
  await page.waitForTimeout(1500);
  for (let round = 0; round < TIMES; round++) {
    times['typing in correction mode'].push(await key('a', '.reader-corrected'));
    await page.waitForTimeout(APART);
  }
  // What was typed is thrown away, or it would stand open in the next run.
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role=alertdialog]');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.reader-corrected', { state: 'detached' });
  for (let round = 0; round < TIMES; round++) await send(page, 'history.undo', {});
  await page.close();
  return times;
}

/** From a key to the end of the frame in which the selector is there (or gone). */
async function timeKey(page: Page, keys: string, selector: string, gone: boolean): Promise<number> {
  const taken = page.evaluate(
    ({ selector, gone }) =>
      new Promise<number>((resolve, reject) => {
        window.addEventListener(
          'keydown',
          () => {
            const began = performance.now();
            const painted = () => {
              const channel = new MessageChannel();
              channel.port1.addEventListener('message', () => resolve(performance.now() - began));
              channel.port1.start();
              channel.port2.postMessage(null);
            };
            const look = () => {
              if ((document.querySelector(selector) === null) === gone) return painted();
              if (performance.now() - began > 5000) return reject(new Error(`waited for ${selector}`));
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
        (window as { armed?: boolean }).armed = true;
      }),
    { selector, gone },
  );
  await page.waitForFunction(() => (window as { armed?: boolean }).armed === true);
  await page.evaluate(() => {
    (window as { armed?: boolean }).armed = false;
  });
  await page.keyboard.press(keys);
  return await taken;
}

async function annotate(page: Page, articleId: string, text: string, count: number): Promise<void> {
  const { revisionId } = await send<{ revisionId: string }>(page, 'article.get', { articleId });
  const items = [...builtinCategories].filter(({ item }) => item !== null);
  const inputs = sampleHighlights(LENGTH, count).map(({ start, end }, index) => ({
    id: uuidv7(),
    articleId,
    revisionId,
    span: { start, end },
    exact: text.slice(start, end),
    links: [{ id: uuidv7(), categoryId: items[index % items.length]?.id ?? '', relation: null }],
  }));
  await page.evaluate(async (all) => {
    for (const input of all) {
      const response = await fetch('/send', {
        method: 'POST',
        body: JSON.stringify({ operation: 'annotation.create', input }),
      });
      const answer = await response.json();
      if (!answer.ok) throw new Error(answer.error.message);
    }
  }, inputs);
}
