import { z } from 'zod';
import { comparedText, comparisonQuestion } from './comparison.ts';
import { matrix, matrixQuestion } from './matrix.ts';
import { operation } from './operation.ts';
import { id, instant, name, note, nothing, shortText, version } from './values.ts';

/** What was asked, so that it can be asked again, and how it was shown. */
export const findingQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('matrix'),
    ask: matrixQuestion,
    shown: z.strictObject({
      reading: z.string().max(100),
      least: z.int().min(0).max(1_000_000),
      /** By what rows were sorted: a word, or the id of a column's category. */
      sort: z.string().max(100),
      descending: z.boolean(),
      /** What the address of the view says, so that it can be gone back to. */
      address: z.string().max(20_000),
    }),
  }),
  z.strictObject({
    kind: z.literal('comparison'),
    ask: comparisonQuestion,
    shown: z.strictObject({
      texts: z.array(comparedText).min(1).max(4),
      by: z.enum(['item', 'wording', 'free']),
      as: z.enum(['texts', 'table']),
      item: id.nullable(),
    }),
  }),
]);
export type FindingQuestion = z.infer<typeof findingQuestion>;

/** What was counted, with the names that categories had then. */
export const findingNumbers = z.strictObject({
  matrix,
  /** In the order of the matrix's columns. */
  columns: z.array(
    z.strictObject({
      id,
      number: shortText,
      titleHant: shortText,
      titleHans: shortText,
      titleEn: shortText,
    }),
  ),
});
export type FindingNumbers = z.infer<typeof findingNumbers>;

/** A comparison that was kept, with the state of the corpus, the codebook and the program that it was counted in. */
export const finding = z.strictObject({
  id,
  version,
  name: z.string(),
  note: z.string(),
  coderName: z.string(),
  question: findingQuestion,
  /** The last entry of the history before it was counted. */
  entrySeq: z.int(),
  codebookRevisionId: id.nullable(),
  programVersion: z.string(),
  takenAt: instant,
  changedAt: instant,
});
export type Finding = z.infer<typeof finding>;

export const findingThenAndNow = z.strictObject({
  finding,
  before: findingNumbers,
  /** The same question asked now; null where it cannot be asked any more. */
  now: findingNumbers.nullable(),
  /** Steps of the history since. */
  steps: z.int(),
  /** Whether the codebook has another revision since. */
  codebookChanged: z.boolean(),
});
export type FindingThenAndNow = z.infer<typeof findingThenAndNow>;

export const findingOperations = {
  'finding.list': operation(
    'read',
    'The comparisons that were kept, the last one first, without their numbers.',
    nothing,
    z.array(finding),
  ),
  'finding.get': operation(
    'read',
    'A comparison that was kept: its numbers before, the same question asked now, and what the corpus went through since.',
    z.strictObject({ findingId: id }),
    findingThenAndNow,
  ),
  'finding.create': operation(
    'job',
    'Counts a question and keeps the numbers under a name, with the state of the corpus they were counted in.',
    z.strictObject({ id, name, note, question: findingQuestion }),
    finding,
  ),
  'finding.update': operation(
    'write',
    'Changes the name or the note of a comparison that was kept; its numbers stay.',
    z.strictObject({ id, version, name: name.optional(), note: note.optional() }),
    finding,
  ),
  'finding.remove': operation(
    'write',
    'Puts a comparison that was kept into the bin.',
    z.strictObject({ id, version }),
    nothing,
  ),
};
