import { z } from 'zod';
import { operation } from './operation.ts';
import { id, note, nothing, plainDate, shortText, span, version } from './values.ts';

/** A formula (提法) that is followed by hand. */
export const formula = z.strictObject({
  id,
  version,
  phrase: z.string(),
  /** The reference text it was taken from; null for a phrase of her own. */
  referenceId: id.nullable(),
  /** Whether it is older than the reference, as she says. */
  older: z.boolean(),
  note: z.string(),
});
export type Formula = z.infer<typeof formula>;

const province = z.strictObject({
  /** The outlet's; null where it is unknown. */
  province: z.string().nullable(),
  articles: z.int(),
});

/** A phrase, and how many articles have it; articles that are left out of every count are left out here too. */
export const formulaUse = z.strictObject({
  phrase: z.string(),
  /** Articles that have it exactly, and those that have it varied only. */
  exact: z.int(),
  varied: z.int(),
  /** Provinces of the outlets of these articles; unknown ones are not counted. */
  provinces: z.int(),
  /** The earliest day of publication among them, as far as it is known, and the article. */
  first: z.strictObject({ articleId: id, publishedOn: plainDate, province: z.string().nullable() }).nullable(),
});
export type FormulaUse = z.infer<typeof formulaUse>;

export const formulaPassage = z.strictObject({
  articleId: id,
  articleTitle: z.string().nullable(),
  articleOpening: z.string(),
  outlet: z.string().nullable(),
  outletProvince: z.string().nullable(),
  publishedOn: plainDate.nullable(),
  /** UTF-16 offsets of the article's present text: the first exact place, or the closest varied one. */
  span,
  words: z.string(),
  isExact: z.boolean(),
  /** Exact places in this article. */
  places: z.int(),
});
export type FormulaPassage = z.infer<typeof formulaPassage>;

export const formulaOperations = {
  'formula.list': operation(
    'read',
    'The formulas that are followed, in the order they came.',
    nothing,
    z.array(formula),
  ),
  'formula.find': operation(
    'job',
    'Looks for the fixed phrases of a reference text, and for those that are followed by hand, in all articles: exact, or varied by one folded character in five. Most articles first; of the reference 500 at most.',
    z.strictObject({ referenceId: id.nullable() }),
    z.strictObject({
      /** The denominator of every count. */
      articles: z.int(),
      /** Articles whose day of publication is unknown: they can't be first. */
      undated: z.int(),
      provinces: z.array(province),
      phrases: z.array(formulaUse),
      /** Phrases of the reference that were found too, and are not among these. */
      left: z.int(),
    }),
  ),
  'formula.passages': operation(
    'read',
    'The articles that have a phrase, exactly or varied, by day of publication, undated ones last; 2,000 at most.',
    z.strictObject({ phrase: shortText.min(1) }),
    z.array(formulaPassage),
  ),
  'formula.create': operation(
    'write',
    'Follows a phrase through the corpus, as a formula of a reference or of her own.',
    z.strictObject({ id, phrase: z.string().trim().min(1).max(100), referenceId: id.nullable(), older: z.boolean() }),
    formula,
  ),
  'formula.update': operation(
    'write',
    'Says that a formula is older than the reference, or writes a note on it; what is not given stays.',
    z.strictObject({ id, version, older: z.boolean().optional(), note: note.optional() }),
    formula,
  ),
  'formula.remove': operation(
    'write',
    'Follows a formula no longer; undo brings it back.',
    z.strictObject({ id, version }),
    nothing,
  ),
};
