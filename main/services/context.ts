import type { ArticleMetadata, Exclusion, ProposedField } from '#domain/contract/article.ts';
import type { Finding, FindingNumbers } from '#domain/contract/finding.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import type { Input, NamesOfKind, Output } from '#domain/contract/index.ts';
import type { ImportPlan } from '#domain/exchange/import-plan.ts';
import type { ImportedReference, ReferenceDivision } from '#domain/contract/reference.ts';
import type { Flag, ProposedRepair } from '#domain/repair/repair-report.ts';
import type { ReuseRun } from '#domain/reuse/find-reuse.ts';
import type { Role } from '#domain/text/roles.ts';
import type { TextChange } from '#domain/text/well-formed.ts';
import type { Connection } from '../db/connection.ts';
import type { Recorder } from '../db/recorder.ts';
import type { SampleArticle } from './sample.ts';

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
  /** Says which tables were changed besides those of `record`. */
  touched(tables: readonly string[]): void;
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
  'bin.empty',
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
export type JobInput<Name extends JobName> = Name extends ImportingJob
  ? Omit<Input<Name>, 'sources'> & { sources: ResolvedSource[] }
  : Input<Name>;
/** Jobs that read files given as grants. */
export type ImportingJob = 'article.import' | 'reference.import' | 'exchange.plan' | 'exchange.import';
/** Null of a job that was stopped and has nothing to hand over. */
export type Jobs = {
  [Name in JobName]: (context: JobContext, input: JobInput<Name>) => Promise<JobOutput<Name> | null>;
};
/** A file stays a path until the host makes a token of it, and the place of a source until it makes a grant of it. */
export type JobOutput<Name extends JobName> = Name extends 'report.export' | 'import.export' | 'picture.export'
  ? { path: string; name: string; bytes: number }
  : Name extends 'article.import'
    ? { importId: string | null; files: (Omit<ImportedFile, 'again'> & { again: number | null })[] }
    : Name extends 'exchange.export'
      ? Omit<Output<Name>, 'file'> & { path: string }
      : Name extends 'exchange.plan'
        ? Omit<Output<Name>, 'again'>
        : Output<Name>;

export type ResolvedSource = { path: string; name: string; uploaded?: boolean } | { text: string; name: string };

/** What was proposed about the metadata of a text; places are offsets of the revision named. */
export interface Proposal {
  revisionId: string;
  fields: (Omit<ProposedField, 'parts'> & {
    parts: (Omit<ProposedField['parts'][number], 'at'> & { start: number; end: number })[];
  })[];
}

export interface NewArticle {
  id: string;
  fileName: string;
  bytes: Uint8Array;
  encoding: string;
  originalText: string;
  /** The text made well-formed, in which damage is looked for. */
  imported: NewRevision;
  repairs: readonly (ProposedRepair & { accepted: boolean })[];
  flags: readonly Flag[];
  /** The text with the accepted repairs; null when there are none. */
  repaired: NewRevision | null;
  metadata: ArticleMetadata;
  proposal: Proposal;
  fingerprint: Uint32Array;
  /** Articles that it is another copy of or that reprint it. */
  resembling: readonly Resembling[];
}

export interface NewRevision {
  id: string;
  text: string;
  /** In offsets of the text before. */
  changes: readonly TextChange[];
  roles: readonly Role[];
}

export interface Resembling {
  articleId: string;
  kind: 'exact' | 'near' | 'reprint';
  share: number;
  resemblance: number;
  longestRun: number;
}

/** What became of a file that made no article. */
export type FileWithoutArticle = Pick<ImportedFile, 'name' | 'reason' | 'message' | 'encoding'> & {
  bytesSha256: string | null;
};

/** A portion of an import, stored in one transaction. */
export interface ImportPortion {
  importId: string;
  /** How many files of the import were stored before. */
  position: number;
  files: ({ article: NewArticle } | { refused: FileWithoutArticle })[];
}

/** An article of the sample, ready to be stored, with what is annotated in it. */
export type PreparedSample = Pick<SampleArticle, 'coding' | 'annotations'> & { article: NewArticle };

/** A reference text that was read and divided, ready to be stored. */
export interface NewReference {
  id: string;
  name: string;
  fileName: string;
  text: string;
  divisions: readonly Omit<ReferenceDivision, 'end'>[];
  /** How many places do not fit, and how many parts and items of the built-in codebook are not in it. */
  misfits: number;
  missing: number;
}

/** A project that was read and planned, its articles and references ready to be stored. */
export interface ExchangeToStore {
  name: string;
  plan: ImportPlan;
  articles: readonly { article: NewArticle; exclusion: Exclusion | null }[];
  references: readonly NewReference[];
}

/** Writes that jobs and the host ask for; none is taken from outside. */
export interface InternalWrites {
  /** Answers for each article, in order: its id, or that of the one that was there. */
  'import.store': { input: ImportPortion; output: { articleId: string; duplicate: boolean }[] };
  'sample.load': { input: { articles: readonly PreparedSample[] }; output: Output<'sample.load'> };
  'reference.store': { input: { reference: NewReference }; output: ImportedReference };
  'reuse.store': {
    input: { results: readonly { revisionId: string; basis: string; runs: readonly ReuseRun[] }[] };
    output: Record<string, never>;
  };
  'finding.store': {
    input: Input<'finding.create'> & {
      numbers: FindingNumbers;
      entrySeq: number;
      codebookRevisionId: string | null;
    };
    output: Finding;
  };
  'exchange.store': { input: ExchangeToStore; output: Record<string, never> };
  'coder.enter': { input: Record<string, never>; output: Record<string, never> };
}
