import type { ArticleMetadata, Encoding } from '#domain/contract/article.ts';
import type { Input, NamesOfKind, Output } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import type { Recorder } from '../db/recorder.ts';

export interface Coder {
  id: string;
  name: string;
}

export interface ReadContext {
  db: Connection;
  /** Null before the coder has said who works here. */
  coder: Coder | null;
}

export interface WriteContext {
  db: Connection;
  record: Recorder;
  coder: Coder;
  /** The instant of the transaction, UTC. */
  now: string;
  /** Says what the entry of the history is about. */
  note(articleId: string | null, subject: string): void;
  /** For an undo or a redo: the entry that is turned. */
  turns(entryId: string): void;
}

export interface JobContext extends ReadContext {
  coder: Coder | null;
  /** A folder of the program for files that a job hands over. */
  outbox: string;
  /** How far the job is; `total` null when unknown. */
  progress(done: number, total: number | null): void;
  cancelled(): boolean;
  /** Runs a write in the writer, in a transaction of its own. */
  write<Name extends keyof InternalWrites>(
    name: Name,
    input: InternalWrites[Name]['input'],
  ): Promise<InternalWrites[Name]['output']>;
}

/** Operations of the contract that the host itself carries out; all others belong to the corpus. */
export const hostOperations = [
  'session.get',
  'preference.set',
  'coder.identify',
  'corpus.create',
  'corpus.open',
  'corpus.close',
  'corpus.forget',
  'backup.list',
  'backup.create',
  'backup.restore',
  'dialog.open',
  'file.save',
  'job.get',
  'job.list',
  'job.cancel',
] as const;
export type HostOperation = (typeof hostOperations)[number];

export type ReadName = Exclude<NamesOfKind<'read'>, HostOperation>;
export type WriteName = Exclude<NamesOfKind<'write'>, HostOperation>;
export type JobName = Exclude<NamesOfKind<'job'>, HostOperation>;

export type Reads = { [Name in ReadName]: (context: ReadContext, input: Input<Name>) => Output<Name> };
export type Writes = { [Name in WriteName]: (context: WriteContext, input: Input<Name>) => Output<Name> };
/** Grants are turned into paths by the host before a job starts. */
export type JobInput<Name extends JobName> = Name extends 'article.import'
  ? { sources: ResolvedSource[]; encoding?: Encoding }
  : Input<Name>;
export type Jobs = { [Name in JobName]: (context: JobContext, input: JobInput<Name>) => Promise<JobOutput<Name>> };
/** A file stays a path until the host makes a token of it. */
export type JobOutput<Name extends JobName> = Name extends 'report.export'
  ? { path: string; name: string; bytes: number }
  : Output<Name>;

export type ResolvedSource = { path: string; name: string } | { text: string; name: string };

export interface NewArticle {
  id: string;
  revisionId: string;
  fileName: string;
  bytes: Uint8Array;
  encoding: string;
  originalText: string;
  text: string;
  changes: { start: number; end: number; insert: string; kind: 'repair' | 'correction'; reason: string }[];
  roles: string[];
  metadata: ArticleMetadata;
}

/** Writes that jobs and the host ask for; none is taken from outside. */
export interface InternalWrites {
  'article.insert': { input: NewArticle; output: { articleId: string; duplicate: boolean } };
  'coder.enter': { input: Record<string, never>; output: Record<string, never> };
}
