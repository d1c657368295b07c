import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, connect } from '../../main/db/connection.ts';
import { createCorpus } from '../../main/db/corpus-file.ts';
import { Recorder } from '../../main/db/recorder.ts';
import { readSource } from '../../main/files/readers/read-source.ts';
import { enterCoder } from '../../main/services/coders.ts';
import type { NewArticle, WriteContext } from '../../main/services/context.ts';
import { DuplicateFinder } from '../../main/services/duplicate-finder.ts';
import { type ImportStage, PORTION, prepareArticle } from '../../main/services/imports.ts';
import { storeImport } from '../../main/services/insert-article.ts';
import { repairKnowledge } from '../../main/services/repair-knowledge.ts';
import { type BenchRow, median } from './bench-row.ts';
import { insertBare } from './bare-inserts.ts';
import { firstLine } from './hosted.ts';
import { importArticle } from './import-articles.ts';

const ARTICLES = 10_000;
const stages = ['detection', 'repair', 'metadata', 'duplicates', 'database'] as const;
type Stage = (typeof stages)[number];
const coder = { id: '01932f6e-0000-7000-8000-000000000002', name: 'bench' };

/**
 * An import of 10,000 text files, stage by stage in the order of the program; the peer of the database stage is a bare
 * loop that inserts the same rows, with the same indexes, in transactions of 100. Memory is that of the whole program,
 * at its highest, after a quarter and after all of the files.
 */
export async function benchImport({ runs }: { runs: number }): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  try {
    const inbox = join(folder, 'inbox');
    await writeArticles(inbox, ARTICLES);
    const samples = Object.fromEntries(stages.map((stage) => [stage, { ours: [] as number[], peer: [] as number[] }]));
    const together = { ours: [] as number[], peer: [] as number[] };
    for (let run = 0; run < runs; run++) {
      const file = join(folder, `${run}.jianzhu`);
      const spent = await importStageByStage(inbox, file);
      const bare = insertBare(file, join(folder, `${run}-bare.jianzhu`));
      for (const stage of stages) samples[stage]?.ours.push(spent[stage]);
      samples.database?.peer.push(bare);
      together.ours.push((spent.detection + spent.repair + spent.metadata + spent.duplicates) / ARTICLES);
      await Promise.all([file, join(folder, `${run}-bare.jianzhu`)].map((each) => rm(each, { force: true })));
    }
    const row = (name: string, figures: { ours: number[]; peer: number[] }, peerName: string | null): BenchRow => ({
      bench: 'import',
      case: name,
      unit: 'ms',
      ours: median(figures.ours),
      peer: peerName === null ? null : median(figures.peer),
      peerName,
      runs,
      samples: figures,
    });
    return [
      ...stages.map((stage) =>
        row(
          `${ARTICLES} articles of 1500 characters: ${stage}`,
          samples[stage] ?? { ours: [], peer: [] },
          stage === 'database' ? 'bare inserts of the same rows' : null,
        ),
      ),
      row('detection, repair, metadata and duplicates of one article', together, null),
      await memoryRow(folder, inbox),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeArticles(inbox: string, count: number): Promise<void> {
  await mkdir(inbox);
  for (let number = 0; number < count; number++)
    await writeFile(join(inbox, `${String(number).padStart(5, '0')}.txt`), importArticle(number));
}

async function importStageByStage(inbox: string, file: string): Promise<Record<Stage, number>> {
  createCorpus(file, { id: uuidv7(), name: 'bench' }, new Date().toISOString());
  const writer = connect(file);
  const reader = connect(file, { readonly: true });
  const spent: Record<Stage, number> = { detection: 0, repair: 0, metadata: 0, duplicates: 0, database: 0 };
  const timed = <Value>(stage: ImportStage, work: () => Value): Value => {
    const began = performance.now();
    const value = work();
    spent[stage] += performance.now() - began;
    return value;
  };
  const finder = new DuplicateFinder(reader);
  const knowledge = repairKnowledge(reader);
  const importId = uuidv7();
  let portion: { article: NewArticle }[] = [];
  for (let number = 0; number < ARTICLES; number++) {
    const name = `${String(number).padStart(5, '0')}.txt`;
    const bytes = readFileSync(join(inbox, name));
    const began = performance.now();
    for await (const read of readSource({ name, bytes })) {
      spent.detection += performance.now() - began;
      if (read.outcome === 'refused') throw read.refusal;
      portion.push({ article: prepareArticle(read, 'certain', knowledge, finder, timed) });
    }
    if (portion.length < PORTION.files) continue;
    spent.database += store(writer, { importId, position: number + 1 - portion.length, files: portion });
    finder.stored();
    portion = [];
  }
  reader.close();
  writer.close();
  return spent;
}

/** One transaction as the writer of the program runs it; answers with its time in ms. */
function store(db: Connection, portion: Parameters<typeof storeImport>[1]): number {
  const began = performance.now();
  db.transaction(() => {
    const now = new Date().toISOString();
    const context: WriteContext = {
      db,
      record: new Recorder(db, now),
      coder,
      now,
      note: () => {},
      turns: () => {},
      touched: () => {},
    };
    enterCoder(context, coder);
    storeImport(context, portion);
  }).immediate();
  return performance.now() - began;
}

/**
 * The memory (MB) that the whole program has taken at its highest, of an import of all files beside one of a quarter: each
 * in a process of its own.
 */
async function memoryRow(folder: string, inbox: string): Promise<BenchRow> {
  const quarter = join(folder, 'quarter');
  await writeArticles(quarter, ARTICLES / 4);
  const [peer, ours] = [await peakOf(folder, quarter), await peakOf(folder, inbox)];
  return {
    bench: 'import',
    case: `memory at its highest, ${ARTICLES} articles`,
    unit: 'MB',
    ours,
    peer,
    peerName: 'a quarter of them',
    runs: 1,
    samples: { ours: [ours], peer: [peer] },
  };
}

async function peakOf(folder: string, inbox: string): Promise<number> {
  const data = await mkdtemp(join(folder, 'data-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-host.ts'), data, inbox], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { megabytes } = JSON.parse(await firstLine(child)) as { megabytes: number };
  await rm(data, { recursive: true, force: true });
  return megabytes;
}
