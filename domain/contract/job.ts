import { z } from 'zod';
import { operation } from './operation.ts';
import { id, nothing } from './values.ts';

export const job = z.strictObject({
  id,
  operation: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.number(),
  total: z.number().nullable(),
  /** Milliseconds since the start. */
  elapsed: z.number(),
  result: z.unknown(),
  error: z.unknown(),
});
export type Job = z.infer<typeof job>;

export const jobOperations = {
  'job.get': operation('read', 'Progress, and once it is done the result, of a job.', z.strictObject({ job: id }), job),
  'job.list': operation('read', 'The jobs since the program was started.', nothing, z.array(job)),
  'job.cancel': operation('write', 'Stops a job; what it has finished is kept.', z.strictObject({ job: id }), nothing),
};
