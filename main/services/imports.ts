import { Refusal } from '#domain/contract/answer.ts';
import type { Encoding, ImportedFile } from '#domain/contract/import.ts';
import { applyRepairs, proposeRepairs, type RepairChoice } from '#domain/repair/repair-text.ts';
import type { RepairKnowledge } from '#domain/repair/repair-report.ts';
import { proposeRoles } from '#domain/text/roles.ts';
import { makeWellFormed } from '#domain/text/well-formed.ts';
import { v7 as uuidv7 } from 'uuid';
import type { ReadArticle, RefusedFile } from '../files/readers/read-article.ts';
import { readSource } from '../files/readers/read-source.ts';
import type { FileWithoutArticle, JobContext, JobInput, JobOutput, NewArticle, ResolvedSource } from './context.ts';
import { DuplicateFinder } from './duplicate-finder.ts';
import { sha256 } from './insert-article.ts';
import { type ArticleSource, proposeKnown } from './known-metadata.ts';
import { repairKnowledge } from './repair-knowledge.ts';

/** A portion is stored when it has so many files, so many UTF-16 units, or so many ms behind it: no click waits long. */
export const PORTION = { files: 25, units: 100_000, milliseconds: 400 };

type Told = JobOutput<'article.import'>['files'][number];
type ReadText = Pick<ReadArticle, 'outcome' | 'name' | 'bytes' | 'text' | 'encoding'> &
  Partial<Pick<ReadArticle, 'confidence' | 'alternatives'>> &
  ArticleSource;

/** Reads each source and hands its articles to the writer; what cannot be read is reported and the rest goes on. */
export async function importArticles(
  context: JobContext,
  input: JobInput<'article.import'>,
): Promise<JobOutput<'article.import'>> {
  const run = new ImportRun(context, input);
  context.progress(0, input.sources.length);
  for (const [index, source] of input.sources.entries()) {
    if (context.cancelled()) break;
    for await (const read of articlesOf(source, input)) {
      await run.take(read, index);
      if (context.cancelled()) break;
    }
    run.done(index + 1);
  }
  return await run.finish();
}

async function* articlesOf(
  source: ResolvedSource,
  { encoding, columns }: JobInput<'article.import'>,
): AsyncGenerator<ReadText | RefusedFile> {
  if ('path' in source) {
    yield* readSource(source, {
      ...(encoding === undefined ? {} : { encoding }),
      ...(columns === undefined ? {} : { columns }),
    });
  } else yield { outcome: 'read', name: source.name, ...pasted(source.text) };
}

/** Gathers what was read into portions and stores them. */
class ImportRun {
  readonly #context: JobContext;
  readonly #repair: RepairChoice;
  readonly #importId = uuidv7();
  readonly #finder: DuplicateFinder;
  readonly #knowledge: RepairKnowledge;
  readonly #told: Told[] = [];
  #portion: { file: { article: NewArticle } | { refused: FileWithoutArticle }; told: Told }[] = [];
  #units = 0;
  #since = performance.now();
  #stored = 0;

  readonly #total: number;
  /** Sources that were read to their end; told as done once what they hold is stored. */
  #read = 0;

  constructor(context: JobContext, { repair = 'certain', sources }: JobInput<'article.import'>) {
    this.#context = context;
    this.#total = sources.length;
    this.#repair = repair;
    this.#finder = new DuplicateFinder(context.db);
    this.#knowledge = repairKnowledge(context.db);
  }

  /** All before the source of that number were read; what is not stored yet is not done. */
  done(sources: number): void {
    this.#read = sources;
    if (this.#portion.length === 0) this.#context.progress(sources, this.#total);
  }

  async take(read: ReadText | RefusedFile, source: number): Promise<void> {
    try {
      if (read.outcome === 'refused') throw read.refusal;
      const article = prepareArticle(read, this.#repair, this.#knowledge, this.#finder);
      this.#units += article.imported.text.length;
      this.#portion.push({ file: { article }, told: toldOf(article) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const bytesSha256 = read.outcome === 'read' ? sha256(read.bytes) : null;
      const told = refusalOf(read.name, error, source);
      const { name, reason, message, encoding } = told;
      this.#portion.push({ file: { refused: { name, reason, message, encoding, bytesSha256 } }, told });
    }
    // What was only refused waits for an article: an import of nothing leaves no trace in the corpus.
    if (!this.#portion.some(({ file }) => 'article' in file)) return;
    const isFull = this.#portion.length >= PORTION.files || this.#units >= PORTION.units;
    if (isFull || performance.now() - this.#since >= PORTION.milliseconds) await this.#store();
  }

  async finish(): Promise<JobOutput<'article.import'>> {
    if (this.#stored > 0 || this.#portion.some(({ file }) => 'article' in file)) await this.#store();
    else this.#told.push(...this.#portion.map(({ told }) => told));
    this.#context.progress(this.#read, this.#total);
    return { importId: this.#stored > 0 ? this.#importId : null, files: this.#told };
  }

  async #store(): Promise<void> {
    if (this.#portion.length > 0) {
      const portion = this.#portion;
      const files = portion.map(({ file }) => file);
      const stored = await this.#context.write('import.store', {
        importId: this.#importId,
        position: this.#stored,
        files,
      });
      const ids = new Map<string, string>();
      let next = 0;
      for (const { file, told } of portion) {
        const found = 'article' in file ? stored[next++] : undefined;
        if (found !== undefined && told.articleId !== null) ids.set(told.articleId, found.articleId);
        this.#told.push(found === undefined ? told : { ...told, ...outcomeOf(found, told, ids) });
      }
      this.#stored += portion.length;
      this.#finder.stored();
    }
    this.#portion = [];
    this.#units = 0;
    this.#since = performance.now();
    this.#context.progress(this.#read, this.#total);
  }
}

function outcomeOf(
  { articleId, duplicate }: { articleId: string; duplicate: boolean },
  { resembles }: Told,
  ids: ReadonlyMap<string, string>,
): Partial<Told> {
  if (!duplicate) {
    const other = resembles && { ...resembles, articleId: ids.get(resembles.articleId) ?? resembles.articleId };
    return { articleId, resembles: other };
  }
  return { outcome: 'duplicate', articleId, repairs: { applied: 0, open: 0 }, flags: 0, resembles: null };
}

/** What is done to a text before it is stored. */
export type ImportStage = 'repair' | 'metadata' | 'duplicates';
type Timed = <Value>(stage: ImportStage, work: () => Value) => Value;

/** All that an import does to one text before it is stored; refuses a text it cannot take. `timed` lets the bench watch. */
export function prepareArticle(
  read: ReadText,
  repair: RepairChoice,
  knowledge: RepairKnowledge,
  finder: DuplicateFinder,
  timed: Timed = (_stage, work) => work(),
): NewArticle {
  const { name, bytes, encoding } = read;
  if (read.confidence === 'close') throw closeCall(read);
  const wellFormed = makeWellFormed(read.text);
  if (wellFormed.text.trim() === '')
    throw new Refusal('invalid', 'file-empty', `${name} contains no text.`, { file: name });
  const { repairs, flags } = timed('repair', () => proposeRepairs(wellFormed.text, knowledge));
  const accepted = repairs.filter(({ certain }) => repair === 'all' || (repair === 'certain' && certain));
  const after = applyRepairs(wellFormed.text, accepted, 'all');
  const { imported, repaired, known } = timed('metadata', () => {
    const first = { id: uuidv7(), ...wellFormed, roles: proposeRoles(wellFormed.text) };
    const second = after.changes.length === 0 ? null : { id: uuidv7(), ...after, roles: proposeRoles(after.text) };
    return { imported: first, repaired: second, known: proposeKnown(read, second ?? first) };
  });
  const { metadata, proposal } = known;
  const id = uuidv7();
  const { text } = repaired ?? imported;
  const { print, resembling } = timed('duplicates', () => finder.find({ id, text, outlet: metadata.outlet }));
  return {
    id,
    fileName: name,
    bytes,
    encoding,
    originalText: read.text,
    imported,
    repaired,
    repairs: repairs.map((each) => ({ ...each, accepted: accepted.includes(each) })),
    flags,
    metadata,
    proposal,
    fingerprint: print,
    resembling,
  };
}

function toldOf(article: NewArticle): Told {
  const applied = article.repairs.filter(({ accepted }) => accepted).length;
  const [closest] = article.resembling;
  return {
    name: article.fileName,
    outcome: 'imported',
    articleId: article.id,
    encoding: article.encoding,
    wellFormedChanges: article.imported.changes.length,
    repairs: { applied, open: article.repairs.length - applied },
    flags: article.flags.length,
    resembles: closest === undefined ? null : { articleId: closest.articleId, kind: closest.kind },
    reason: null,
    message: null,
    readings: null,
    columns: null,
    again: null,
  };
}

function refusalOf(name: string, { details, message }: Refusal, source: number): Told {
  const readings = details.reason === 'encoding-close' ? (details.choices as ImportedFile['readings']) : null;
  const columns = details.reason === 'table-without-text' ? (details.columns as string[]) : null;
  return {
    name,
    outcome: 'refused',
    articleId: null,
    encoding: null,
    wellFormedChanges: 0,
    repairs: { applied: 0, open: 0 },
    flags: 0,
    resembles: null,
    reason: details.reason,
    message,
    readings,
    columns,
    again: readings === null && columns === null ? null : source,
  };
}

/** Of two readings nearly as good neither is taken in silence. */
export function closeCall({ name, encoding, text, alternatives = [] }: ReadText): Refusal {
  const choices = [{ encoding: encoding as Encoding, sample: beginningOf(text) }, ...alternatives];
  const readings = choices
    .map((each) => `${each.encoding} 「${each.sample.trim().slice(0, 20)}」`)
    .join(' / ')
    .toWellFormed();
  return new Refusal(
    'invalid',
    'encoding-close',
    `${name} can be read in more than one way: ${readings}. Name the right one with --encoding, or save the file as UTF-8.`,
    { file: name, readings, choices },
  );
}

function beginningOf(text: string): string {
  return text.trim().slice(0, 120).replaceAll('\0', '').toWellFormed();
}

/** Pasted text has no bytes of its own: UTF-8 when that can hold it, else UTF-16. */
export function pasted(text: string): { bytes: Uint8Array; text: string; encoding: string } {
  if (text.isWellFormed()) return { bytes: Buffer.from(text, 'utf8'), text, encoding: 'utf-8' };
  return { bytes: Buffer.from(text, 'utf16le'), text, encoding: 'utf-16le' };
}
