import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant, name, nothing, shortText, version } from './values.ts';

const prose = z.string().max(20_000);

/** What a category means and when it is used; each may be empty. */
export const categoryMeaning = z.strictObject({
  definition: prose,
  /** When a passage belongs to it, and when it does not. */
  rulesFor: prose,
  rulesAgainst: prose,
  boundaryCases: prose,
  examples: prose,
});
export type CategoryMeaning = z.infer<typeof categoryMeaning>;

export const category = categoryMeaning.extend({
  id,
  codebookId: id,
  parentId: id.nullable(),
  position: z.int(),
  /** `13` for a part, `13·51` for an item; empty for a category without a number. */
  number: z.string(),
  titleHant: z.string(),
  titleHans: z.string(),
  titleEn: z.string(),
  /** Index into the palette, 1 to 15. */
  colour: z.int().min(1).max(15),
  /** No longer offered; what is linked to it stays. */
  retired: z.boolean(),
  /** One of the Decision's parts or items: it keeps its number, its titles and its place. */
  fixed: z.boolean(),
  version,
});
export type Category = z.infer<typeof category>;

export const codebook = z.strictObject({
  id,
  version,
  revisionId: id,
  revision: z.int(),
  builtin: z.boolean(),
  nameHant: z.string(),
  nameHans: z.string(),
  nameEn: z.string(),
  description: z.string(),
  categories: z.array(category),
});
export type Codebook = z.infer<typeof codebook>;

export const codebookRevision = z.strictObject({
  id,
  number: z.int(),
  at: instant,
  /** Null for the revision that came with the program. */
  coderName: z.string().nullable(),
  /** The operation that made it; null for the first. */
  cause: z.string().nullable(),
  /** Null where it was about no single category, or about one that is gone. */
  categoryId: id.nullable(),
});
export type CodebookRevision = z.infer<typeof codebookRevision>;

/** How passages are to be chosen and coded in this corpus, in the researcher's words; each may be empty. */
export const codingRules = z.strictObject({
  /** What one annotation covers: a clause, a sentence, a paragraph … */
  unit: prose,
  shortestPassage: prose,
  severalCategories: prose,
  headings: prose,
  quotations: prose,
  other: prose,
});
export type CodingRules = z.infer<typeof codingRules>;

const newCategory = z.strictObject({
  id,
  codebookId: id,
  /** Null stands at the top. */
  parentId: id.nullable(),
  /** Before which of its siblings; null stands behind the last. */
  beforeId: id.nullable().optional(),
  number: shortText.optional(),
  title: name,
  colour: z.int().min(1).max(15).optional(),
  meaning: categoryMeaning.partial().optional(),
});

export const codebookOperations = {
  'codebook.list': operation('read', 'The codebooks with their categories in order.', nothing, z.array(codebook)),
  'codebook.create': operation(
    'write',
    "Makes a codebook of the researcher's own, without categories.",
    z.strictObject({ id, name, description: prose.optional() }),
    nothing,
  ),
  'codebook.update': operation(
    'write',
    'Renames or describes a codebook; the built-in one keeps its name.',
    z.strictObject({ id, version, name: name.optional(), description: prose.optional() }),
    nothing,
  ),
  'codebook.remove': operation(
    'write',
    'Puts a codebook of her own into the bin, with its categories and every link to them.',
    z.strictObject({ id, version }),
    nothing,
  ),
  'codebook.revisions': operation(
    'read',
    'The revisions of a codebook, newest first: who changed what, and when.',
    z.strictObject({ codebookId: id }),
    z.array(codebookRevision),
  ),
  'category.create': operation(
    'write',
    'Makes a category at the top of a codebook or below another, also below one of the Decision. Its title is in the language of the researcher; a colour is taken from what stands above.',
    newCategory,
    nothing,
  ),
  'category.update': operation(
    'write',
    'Renames, numbers, recolours, defines or retires a category. Another meaning makes a new revision of the codebook, and what was linked before is to be looked at again. A category of the Decision keeps its number and titles.',
    z.strictObject({
      id,
      version,
      number: shortText.optional(),
      title: name.optional(),
      colour: z.int().min(1).max(15).optional(),
      retired: z.boolean().optional(),
      meaning: categoryMeaning.partial().optional(),
    }),
    nothing,
  ),
  'category.move': operation(
    'write',
    'Puts a category elsewhere in its codebook, with all below it. One of the Decision keeps its place.',
    z.strictObject({ id, version, parentId: id.nullable(), beforeId: id.nullable() }),
    nothing,
  ),
  'category.merge': operation(
    'write',
    'Moves every link of one category, its memos and what stands below it into another, then puts it into the bin. A passage linked to both keeps the link it had to the other.',
    z.strictObject({ id, version, intoId: id }),
    nothing,
  ),
  'category.split': operation(
    'write',
    'Makes new categories beside or below one and moves some of its links to them; links that are not named stay.',
    z.strictObject({
      id,
      version,
      into: z
        .array(z.strictObject({ id, title: name, below: z.boolean(), linkIds: z.array(id).max(100_000) }))
        .min(1)
        .max(50),
    }),
    nothing,
  ),
  'category.remove': operation(
    'write',
    'Puts a category, all below it, and every link to them into the bin. One of the Decision can only be retired.',
    z.strictObject({ id, version }),
    nothing,
  ),
  'category.uses': operation(
    'read',
    'What a category and all below it are used for: what removing it would touch.',
    z.strictObject({ categoryId: id }),
    z.strictObject({
      categories: z.int(),
      annotations: z.int(),
      /** Annotations that would be left without a category. */
      onlyThese: z.int(),
      articles: z.int(),
      wholeArticles: z.int(),
      memos: z.int(),
      coders: z.int(),
    }),
  ),
  'category.counts': operation(
    'read',
    'How many annotations and articles are linked to each category, in one article or in the corpus; categories without any are left out.',
    z.strictObject({ articleId: id.optional() }),
    z.array(z.strictObject({ categoryId: id, annotations: z.int(), articles: z.int() })),
  ),
  'link.confirm': operation(
    'write',
    'Says that links made before their category got another meaning hold under the new one too.',
    z.strictObject({ linkIds: z.array(id).min(1).max(100_000) }),
    z.strictObject({ confirmed: z.int() }),
  ),
  'articleLink.list': operation(
    'read',
    'The categories of an article as a whole, in order.',
    z.strictObject({ articleId: id }),
    z.array(z.strictObject({ id, categoryId: id, coderId: id, coderName: z.string(), at: instant })),
  ),
  'articleLink.set': operation(
    'write',
    "Gives an article the asking coder's categories as a whole, in place of those the coder gave it before.",
    z.strictObject({ articleId: id, categoryIds: z.array(id).max(75) }),
    nothing,
  ),
  'codingRules.get': operation('read', 'The rules by which this corpus is coded.', nothing, codingRules),
  'codingRules.set': operation('write', 'Writes the rules by which this corpus is coded.', codingRules, nothing),
};
