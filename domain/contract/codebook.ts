import { z } from 'zod';
import { operation } from './operation.ts';
import { id, nothing, version } from './values.ts';

export const category = z.strictObject({
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
  version,
});
export type Category = z.infer<typeof category>;

export const codebook = z.strictObject({
  id,
  revisionId: id,
  revision: z.int(),
  builtin: z.boolean(),
  nameHant: z.string(),
  nameHans: z.string(),
  nameEn: z.string(),
  categories: z.array(category),
});
export type Codebook = z.infer<typeof codebook>;

export const codebookOperations = {
  'codebook.list': operation('read', 'The codebooks with their categories in order.', nothing, z.array(codebook)),
  'category.counts': operation(
    'read',
    'How many annotations and articles are linked to each category, in one article or in the corpus; categories without any are left out.',
    z.strictObject({ articleId: id.optional() }),
    z.array(z.strictObject({ categoryId: id, annotations: z.int(), articles: z.int() })),
  ),
};
