import { existsSync, readFileSync } from 'node:fs';
import { findReuse } from '../../domain/reuse/find-reuse.ts';
import { indexReference, type Reference, type ReferenceIndex } from '../../domain/reuse/reference-index.ts';
import { foldScript } from '../../domain/repair/script-pairs.ts';
import { sentencesOf } from '../../domain/text/sentences.ts';
import { type BenchRow, median } from './bench-row.ts';
import { launch } from './highlights/highlights.bench.ts';
import { sampleText } from './highlights/sample-text.ts';
import { hosted } from './hosted.ts';
import { finishJob } from './page-calls.ts';

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const REFERENCE_LENGTH = 22_000;
const ARTICLE_LENGTH = 4_000;
const ARTICLES = 1_000;
const RUN = 8;

/**
 * Reuse of a 4,000-character article against 22,000 characters, the index of the reference at hand; and of 1,000 different
 * articles. The peer is a plain scan for runs of 8 characters, exact but for script and signs, in a set of the reference's:
 * no places, no near runs. Without the Decision at hand a sample text stands for it.
 */
export async function benchReuse({ runs }: { runs: number }): Promise<BenchRow[]> {
  const reference = longReference();
  const index = indexReference(reference);
  const grams = gramsOf(reference.text);
  const articles = Array.from({ length: ARTICLES }, (_, at) => articleOf(reference.text, at));
  const one = { ours: [] as number[], peer: [] as number[] };
  const all = { ours: [] as number[], peer: [] as number[] };
  const ours = (article: string) => findReuse(article, [index]).length;
  const peer = (article: string) => scan(article, grams);
  for (let run = 0; run < runs; run++) {
    const first = articles[run % ARTICLES] ?? '';
    one.ours.push(timed(() => ours(first)));
    one.peer.push(timed(() => peer(first)));
    all.ours.push(timed(() => articles.forEach(ours)));
    all.peer.push(timed(() => articles.forEach(peer)));
  }
  const row = (name: string, samples: { ours: number[]; peer: number[] }): BenchRow => ({
    bench: 'reuse',
    case: name,
    unit: 'ms',
    ours: median(samples.ours),
    peer: median(samples.peer),
    peerName: 'plain scan of 8-grams in a set',
    runs,
    samples,
  });
  return [
    row(`an article of ${ARTICLE_LENGTH} against ${reference.text.length} characters`, one),
    row(`${ARTICLES} articles of ${ARTICLE_LENGTH} against them`, all),
    await benchJob(reference, articles, index),
  ];
}

/** The same articles in a corpus: compared by the job in the background, and stored. The peer is the bare comparison. */
async function benchJob(reference: Reference, articles: readonly string[], index: ReferenceIndex): Promise<BenchRow> {
  const browser = await launch();
  try {
    await using host = await hosted(null);
    const page = await browser.newPage();
    await page.goto(host.address);
    const sources = articles.map((text, at) => ({ text, name: `${at}.txt` }));
    await finishJob(page, 'article.import', { sources, repair: 'none' });
    await finishJob(page, 'reference.import', { sources: [{ text: reference.text, name: 'reference.txt' }] });
    const began = performance.now();
    await finishJob(page, 'reuse.find', {});
    const ours = performance.now() - began;
    const peer = timed(() => articles.forEach((article) => findReuse(article, [index])));
    return {
      bench: 'reuse',
      case: `the job over ${articles.length} articles of a corpus, stored`,
      unit: 'ms',
      ours,
      peer,
      peerName: 'the bare comparison',
      runs: 1,
      samples: { ours: [ours], peer: [peer] },
    };
  } finally {
    await browser.close();
  }
}

function longReference(): Reference {
  const text = existsSync(DECISION) ? readFileSync(DECISION, 'utf8').trimEnd() : sampleText(REFERENCE_LENGTH);
  const units = sentencesOf(text).map((span) => ({ id: String(span.start), ...span, categoryId: null }));
  return { id: 'reference', text, units };
}

/** Prose of the sample with stretches of the reference in it, every tenth character of them changed; each one different. */
function articleOf(reference: string, at: number): string {
  const prose = sampleText(ARTICLE_LENGTH);
  let article = '';
  for (let part = 0; article.length < ARTICLE_LENGTH; part++) {
    const from = ((at * 7919 + part * 4177) % (reference.length - 200)) + 1;
    const piece = reference.slice(from, from + 40 + ((at + part) % 80)).replaceAll('\n', '');
    const changed =
      part % 2 === 0 ? piece : Array.from(piece, (each, place) => (place % 10 === 9 ? '某' : each)).join('');
    const own = (at * 31 + part * 293) % (prose.length - 200);
    article += `${prose.slice(own, own + 180)}${changed}`;
  }
  return article.slice(0, ARTICLE_LENGTH);
}

const bare = (text: string) => foldScript(text.normalize('NFKC')).replaceAll(/[\s\p{P}\p{S}]/gu, '');

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  const plain = bare(text);
  for (let at = 0; at + RUN <= plain.length; at++) grams.add(plain.slice(at, at + RUN));
  return grams;
}

function scan(article: string, grams: ReadonlySet<string>): number {
  const own = bare(article);
  let found = 0;
  for (let at = 0; at + RUN <= own.length; at++) if (grams.has(own.slice(at, at + RUN))) found++;
  return found;
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
