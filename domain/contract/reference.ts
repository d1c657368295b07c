import { z } from 'zod';
import { encodings, importSource } from './import.ts';
import { operation } from './operation.ts';
import { id, name, nothing, version } from './values.ts';

export const divisionKind = z.enum(['front', 'preamble', 'text', 'part', 'lead-in', 'item', 'closing']);

/** A division of a reference text with all below it; half-open, in UTF-16 offsets of the text. */
export const referenceDivision = z.strictObject({
  id,
  kind: divisionKind,
  /** 1 at the top. */
  depth: z.int(),
  start: z.int(),
  end: z.int(),
  /** Where its text begins, behind number and title. */
  bodyStart: z.int(),
  /** As written, such as `（一）`; empty without a number. */
  label: z.string(),
  title: z.string(),
  categoryId: id.nullable(),
});
export type ReferenceDivision = z.infer<typeof referenceDivision>;

/** How many divisions of each kind a reference text has. */
const counts = z.strictObject({ parts: z.int(), leadIns: z.int(), items: z.int(), closings: z.int() });

export const referenceRow = z.strictObject({
  id,
  version,
  name: z.string(),
  fileName: z.string(),
  /** UTF-16 units. */
  length: z.int(),
  counts,
  /** Whether it is the Decision: its divisions are then tied to the built-in codebook. */
  isDecision: z.boolean(),
});
export type ReferenceRow = z.infer<typeof referenceRow>;

const place = z.strictObject({ start: z.int(), end: z.int() });
/** A place that does not fit into the divisions. */
const misfit = place.extend({ reason: z.enum(['no-numbering', 'number-skipped', 'number-out-of-order', 'no-text']) });

export const referenceText = referenceRow.extend({
  text: z.string(),
  divisions: z.array(referenceDivision),
  /** Without the white space around them, in order. */
  sentences: z.array(place),
  misfits: z.array(misfit),
  /** Of the Decision: parts and items of the built-in codebook that were not found in it. */
  missing: z.array(id),
});
export type ReferenceText = z.infer<typeof referenceText>;

export const importedReference = z.strictObject({
  name: z.string(),
  /** Null when it was refused; of a text that was there already, its id. */
  referenceId: id.nullable(),
  duplicate: z.boolean(),
  counts: counts.nullable(),
  isDecision: z.boolean(),
  misfits: z.int(),
  missing: z.int(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
});
export type ImportedReference = z.infer<typeof importedReference>;

export const referenceOperations = {
  'reference.import': operation(
    'job',
    'Reads texts that articles are to be compared against, such as the Decision, and divides them by their numbering; takes whatever `article.import` takes.',
    z.strictObject({ sources: z.array(importSource).min(1).max(100), encoding: z.enum(encodings).optional() }),
    z.strictObject({ references: z.array(importedReference) }),
  ),
  'reference.list': operation('read', 'The reference texts, in the order they came.', nothing, z.array(referenceRow)),
  'reference.get': operation(
    'read',
    'A reference text with its divisions and sentences, and what does not fit into them.',
    z.strictObject({ referenceId: id }),
    referenceText,
  ),
  'reference.update': operation(
    'write',
    'Gives a reference text another name.',
    z.strictObject({ id, version, name }),
    referenceRow,
  ),
  'reference.remove': operation(
    'write',
    'Puts a reference text into the bin; undo brings it back.',
    z.strictObject({ id, version }),
    nothing,
  ),
  'reference.setDivision': operation(
    'write',
    'Makes the paragraph at an offset the head of a division, gives its division another kind, depth or category, or takes it away (null).',
    z.strictObject({
      referenceId: id,
      version,
      at: z.int().min(0),
      division: z
        .strictObject({
          kind: divisionKind,
          depth: z.int().min(1).max(8),
          categoryId: id.nullable(),
        })
        .nullable(),
    }),
    referenceRow,
  ),
  'reference.makeCodebook': operation(
    'write',
    'Makes a codebook of the parts and items of a reference text, and ties its divisions to it.',
    z.strictObject({ referenceId: id, version, codebookId: id }),
    z.strictObject({ categories: z.int() }),
  ),
};
