import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { BUILTIN_CODEBOOK_ID } from '../../domain/codebook/builtin-codebook.ts';
import { matrixMeasure, type MatrixQuestion, matrixRowKind, type PackedMatrix } from '../../domain/contract/matrix.ts';
import { unpackMatrix } from '../../domain/matrix/pack-matrix.ts';
import { connect } from '../../main/db/connection.ts';
import { Host } from '../../main/host/host.ts';
import { type BenchRow, median } from './bench-row.ts';
import { writeMatrixCorpus } from './matrix-corpus.ts';

const ARTICLES = 10_000;
const ANNOTATIONS = 100_000;
const filtered = {
  relations: ['verbatim' as const, 'adapted' as const],
  from: '2024-06',
  statuses: ['settled' as const],
};

const firstAtOnce = (measure: MatrixQuestion['measure']) => `${measure} by 60 items, the first at once after opening`;

/** The matrix of provinces by items as one statement. */
const STATEMENT = `
  SELECT a.outlet_province, l.category_id, count(DISTINCT a.id), count(DISTINCT n.id) FROM articles a
  JOIN annotations n ON n.article_id = a.id AND n.deleted_at IS NULL
  JOIN links l ON l.annotation_id = n.id AND l.deleted_at IS NULL
  WHERE a.deleted_at IS NULL AND a.exclusion IS NULL GROUP BY 1, 2`;

/**
 * Each kind of matrix of 10,000 articles and 100,000 annotations against the 60 items, asked of the host and answered by
 * it: the first of each measure once the corpus is open, asked at once, and in another host after what is prepared in the
 * background is done; all kinds; the first after a write. The peer is one plain statement for provinces by items.
 */
export async function benchMatrix({ runs }: { runs: number }): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-matrix-'));
  const samples = new Map<string, { ours: number[]; peer: number[] }>();
  try {
    const file = join(folder, 'bench.jianzhu');
    writeMatrixCorpus(file, ARTICLES, ANNOTATIONS);
    const db = connect(file, { readonly: true });
    const peer = () => timed(() => db.prepare(STATEMENT).all());
    for (let run = 0; run < runs; run++) {
      const note = async (name: string, work: () => unknown, withPeer = true) => {
        const figures = samples.get(name) ?? { ours: [], peer: [] };
        samples.set(name, figures);
        figures.ours.push(await timed(work));
        if (withPeer) figures.peer.push(await peer());
      };
      const cold = await openHost(join(folder, `cold-${run}`), file);
      // Without a pause, in which it would begin to prepare: the peer comes after all of them.
      for (const measure of matrixMeasure.options)
        await note(firstAtOnce(measure), () => count(cold, 'provinces', measure), false);
      for (const measure of matrixMeasure.options) samples.get(firstAtOnce(measure))?.peer.push(await peer());
      await cold.close();

      const host = await openHost(join(folder, `data-${run}`), file);
      await note('what is prepared in the background after opening, all of it', () => host.prepared(), false);
      for (const measure of matrixMeasure.options)
        await note(`${measure} by 60 items, the first after what is prepared`, () => count(host, 'provinces', measure));
      for (const rows of matrixRowKind.options)
        for (const measure of matrixMeasure.options)
          await note(`${rows}, ${measure}, by 60 items`, () => count(host, rows, measure));
      const answer = await count(host, 'articles', 'characters');
      await note('articles, characters, by 60 items: what the page then unpacks', () => unpackMatrix(answer), false);
      await note('provinces, articles, filtered, by 60 items', () => count(host, 'provinces', 'articles', filtered));
      await write(host);
      await note('provinces, sentences, after a write, by 60 items', () => count(host, 'provinces', 'sentences'));
      await host.close();
    }
    db.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [...samples].map(([name, figures]) => ({
    bench: 'matrix',
    case: name,
    unit: 'ms',
    ours: median(figures.ours),
    peer: figures.peer.length === 0 ? null : median(figures.peer),
    peerName: figures.peer.length === 0 ? null : 'one plain statement',
    runs,
    samples: figures,
  }));
}

/** A host whose workers have started, with the corpus open. */
async function openHost(folder: string, file: string): Promise<Host> {
  const host = new Host(folder, { kind: 'browser', dialogs: null, addressOf: (name) => `/file/${name}` });
  await answered(host.send('coder.identify', { id: uuidv7(), name: 'bench' }));
  await host.openFile(file);
  await answered(host.send('coder.list', {}));
  return host;
}

async function count(
  host: Host,
  rows: MatrixQuestion['rows'],
  measure: MatrixQuestion['measure'],
  filter: MatrixQuestion['filter'] = {},
): Promise<PackedMatrix> {
  const columns = { of: 'items', codebookId: BUILTIN_CODEBOOK_ID } as const;
  const question = { rows, measure, columns, filter, weighing: 'pooled' };
  return (await answered(host.send('matrix.count', question))) as PackedMatrix;
}

/** Changes a note. */
async function write(host: Host): Promise<void> {
  const found = (await answered(host.send('annotation.find', { filter: {}, order: 'article', descending: false }))) as {
    ids: string[];
  };
  const [annotation] = (await answered(host.send('annotation.get', { ids: found.ids.slice(0, 1) }))) as {
    id: string;
    version: number;
    note: string;
  }[];
  if (annotation === undefined) throw new Error('no annotation');
  const { id, version, note } = annotation;
  await answered(host.send('annotation.update', { id, version, note: `${note}。` }));
}

async function answered(sent: ReturnType<Host['send']>): Promise<unknown> {
  const answer = await sent;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function timed(act: () => unknown): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
