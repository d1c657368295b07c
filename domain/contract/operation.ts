import type { z } from 'zod';

/** `read` runs on a read-only connection, `write` in one transaction of the writer, `job` in a compute worker. */
export type OperationKind = 'read' | 'write' | 'job';

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind;
  /** What the operation does, in one sentence; `call --list` prints it. */
  about: string;
  input: Input;
  /** The answer's value; of a job, the result that `job.get` gives once the job is done. */
  output: Output;
}

export function operation<Kind extends OperationKind, Input extends z.ZodType, Output extends z.ZodType>(
  kind: Kind,
  about: string,
  input: Input,
  output: Output,
): Operation<Kind, Input, Output> {
  return { kind, about, input, output };
}
