import type { ExchangeCode, ExchangeProject, ExchangeSet } from '#domain/exchange/project.ts';
import { fromWebAnnotations } from '#domain/exchange/from-web-annotations.ts';
import type { CorpusSnapshot } from '#domain/exchange/snapshot.ts';
import type { Json } from '#domain/exchange/web-annotation.ts';
import { v7 as uuidv7 } from 'uuid';
import { readPositions, STANDARD } from '#domain/exchange/conventions.ts';
import { readQdc } from './read-qde.ts';
import { readQdpx } from './read-qdpx.ts';

/**
 * Reads a project back that was just written: it must be as the format has it, down to the order of elements, every
 * reference must resolve, every position lie in its text, and what is read must be what was written. Throws otherwise.
 */
export async function proveQdpx(bytes: Uint8Array, written: ExchangeProject): Promise<void> {
  const { project, skipped, irregular } = await readQdpx('project.qdpx', bytes);
  const [first] = irregular;
  if (first !== undefined) throw new Error(`the project written is irregular in line ${first.line}: ${first.what}`);
  if (skipped.length > 0) throw new Error('the project written holds what this program cannot read');
  for (const { text, selections, guid } of project.sources) {
    const positions = readPositions(text, STANDARD);
    for (const { start, end, name } of selections) {
      const span = positions.span(start, end);
      if (span === null || !text.slice(span.start, span.end).startsWith(name))
        throw new Error(`a selection of ${guid} does not stand where it was written`);
    }
  }
  assertSame(project, written);
}

/** As `proveQdpx`, for a codebook. */
export function proveQdc(bytes: Uint8Array, written: { codes: ExchangeCode[]; sets: ExchangeSet[] }): void {
  const { codes, sets, irregular } = readQdc('codebook.qdc', bytes);
  const [first] = irregular;
  if (first !== undefined) throw new Error(`the codebook written is irregular in line ${first.line}: ${first.what}`);
  assertSame({ codes, sets }, { codes: written.codes.map(withoutNotes), sets: written.sets });
}

function withoutNotes(code: ExchangeCode): ExchangeCode {
  return { ...code, noteRefs: [], codes: code.codes.map(withoutNotes) };
}

function assertSame(read: object, written: object): void {
  if (JSON.stringify(read, sorted) !== JSON.stringify(written, sorted))
    throw new Error('what was written is read back otherwise');
}

/** Keys in one order, without the lines that a reader adds. */
function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'line')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * As `proveQdpx`, for annotations in JSON-LD: read into a corpus that has the articles alone, every placed annotation must come
 * out at its place, with its words, its note, its translation and as many links.
 */
export function proveWebAnnotations(bytes: Uint8Array, { articles, codebooks, codingRules }: CorpusSnapshot): void {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const read = fromWebAnnotations(
    JSON.parse(Buffer.from(bytes).toString('utf8')) as Json,
    {
      id: '',
      coders: [],
      codebooks,
      codingRules,
      state: (kind, id) => (kind === 'articles' && texts.has(id) ? 'live' : 'free'),
      textOf: (id) => texts.get(id) ?? null,
      articleWithText: () => null,
      referenceText: () => null,
      referenceWithText: () => null,
    },
    { coderId: '', matchNames: false, makeId: uuidv7 },
  );
  const placed = articles.flatMap(({ annotations }) => annotations.filter(({ orphan }) => !orphan));
  if (placed.length === 0) return;
  if (!read.ok) throw new Error(`the annotations written are not to be read: ${read.fault.path} ${read.fault.what}`);
  const byId = new Map(read.plan.annotations.map((each) => [each.id, each]));
  for (const { id, start, end, exact, note, translation, links } of placed) {
    const found = byId.get(id);
    const { anchor } = found ?? {};
    if (anchor?.start !== start || anchor.end !== end || anchor.exact !== exact)
      throw new Error(`the annotation ${id} is not read back where it was written`);
    if (found?.note !== note || found.translation !== translation || found.links.length !== links.length)
      throw new Error(`the annotation ${id} is read back otherwise than it was written`);
  }
}
