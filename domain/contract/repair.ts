import { z } from 'zod';
import type { EvidenceKind, FlagKind, RepairKind, RepairReason } from '../repair/repair-report.ts';
import { operation } from './operation.ts';
import { id, shortText, version } from './values.ts';

export const repairKinds = [
  'inline-pinyin',
  'gbk-shift',
  'html-residue',
  'punctuation',
] as const satisfies readonly RepairKind[];
export const repairReasons = [
  'pinyin-always-marked',
  'pinyin-cut',
  'pinyin-likely',
  'pinyin-in-shift',
  'shift-proved',
  'shift-likely',
  'residue-tag',
  'residue-entity',
  'residue-space',
  'punctuation-inserted',
  'punctuation-doubled',
  'punctuation-half-width',
] as const satisfies readonly RepairReason[];
export const evidenceKinds = [
  'forward-model',
  'document',
  'corpus',
  'reference',
  'dictionary',
  'common-word',
  'place-name',
  'quotation',
  'speaker',
  'paragraph-end',
  'always-marked',
  'usual-reading',
  'marked-text',
  'markup',
  'text-style',
  'expected',
] as const satisfies readonly EvidenceKind[];
export const flagKinds = [
  'over-conversion',
  'synonym-spinning',
  'masked-word',
  'injected-text',
  'lost-digit',
] as const satisfies readonly FlagKind[];

/** `accepted` stands in the text; `refused` was looked at and left as imported; `open` waits for the researcher. */
export const repairDecision = z.enum(['open', 'accepted', 'refused']);
export type RepairDecision = z.infer<typeof repairDecision>;

/** Which repairs an import applies: none, those that are certain, or also the best-ranked proposal of each open place. */
export const repairChoice = z.enum(['none', 'certain', 'all']);

/** Half-open, in UTF-16 offsets; may be empty, where something was taken out. */
const place = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

export const evidence = z.strictObject({ kind: z.enum(evidenceKinds), quote: z.string(), count: z.number() });

export const repair = z.strictObject({
  id: z.string(),
  version,
  /** In the text as imported. */
  start: z.int(),
  end: z.int(),
  before: z.string(),
  kind: z.enum(repairKinds),
  /** Whether every other clean text is excluded by a documented rule. */
  certain: z.boolean(),
  reason: z.enum(repairReasons),
  /** Repairs with the same number belong to one damaged place and are decided together; null for others. */
  place: z.int().nullable(),
  /** Ranked best first, at least one; the score is a share of 1. */
  candidates: z.array(z.strictObject({ insert: z.string(), score: z.number(), evidence: z.array(evidence) })),
  decision: repairDecision,
  /** What stands there instead, of an accepted one; it may be none of the candidates. */
  insert: z.string().nullable(),
  /** Where it stands in the text with the repairs: around `insert` when accepted, around `before` otherwise. */
  at: place,
});
export type Repair = z.infer<typeof repair>;

export const flag = z.strictObject({
  /** In the text as imported. */
  start: z.int(),
  end: z.int(),
  kind: z.enum(flagKinds),
  evidence: z.array(evidence),
  /** In the current text. */
  at: place,
});
export type TextFlag = z.infer<typeof flag>;

export const repairOperations = {
  'repair.list': operation(
    'read',
    'The repair log of an article: what was found in the text as imported, what stands in its place, and why.',
    z.strictObject({ articleId: id }),
    z.strictObject({
      /** The text as imported, line ends apart: revision 1, or that of the file that took its place. */
      importedText: z.string(),
      /** The current revision, to be named when a repair is decided. */
      revisionId: id,
      /** The text as imported with the repairs that stand in it; corrections made by hand since are not in it. */
      text: z.string(),
      /** How many places were corrected by hand since. */
      corrections: z.int(),
      /** By their place in the text, disjoint. */
      repairs: z.array(repair),
      flags: z.array(flag),
    }),
  ),
  'repair.decide': operation(
    'write',
    'Accepts repairs, with their best candidate or the words given, refuses them, or leaves them open; makes one new revision with the annotations carried along. Repairs of one place are decided together. What was corrected by hand since is left as it is; a single such repair is refused.',
    z.strictObject({
      articleId: id,
      revisionId: id,
      decisions: z
        .array(z.strictObject({ id: shortText, decision: repairDecision, insert: z.string().max(1000).optional() }))
        .min(1)
        .max(50_000),
    }),
    z.strictObject({ revisionId: id, applied: z.int(), open: z.int() }),
  ),
};
