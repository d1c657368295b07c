export const errorCodes = ['invalid', 'not-found', 'conflict', 'unavailable', 'internal'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Why an operation was refused: the catalogue of every language has one sentence for each. */
export const errorReasons = [
  'unknown-operation',
  'bad-input',
  'no-corpus',
  'no-coder',
  'not-here',
  'no-printer',
  'print-failed',
  'article-missing',
  'annotation-missing',
  'category-missing',
  'codebook-missing',
  'codebook-builtin',
  'category-fixed',
  'category-circular',
  'category-elsewhere',
  'link-missing',
  'memo-missing',
  'report-empty',
  'template-missing',
  'reference-missing',
  'reference-undivided',
  'reference-place-missing',
  'reference-link-missing',
  'reference-linked',
  'formula-missing',
  'formula-followed',
  'formula-short',
  'division-missing',
  'division-outside',
  'state-missing',
  'finding-missing',
  'bin-missing',
  'entry-missing',
  'revision-missing',
  'repair-missing',
  'repair-corrected',
  'change-outside',
  'change-malformed',
  'duplicate-missing',
  'duplicate-annotated',
  'family-missing',
  'import-missing',
  'job-missing',
  'file-missing',
  'grant-missing',
  'backup-missing',
  'recent-missing',
  'id-taken',
  'name-taken',
  'quote-mismatch',
  'span-outside',
  'span-empty',
  'query-malformed',
  'version-changed',
  'undo-conflict',
  'undo-empty',
  'redo-empty',
  'corpus-missing',
  'corpus-not-sqlite',
  'corpus-other-program',
  'corpus-damaged',
  'corpus-newer',
  'corpus-busy',
  'corpus-not-alone',
  'folder-unwritable',
  'disk-full',
  'backup-damaged',
  'encoding-unknown',
  'encoding-close',
  'file-too-large',
  'file-empty',
  'file-unreadable',
  'format-unknown',
  'file-protected',
  'file-damaged',
  'file-no-text',
  'file-too-complex',
  'table-without-text',
  'file-exists',
  'exchange-invalid',
  'exchange-empty',
  'worker-crashed',
  'cancelled',
  'unexpected',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

export interface OperationError {
  code: ErrorCode;
  /** One English sentence: what, where, what to do. */
  message: string;
  details: { reason: ErrorReason } & Record<string, unknown>;
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: OperationError };

/** An expected failure on its way to becoming an answer. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: OperationError['details'];

  constructor(code: ErrorCode, reason: ErrorReason, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = { ...details, reason };
  }

  /** The refusal that an answer tells of, to be thrown again. */
  static of({ code, message, details }: OperationError): Refusal {
    return new Refusal(code, details.reason, message, details);
  }
}

/** Turns whatever was thrown into an answer: a refusal keeps its words, anything else becomes `internal`. */
export function refuse(thrown: unknown): Answer<never> {
  if (thrown instanceof Refusal) {
    return { ok: false, error: { code: thrown.code, message: thrown.message, details: thrown.details } };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { ok: false, error: { code: 'internal', message, details: { reason: 'unexpected' } } };
}
