import type { ErrorCode, ErrorReason, OperationError } from '#domain/contract/answer.ts';

/** `unreachable` is the page's own: the program behind it did not answer at all. */
export type FailureReason = ErrorReason | 'unreachable' | 'cancelled';

/** A refused operation, on its way to a sentence of the catalogue. */
export class OperationFailure extends Error {
  readonly code: ErrorCode;
  readonly reason: FailureReason;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, reason: FailureReason, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'OperationFailure';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  static of(error: OperationError): OperationFailure {
    return new OperationFailure(error.code, error.details.reason, error.message, error.details);
  }
}

export function asFailure(thrown: unknown): OperationFailure {
  if (thrown instanceof OperationFailure) return thrown;
  return new OperationFailure('internal', 'unexpected', thrown instanceof Error ? thrown.message : String(thrown));
}
