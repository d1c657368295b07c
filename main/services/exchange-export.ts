import { createHash } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { ExchangeFormat } from '#domain/contract/exchange.ts';
import { buildDeposit } from '#domain/exchange/deposit.ts';
import type { Loss } from '#domain/exchange/losses.ts';
import type { CorpusSnapshot } from '#domain/exchange/snapshot.ts';
import { ORIGIN, toCodebook, toProject } from '#domain/exchange/to-project.ts';
import { toWebAnnotations } from '#domain/exchange/to-web-annotations.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { v7 as uuidv7 } from 'uuid';
import { copyVerified } from '../db/backups.ts';
import { connect } from '../db/connection.ts';
import { proveQdc, proveQdpx, proveWebAnnotations } from '../files/exchange/prove.ts';
import { sourceFile, writeQdc, writeQde } from '../files/exchange/write-qde.ts';
import { ZipFile } from '../files/exchange/zip-file.ts';
import { fileRefusal } from '../files/file-refusal.ts';
import { makeFolder } from '../files/make-folder.ts';
import { checkCorpus } from './check.ts';
import type { JobContext, JobInput, JobOutput } from './context.ts';
import { codebookLosses, countsOf, wantedOf } from './exchange-preview.ts';
import { takeSnapshot } from './exchange-snapshot.ts';
import { fileNameOf } from './reports.ts';

const endings: Record<ExchangeFormat, string> = {
  qdpx: 'qdpx',
  qdc: 'qdc',
  jsonld: 'jsonld',
  deposit: 'zip',
  copy: 'jianzhu',
};

/** Makes the file in the outbox, whole, proven by reading it back, or not at all. */
export async function exportExchange(
  context: JobContext,
  input: JobInput<'exchange.export'>,
): Promise<JobOutput<'exchange.export'>> {
  const { db } = context;
  makeFolder(context.outbox);
  const ending = endings[input.format];
  const path = join(context.outbox, `${uuidv7()}.${ending}`);
  const part = `${path}.part`;
  const snapshot = db.transaction(() =>
    takeSnapshot(db, wantedOf(context, input), (done, total) => context.progress(done, total * 3)),
  )();
  try {
    const losses = await write(context, input, snapshot, part);
    stopIfCancelled(context);
    await rename(part, path);
    const { size } = await stat(path);
    const name = `${fileNameOf(snapshot.corpus.name)}${input.format === 'deposit' ? '-deposit' : ''}.${ending}`;
    return { path, name, bytes: size, counts: countsOf(snapshot, input.format), losses };
  } catch (error) {
    await rm(part, { force: true });
    throw fileRefusal(error, part);
  }
}

/** For a job that leaves nothing behind. */
export function stopIfCancelled(context: JobContext): void {
  if (context.cancelled()) throw new Refusal('unavailable', 'cancelled', 'This was stopped, and nothing was changed.');
}

async function write(
  context: JobContext,
  { format, language, texts = true, readme }: JobInput<'exchange.export'>,
  snapshot: CorpusSnapshot,
  part: string,
): Promise<Loss[]> {
  const madeAt = new Date().toISOString();
  switch (format) {
    case 'copy':
      await copyCorpus(context, part);
      return [];
    case 'qdc': {
      const { codes, sets, losses } = toCodebook(snapshot.codebooks, language);
      if (codes.length === 0)
        throw new Refusal(
          'invalid',
          'exchange-empty',
          'There is no category to export: a codebook holds at least one.',
        );
      await writeFile(part, writeQdc(`${ORIGIN} ${PROGRAM_VERSION}`, codes, sets));
      proveQdc(await readFile(part), { codes, sets });
      return codebookLosses(snapshot, losses);
    }
    case 'jsonld': {
      const { collection, losses } = toWebAnnotations(snapshot, { language, madeAt, texts });
      await writeFile(part, `${JSON.stringify(collection, null, 2)}\n`);
      proveWebAnnotations(await readFile(part), snapshot);
      return losses;
    }
    case 'qdpx': {
      const { project, losses } = toProject(snapshot, { language, coderId: context.coder?.id ?? null, madeAt });
      const total = project.sources.length * 3;
      await packed(part, async (zip) => {
        await zip.add('project.qde', [writeQde(project)]);
        for (const [index, { guid, text }] of project.sources.entries()) {
          stopIfCancelled(context);
          await zip.add(sourceFile(guid), [text]);
          context.progress(project.sources.length + index + 1, total);
        }
      });
      await proveQdpx(await readFile(part), project);
      context.progress(total, total);
      return losses;
    }
    case 'deposit': {
      const { files, losses } = buildDeposit(snapshot, { language, madeAt, texts, readme });
      const { codes, sets } = toCodebook(snapshot.codebooks, language);
      await packed(part, async (zip) => {
        for (const [index, { name, content }] of files.entries()) {
          stopIfCancelled(context);
          await zip.add(name, content);
          context.progress(index, files.length);
        }
        if (codes.length > 0) await zip.add('codebook.qdc', [writeQdc(`${ORIGIN} ${PROGRAM_VERSION}`, codes, sets)]);
        const sums = [...zip.checksums].toSorted(([a], [b]) => (a < b ? -1 : 1));
        await zip.add('SHA256SUMS', [sums.map(([name, sum]) => `${sum}  ${name}\n`).join('')]);
      });
      return losses;
    }
  }
}

async function packed(part: string, fill: (zip: ZipFile) => Promise<void>): Promise<void> {
  const zip = await ZipFile.create(part);
  try {
    await fill(zip);
    await zip.end();
  } catch (error) {
    await zip.abandon();
    throw error;
  }
}

/** Copies the corpus with its own backup, then opens the copy, checks every quote and compares the rows. */
async function copyCorpus(context: JobContext, part: string): Promise<void> {
  const tries = 3;
  for (let attempt = 1; ; attempt++) {
    context.progress(0, 2);
    await copyVerified(context.db.name, part);
    stopIfCancelled(context);
    context.progress(1, 2);
    const copy = connect(part, { readonly: true });
    try {
      const checked = checkCorpus({ db: copy, coder: null });
      const [problem] = checked.problems;
      if (problem !== undefined)
        throw new Refusal(
          'invalid',
          'corpus-damaged',
          `The corpus is damaged (${problem.slice(0, 200)}): no copy was made.`,
          {
            file: context.db.name,
            found: problem.slice(0, 200),
          },
        );
      // Somebody may have written meanwhile; the copy is then as good, and made anew to be sure.
      if (contentsOf(copy) === contentsOf(context.db) || attempt === tries) break;
    } finally {
      copy.close();
    }
  }
  context.progress(2, 2);
}

/** How many rows each table has, as one number to compare. */
function contentsOf(db: JobContext['db']): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .pluck()
    .all() as string[];
  for (const table of tables)
    hash.update(`${table} ${db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number}\n`);
  return hash.digest('hex');
}
