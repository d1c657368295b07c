import { Worker } from 'node:worker_threads';
import { type Answer, Refusal } from '#domain/contract/answer.ts';
import type { Backup, Occasion } from './backup-rotation.ts';
import type { Emptied } from './empty-bin.ts';
import type { CorpusIdentity } from './corpus-file.ts';
import { workerFile } from './worker-file.ts';

/** What is done to a corpus as a file, each in a short-lived worker, so that no window waits for it. */
export interface FileTasks {
  create: { input: { file: string; identity: CorpusIdentity; now: string }; output: void };
  /** Checks, migrates (after a verified backup in a folder of its own below `backups`) and tells who the corpus is. */
  prepare: { input: { file: string; backups: string }; output: CorpusIdentity };
  backup: { input: { file: string; folder: string; occasion: Occasion }; output: Backup };
  /** Answers with the size of the copy in bytes. */
  copy: { input: { file: string; target: string }; output: number };
  /** `backups` holds a folder for each corpus. */
  restore: { input: { file: string; backup: string; backups: string }; output: void };
  /** After a verified backup in a folder of its own below `backups`. */
  emptyBin: {
    input: { file: string; corpusId: string; backups: string; coder: { id: string } };
    output: Emptied;
  };
}
export type FileTask = keyof FileTasks;

/** Runs a task to its end; an expected failure is thrown as a Refusal. */
export function runFileTask<Name extends FileTask>(
  task: Name,
  input: FileTasks[Name]['input'],
): Promise<FileTasks[Name]['output']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('file-worker'), { workerData: { task, input }, name: `jianzhu ${task}` });
    worker.on('message', (answer: Answer<FileTasks[Name]['output']>) => {
      if (answer.ok) resolve(answer.value);
      else reject(Refusal.of(answer.error));
      void worker.terminate();
    });
    worker.on('error', reject);
    worker.on('exit', () =>
      reject(
        new Refusal('unavailable', 'worker-crashed', 'This could not be finished: try it again.', { cause: task }),
      ),
    );
  });
}
