import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../domain/repair/damage-independent.test-support.ts';
import { connect } from '../../main/db/connection.ts';
import { Host } from '../../main/host/host.ts';
import { type BenchRow, median, percentile } from './bench-row.ts';
import { makeFindableCorpus } from './find-corpus.ts';

const LENGTHS = [1, 2, 3, 10];
const FIRST = 50;

type Samples = Record<'ours' | 'peer', number[]>;

/**
 * How many articles have a string, and the first 50 hits in context, asked of the host; the peer is SQLite's LIKE over the
 * same texts, which counts the articles only. Each run's figure is the 95th percentile of its strings. Beside them, what
 * follows: the full counts, sorting by context, and the first search of all: asked at once after opening, when the texts are
 * folded for it, and after that was prepared in the background.
 */
export function benchFind({ runs }: { runs: number }): Promise<BenchRow[]> {
  return searchCorpus(runs, { articles: 10_000, strings: 40 });
}

/** The same of a corpus that is not prepared in the background, being too large for it. */
export function benchFindLarge({ runs }: { runs: number }): Promise<BenchRow[]> {
  return searchCorpus(runs, { articles: 100_000, strings: 10 });
}

/** `strings` are sought in a run, of each length. */
async function searchCorpus(
  runs: number,
  { articles, strings }: { articles: number; strings: number },
): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-find-'));
  const found = new Map(LENGTHS.map((length): [number, Samples] => [length, { ours: [], peer: [] }]));
  const counted = new Map(LENGTHS.map((length): [number, Samples] => [length, { ours: [], peer: [] }]));
  const sorted: Samples = { ours: [], peer: [] };
  const first: Samples = { ours: [], peer: [] };
  const firstPrepared: Samples = { ours: [], peer: [] };
  try {
    const file = join(folder, 'bench.jianzhu');
    const texts = makeFindableCorpus(file, articles);
    const db = connect(file, { readonly: true });
    const like = db
      .prepare(
        "SELECT count(*) FROM articles a JOIN revisions r ON r.id = a.revision_id WHERE r.text LIKE '%' || ? || '%'",
      )
      .pluck();
    for (let run = 0; run < runs; run++) {
      const cold = await openHost(join(folder, 'data'), file);
      first.ours.push(await timed(() => find(cold, '改革')));
      first.peer.push(await timed(() => like.get('改革')));
      await cold.close();
      const host = await openHost(join(folder, 'data'), file);
      await host.prepared();
      firstPrepared.ours.push(await timed(() => find(host, '改革')));
      firstPrepared.peer.push(await timed(() => like.get('改革')));
      const random = seededRandom(run + 1);
      for (const length of LENGTHS) {
        const times: Samples = { ours: [], peer: [] };
        const counting: Samples = { ours: [], peer: [] };
        for (let n = 0; n < strings; n++) {
          const query = stringOf(texts, length, random);
          times.ours.push(await timed(() => find(host, query)));
          times.peer.push(await timed(() => like.get(query)));
          counting.ours.push(await timed(() => ask(host, 'text.count', sought(query))));
        }
        for (const side of ['ours', 'peer'] as const) found.get(length)?.[side].push(percentile(times[side], 0.95));
        counted.get(length)?.ours.push(percentile(counting.ours, 0.95));
      }
      sorted.ours.push(await timed(() => find(host, '改革', 'right')));
      await host.close();
    }
    db.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const row = (what: string, samples: Samples, peerName: string | null): BenchRow => ({
    bench: 'find',
    case: `${what}, ${articles} articles`,
    unit: 'ms',
    ours: median(samples.ours),
    peer: peerName === null ? null : median(samples.peer),
    peerName,
    runs,
    samples,
  });
  const scan = 'LIKE, articles only';
  return [
    ...[...found].map(([length, samples]) =>
      row(`${length} characters: articles and first ${FIRST} hits, p95`, samples, scan),
    ),
    ...[...counted].map(([length, samples]) => row(`${length} characters: full counts, p95`, samples, null)),
    row('改革 by right context', sorted, null),
    row('the first search at once after opening', first, scan),
    row('the first search after what is prepared', firstPrepared, scan),
  ];
}

/** A host whose workers have started, with the corpus open. */
async function openHost(folder: string, file: string): Promise<Host> {
  const host = new Host(folder, { kind: 'command-line', dialogs: null, addressOf: null });
  await ask(host, 'coder.identify', { id: crypto.randomUUID(), name: 'bench' });
  await host.openFile(file);
  await ask(host, 'coder.list', {});
  return host;
}

/** Characters that stand beside one another somewhere; every fourth with one that stands nowhere. */
function stringOf(texts: readonly string[], length: number, random: () => number): string {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const start = Math.floor(random() * (text.length - length));
  // No wildcard of LIKE, and no white space that would be taken off at the ends.
  const string = text.slice(start, start + length).replaceAll(/["\s%_]/g, '改');
  return random() < 0.25 ? `${string.slice(1)}龘` : string;
}

function sought(query: string) {
  return { query, places: ['text'], filter: {} };
}

function find(host: Host, query: string, order = 'article'): Promise<unknown> {
  return ask(host, 'text.find', { ...sought(query), order, offset: 0, limit: FIRST });
}

async function ask(host: Host, operation: string, input: unknown): Promise<unknown> {
  const answer = await host.send(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value;
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
