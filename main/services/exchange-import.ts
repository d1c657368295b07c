import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { PlannedImport } from '#domain/contract/exchange.ts';
import { STANDARD } from '#domain/exchange/conventions.ts';
import { fromProject } from '#domain/exchange/from-project.ts';
import { fromWebAnnotations } from '#domain/exchange/from-web-annotations.ts';
import type { ImportPlan } from '#domain/exchange/import-plan.ts';
import type { PlanOptions } from '#domain/exchange/present-corpus.ts';
import type { ExchangeProject } from '#domain/exchange/project.ts';
import { v7 as uuidv7 } from 'uuid';
import { wrongProject } from '../files/exchange/exchange-refusals.ts';
import { readAnnotationJson } from '../files/exchange/read-jsonld.ts';
import { readQdc } from '../files/exchange/read-qde.ts';
import { assertSound, readQdpx } from '../files/exchange/read-qdpx.ts';
import { fileRefusal } from '../files/file-refusal.ts';
import { limits } from '../files/readers/limits.ts';
import { tooLarge, unknownFormat } from '../files/readers/refusals.ts';
import { noCoder } from './coders.ts';
import type { ExchangeToStore, JobContext, JobInput, JobOutput, NewArticle } from './context.ts';
import { DuplicateFinder } from './duplicate-finder.ts';
import { stopIfCancelled } from './exchange-export.ts';
import { presentCorpus } from './exchange-present.ts';
import { prepareArticle } from './imports.ts';
import { prepareReference } from './reference-import.ts';

interface Planned {
  shown: PlannedImport;
  plan: ImportPlan;
  /** The file of each source's text, by the source's GUID. */
  bytes: ReadonlyMap<string, Uint8Array>;
}

export async function planExchange(
  context: JobContext,
  input: JobInput<'exchange.plan'>,
): Promise<JobOutput<'exchange.plan'>> {
  const { shown } = await planned(context, input);
  context.progress(1, 1);
  return { plan: shown };
}

/** Plans anew, since the corpus may have changed, and has everything stored in one step. */
export async function importExchange(
  context: JobContext,
  input: JobInput<'exchange.import'>,
): Promise<JobOutput<'exchange.import'>> {
  const { shown, plan, bytes } = await planned(context, input);
  const articles = prepareArticles(context, plan, bytes);
  const references = plan.references.map(({ id, name, fileName, text }) => ({
    ...prepareReference(fileName, text),
    id,
    name,
  }));
  stopIfCancelled(context);
  await context.write('exchange.store', { name: shown.name, plan, articles, references });
  context.progress(1, 1);
  return { plan: shown };
}

async function planned(
  context: JobContext,
  { sources, matchNames = true }: JobInput<'exchange.plan'>,
): Promise<Planned> {
  const { db, coder } = context;
  if (coder === null) throw noCoder();
  const [source] = sources;
  if (source === undefined || sources.length > 1 || !('path' in source))
    throw unknownFormat('this', 'choose one file: a .qdpx, a .qdc, or annotations in JSON-LD');
  const { name } = source;
  context.progress(0, null);
  const bytes = await contentsOf(source.path, name);
  const options: PlanOptions = { coderId: coder.id, matchNames, makeId: uuidv7 };
  const format = formatOf(name, bytes);
  if (format === 'jsonld') {
    const document = readAnnotationJson(name, bytes);
    stopIfCancelled(context);
    const found = db.transaction(() => fromWebAnnotations(document, presentCorpus(db), options))();
    if (!found.ok)
      throw wrongProject(found.fault.path === '' ? name : `${name}, ${found.fault.path}`, null, found.fault.what);
    return {
      ...shownOf({ plan: found.plan, format, name: found.name || name, origin: found.origin }),
      bytes: new Map(),
    };
  }
  const read = format === 'qdpx' ? await readQdpx(name, bytes) : readCodebook(name, bytes);
  stopIfCancelled(context);
  const found = db.transaction(() => fromProject(read, presentCorpus(db), options))();
  if (!found.ok) throw wrongProject(`${name}/project.qde`, found.fault.line, found.fault.what);
  const { project } = read;
  return {
    ...shownOf({ plan: found.plan, format, name: project.name || name, origin: project.origin }),
    bytes: new Map([...read.bytes].map(([{ guid }, text]) => [guid, text])),
  };
}

function readCodebook(name: string, bytes: Uint8Array): Awaited<ReturnType<typeof readQdpx>> {
  const { codes, sets, origin, irregular } = readQdc(name, bytes);
  const project: ExchangeProject = {
    name: name.slice(0, name.length - extname(name).length),
    origin,
    createdBy: null,
    createdAt: null,
    users: [],
    codes,
    variables: [],
    cases: [],
    sources: [],
    notes: [],
    links: [],
    sets,
    description: '',
    noteRefs: [],
  };
  const read = { project, irregular, skipped: [], skippedGuids: new Set<string>(), bytes: new Map() };
  assertSound(name, read);
  return read;
}

async function contentsOf(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > limits.archiveBytes) throw tooLarge(name, size, limits.archiveBytes);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('not-found', 'file-unreadable', `${name} is not there any more: choose it again.`, {
        file: name,
      });
    throw fileRefusal(error, path);
  }
}

/** By what the file begins with, not by its name. */
function formatOf(name: string, bytes: Uint8Array): PlannedImport['format'] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'qdpx';
  const opening = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[^<{[]*/, '');
  if (opening.startsWith('<')) {
    if (/<(?:\w+:)?Project\b/.test(opening))
      throw unknownFormat(name, 'a project.qde alone has no texts; choose the .qdpx that it came in');
    return 'qdc';
  }
  if (/^[{[]/.test(opening)) return 'jsonld';
  throw unknownFormat(name, 'choose a REFI-QDA project (.qdpx), a codebook (.qdc), or annotations in JSON-LD');
}

function shownOf({
  plan,
  format,
  name,
  origin,
}: {
  plan: ImportPlan;
  format: PlannedImport['format'];
  name: string;
  origin: string;
}): Omit<Planned, 'bytes'> {
  const hasPositions = plan.annotations.length > 0 || plan.named > 0;
  const shown: PlannedImport = {
    name: name.toWellFormed().slice(0, 200),
    format,
    origin: origin.slice(0, 200),
    counts: {
      articles: plan.articles.length,
      annotations: plan.annotations.length,
      categories: plan.categories.length,
      memos: plan.memos.length,
      coders: plan.coders.length,
      references: plan.references.length,
      codebooks: plan.codebooks.length,
      wholeArticles: plan.wholeLinks.length,
      links: plan.referenceLinks.length,
    },
    convention: hasPositions ? plan.convention : format === 'qdpx' ? STANDARD : null,
    named: plan.named,
    fitting: plan.fitting,
    meetings: plan.meetings,
    losses: plan.losses,
  };
  return { shown, plan };
}

/** Articles as an import makes them; no repair is applied, since passages were coded in the texts as they are. */
function prepareArticles(
  context: JobContext,
  plan: ImportPlan,
  bytes: ReadonlyMap<string, Uint8Array>,
): ExchangeToStore['articles'] {
  const finder = new DuplicateFinder(context.db);
  /** The ids under which texts of this import were compared, and those they are stored by. */
  const ids = new Map<string, string>();
  return plan.articles.map(({ id, source, name, raw, metadata, whole, exclusion }, index) => {
    stopIfCancelled(context);
    context.progress(index, plan.articles.length + 1);
    const read = { outcome: 'read', name, text: raw, encoding: 'utf-8' } as const;
    const prepared = prepareArticle(
      { ...read, bytes: bytes.get(source) ?? Buffer.from(raw, 'utf8') },
      'none',
      {},
      finder,
    );
    ids.set(prepared.id, id);
    const given = whole ? { ...unknown, ...metadata } : { ...prepared.metadata, ...metadata };
    const fields = whole ? [] : prepared.proposal.fields.filter(({ field }) => !(field in metadata));
    const article: NewArticle = {
      ...prepared,
      id,
      metadata: given,
      proposal: { ...prepared.proposal, fields },
      resembling: prepared.resembling.map((each) => ({
        ...each,
        articleId: ids.get(each.articleId) ?? each.articleId,
      })),
    };
    return { article, exclusion };
  });
}

const unknown: NewArticle['metadata'] = {
  title: null,
  outlet: null,
  outletProvince: null,
  places: [],
  publishedOn: null,
  reporters: [],
  editor: null,
  source: null,
  address: null,
  genre: null,
  script: null,
};
