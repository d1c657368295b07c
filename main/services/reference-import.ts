import { Refusal } from '#domain/contract/answer.ts';
import type { ImportedReference } from '#domain/contract/reference.ts';
import { makeWellFormed } from '#domain/text/well-formed.ts';
import { tieToDecision } from '#domain/reference/decision-divisions.ts';
import { splitReference } from '#domain/reference/split-reference.ts';
import { v7 as uuidv7 } from 'uuid';
import { readSource } from '../files/readers/read-source.ts';
import type {
  InternalWrites,
  JobContext,
  JobInput,
  JobOutput,
  NewReference,
  ResolvedSource,
  WriteContext,
} from './context.ts';
import { closeCall, pasted } from './imports.ts';
import { sha256 } from './insert-article.ts';
import { divisionsOf, getReference, rowOf } from './references.ts';

/** Reads each source, divides what it holds, and has it stored; what cannot be read is told and the rest goes on. */
export async function importReferences(
  context: JobContext,
  { sources, encoding }: JobInput<'reference.import'>,
): Promise<JobOutput<'reference.import'>> {
  const references: ImportedReference[] = [];
  for (const [index, source] of sources.entries()) {
    if (context.cancelled()) break;
    context.progress(index, sources.length);
    for await (const read of textsOf(source, encoding)) {
      try {
        if (read.outcome === 'refused') throw read.refusal;
        if ('confidence' in read && read.confidence === 'close') throw closeCall(read);
        references.push(await context.write('reference.store', { reference: prepareReference(read.name, read.text) }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        references.push(refused(read.name, error));
      }
    }
  }
  context.progress(sources.length, sources.length);
  return { references };
}

/** Divides a text, ties it to the built-in codebook where it is the Decision, and names it by its file. */
export function prepareReference(fileName: string, raw: string): NewReference {
  const { text } = makeWellFormed(raw);
  if (text.trim() === '')
    throw new Refusal('invalid', 'file-empty', `${fileName} contains no text.`, { file: fileName });
  const { divisions, misfits } = splitReference(text);
  const tie = tieToDecision(divisions);
  return {
    id: uuidv7(),
    name:
      fileName
        .replace(/\.[^.]+$/, '')
        .replace(/^.*[/\\]/, '')
        .slice(0, 200) || fileName,
    fileName,
    text,
    divisions: divisions.map(({ kind, depth, start, bodyStart, label, title }, at) => ({
      id: uuidv7(),
      kind,
      depth,
      start,
      bodyStart,
      label,
      title,
      categoryId: tie?.categoryIds[at] ?? null,
    })),
    misfits: misfits.length,
    missing: tie?.missing.length ?? 0,
  };
}

async function* textsOf(source: ResolvedSource, encoding: JobInput<'reference.import'>['encoding']) {
  if ('path' in source) yield* readSource(source, encoding === undefined ? {} : { encoding });
  else yield { outcome: 'read', name: source.name, ...pasted(source.text) } as const;
}

function refused(name: string, { details, message }: Refusal): ImportedReference {
  return {
    name,
    referenceId: null,
    duplicate: false,
    counts: null,
    isDecision: false,
    misfits: 0,
    missing: 0,
    reason: details.reason,
    message,
  };
}

/** Stores a reference text with its divisions as one step; the same text is not stored twice. */
export function storeReference(
  context: WriteContext,
  { reference }: InternalWrites['reference.store']['input'],
): ImportedReference {
  const { db, record } = context;
  const { id, name, fileName, text, divisions, misfits, missing } = reference;
  const sha = sha256(text);
  const present = db
    .prepare('SELECT id FROM reference_texts WHERE text_sha256 = ? AND deleted_at IS NULL')
    .pluck()
    .get(sha) as string | undefined;
  if (present === undefined) {
    record.insert('reference_texts', { id, name, file_name: fileName, text, text_sha256: sha });
    for (const division of divisions) {
      const { id: divisionId, kind, depth, start, bodyStart, label, title, categoryId } = division;
      record.insert('reference_divisions', {
        id: divisionId,
        reference_id: id,
        kind,
        depth,
        start,
        body_start: bodyStart,
        label,
        title,
        category_id: categoryId,
      });
    }
  }
  context.note(null, name);
  const referenceId = present ?? id;
  const { counts, isDecision } = rowOf(getReference(db, referenceId), divisionsOf(db, referenceId));
  const told = { counts, isDecision, misfits, missing, reason: null, message: null };
  return { name: fileName, referenceId, duplicate: present !== undefined, ...told };
}
