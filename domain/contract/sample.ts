import { z } from 'zod';
import { operation } from './operation.ts';
import { id, nothing } from './values.ts';

export const sampleOperations = {
  'sample.load': operation(
    'job',
    'Loads the sample corpus, annotated articles of which all but one are about invented provinces, as one step of the history; what is there already stays as it is.',
    nothing,
    z.strictObject({ articleIds: z.array(id), annotations: z.int() }),
  ),
  'sample.remove': operation(
    'write',
    'Puts every article that came with the sample corpus into the bin, with its annotations; answers how many.',
    nothing,
    z.strictObject({ articles: z.int() }),
  ),
};
