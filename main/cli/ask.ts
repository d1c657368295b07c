import { type Answer, type OperationError, Refusal } from '#domain/contract/answer.ts';
import type { Input, NamesOfKind, Output } from '#domain/contract/index.ts';
import type { Job } from '#domain/contract/job.ts';
import type { Host } from '../host/host.ts';

export function valueOf(answer: Answer<unknown>): unknown {
  if (!answer.ok) throw Refusal.of(answer.error);
  return answer.value;
}

/** The answer of a read or a write; a refusal is thrown. */
export async function ask<Name extends NamesOfKind<'read' | 'write'>>(
  host: Host,
  operation: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return valueOf(await host.send(operation, input)) as Output<Name>;
}

/** Runs a job to its end and answers with its result. */
export async function finish<Result>(host: Host, operation: NamesOfKind<'job'>, input: unknown): Promise<Result> {
  return (await followed(host, valueOf(await host.send(operation, input)) as { job: string })) as Result;
}

/** Waits for a job; its failure is thrown, SIGINT cancels it and keeps what is done. */
export async function followed(host: Host, { job }: { job: string }): Promise<unknown> {
  const ended = new Promise<Job>((resolve) => {
    host.onEvent = (event) => {
      if (event.event === 'job.changed' && event.job.id === job && event.job.state !== 'running') resolve(event.job);
    };
  });
  const cancel = () => void host.send('job.cancel', { job });
  process.once('SIGINT', cancel);
  const present = await ask(host, 'job.get', { job });
  const { state, result, error } = present.state === 'running' ? await ended : present;
  process.off('SIGINT', cancel);
  if (state === 'failed') throw Refusal.of(error as OperationError);
  return result;
}
