import { z } from 'zod';
import { operation } from './operation.ts';
import { quotationMode } from './report.ts';
import { id, language, span } from './values.ts';

export const citationStyle = z.enum(['gbt7714', 'apa']);
export type CitationStyle = z.infer<typeof citationStyle>;

export const quotationOperations = {
  'quotation.write': operation(
    'read',
    'Passages as quotations ready to stand in a paper: with who speaks, the place, the citation, and a translation if there is one.',
    z.strictObject({
      of: z.union([
        z.strictObject({ annotationIds: z.array(id).min(1).max(500) }),
        z.strictObject({ articleId: id, revisionId: id, span }),
      ]),
      style: citationStyle,
      mode: quotationMode,
      /** Of the words around the quotation. */
      language,
    }),
    z.strictObject({ text: z.string() }),
  ),
};
