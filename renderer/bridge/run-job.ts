import type { OperationError } from '#domain/contract/answer.ts';
import type { Input, NamesOfKind, Output } from '#domain/contract/index.ts';
import type { Job } from '#domain/contract/job.ts';
import { OperationFailure } from './operation-failure.ts';
import { listen, send } from './send.ts';

export interface JobOptions {
  onProgress?: (job: Job) => void;
  signal?: AbortSignal;
}

/** ms between questions, for a page whose event was lost. */
const askEvery = 2000;

/** Starts a job, follows it, and resolves with its result; aborting the signal cancels it. */
export async function runJob<Name extends NamesOfKind<'job'>>(
  name: Name,
  input: Input<Name>,
  { onProgress, signal }: JobOptions = {},
): Promise<Output<Name>> {
  const early = new Map<string, Job>();
  const hearEarly = listen((event) => {
    if (event.event === 'job.changed') early.set(event.job.id, event.job);
  });
  try {
    const { job: id } = (await send(name, input)) as { job: string };
    const first = early.get(id) ?? (await send('job.get', { job: id }));
    return await follow<Output<Name>>(first, onProgress, signal);
  } finally {
    hearEarly();
  }
}

function follow<Result>(first: Job, onProgress: JobOptions['onProgress'], signal: AbortSignal | undefined) {
  return new Promise<Result>((resolve, reject) => {
    let timer: ReturnType<typeof setInterval> | null = null;
    const cancel = () => void send('job.cancel', { job: first.id }).catch(() => undefined);
    const stop = () => {
      unlisten();
      if (timer) clearInterval(timer);
      signal?.removeEventListener('abort', cancel);
    };
    const hear = (job: Job) => {
      onProgress?.(job);
      if (job.state === 'running') return;
      stop();
      if (job.state === 'done') resolve(job.result as Result);
      else if (job.state === 'failed') reject(OperationFailure.of(job.error as OperationError));
      else reject(new OperationFailure('unavailable', 'cancelled', 'The job was cancelled.', { result: job.result }));
    };
    const unlisten = listen((event) => {
      if (event.event === 'job.changed' && event.job.id === first.id) hear(event.job);
    });
    timer = setInterval(() => {
      send('job.get', { job: first.id }).then(hear, (thrown: unknown) => {
        stop();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      });
    }, askEvery);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    hear(first);
  });
}
