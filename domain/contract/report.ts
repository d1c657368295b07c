import { z } from 'zod';
import { operation } from './operation.ts';
import { id, language, token } from './values.ts';

export const reportOperations = {
  'report.export': operation(
    'job',
    'Makes the annotated report of an article as one self-contained file.',
    z.strictObject({ articleId: id, format: z.enum(['html']), language }),
    z.strictObject({ file: token, name: z.string(), bytes: z.int() }),
  ),
};
