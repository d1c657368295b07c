import type { Answer } from '#domain/contract/answer.ts';
import type { Coder } from '../services/context.ts';

export type WorkerRole = 'writer' | 'reader' | 'compute';

export interface WorkerSetup {
  role: WorkerRole;
  file: string;
  /** Where a job puts the files it hands over. */
  outbox: string;
}

/** What a committed write touched, for those who show it. */
export interface Touched {
  tables: string[];
  articleId: string | null;
}

export type ToWorker =
  | { type: 'call'; id: number; operation: string; input: unknown; coder: Coder | null }
  | { type: 'cancel'; id: number }
  /** Close the file and end; what was asked before is answered first. */
  | { type: 'close' }
  /** The answer to a `write` of a job. */
  | { type: 'written'; write: number; answer: Answer<unknown> };

export type FromWorker =
  /** The file is open, and from now on no change by another process goes unseen. */
  | { type: 'ready' }
  | { type: 'answer'; id: number; answer: Answer<unknown>; touched: Touched | null }
  | { type: 'progress'; id: number; done: number; total: number | null }
  | { type: 'write'; id: number; write: number; operation: string; input: unknown }
  /** What views ask for first is at hand. */
  | { type: 'prepared' }
  /** Another process committed to the corpus. */
  | { type: 'foreign' };
