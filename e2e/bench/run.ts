import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRAM_VERSION } from '../../domain/program.ts';
import { benchArticles } from './articles.bench.ts';
import type { BenchRow } from './bench-row.ts';
import { benchCoding } from './coding.bench.ts';
import { benchFind, benchFindLarge } from './find.bench.ts';
import { benchHighlights } from './highlights/highlights.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchMatrix } from './matrix.bench.ts';
import { benchReports } from './reports.bench.ts';
import { benchReuse } from './reuse.bench.ts';
import { benchStart } from './start.bench.ts';
import { benchSuggest } from './suggest.bench.ts';
import { benchWrites } from './writes.bench.ts';

const benches: Record<string, (options: { runs: number }) => Promise<BenchRow[]>> = {
  start: benchStart,
  articles: benchArticles,
  highlights: benchHighlights,
  coding: benchCoding,
  import: benchImport,
  writes: benchWrites,
  matrix: benchMatrix,
  reuse: benchReuse,
  suggest: benchSuggest,
  find: benchFind,
  'find-large': benchFindLarge,
  reports: benchReports,
};
const FEWEST_RUNS = 5;

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: String(FEWEST_RUNS) } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (!Number.isInteger(runs) || runs < FEWEST_RUNS || unknown.length > 0) {
  console.error(`usage: npm run bench -- [${Object.keys(benches).join(' | ')}]… [--runs N], N at least ${FEWEST_RUNS}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`${name} …`);
  rows.push(...(await bench({ runs })));
}

const figure = (value: number | null) => (value === null ? '' : value.toFixed(1));
const table = rows.map((row) => [
  row.bench,
  row.case,
  row.unit,
  figure(row.ours),
  figure(row.peer),
  row.peer === null ? '' : (row.ours / row.peer).toFixed(2),
  row.peerName ?? '',
  row.difference?.map(figure).join(' to ') ?? '',
]);
const head = ['bench', 'case', 'unit', 'ours', 'peer', 'ratio', 'peer', 'difference, 95 %'];
const widths = head.map((title, column) => Math.max(title.length, ...table.map((cells) => cells[column]?.length ?? 0)));
for (const cells of [head, widths.map((width) => '-'.repeat(width)), ...table]) {
  console.log(`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
}

const folder = join(import.meta.dirname, '..', '..', 'bench-results');
const file = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '')}.json`);
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
await mkdir(folder, { recursive: true });
await writeFile(file, JSON.stringify({ program: PROGRAM_VERSION, runs, machine, rows }, null, 2));
console.error(`medians of ${runs} runs; all figures in ${file}`);
