import { Refusal } from '#domain/contract/answer.ts';
import { findOperation, type OperationName } from '#domain/contract/index.ts';
import type { OperationKind } from '#domain/contract/operation.ts';

export interface CheckedCall {
  operation: OperationName;
  kind: OperationKind;
  input: unknown;
}

/** Checks a call from outside: a known operation, an input its schema takes, text that can be stored as it is. */
export function checkCall(operation: unknown, input: unknown): CheckedCall {
  const found = typeof operation === 'string' ? findOperation(operation) : null;
  if (found === null) {
    const name = String(operation).slice(0, 80);
    throw new Refusal(
      'not-found',
      'unknown-operation',
      `There is no operation “${name}”: call --list names them all.`,
      { operation: name },
    );
  }
  const parsed = found.input.safeParse(input ?? {});
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, 10)
      .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
    const first = issues[0];
    const where = first === undefined || first.path === '' ? 'The input' : `“${first.path}”`;
    throw new Refusal(
      'invalid',
      'bad-input',
      `${String(operation)}: ${where} is not as it must be (${first?.message ?? 'unknown'}).`,
      { operation, issues },
    );
  }
  const path = operation === 'article.import' ? null : findUnstorable(parsed.data, '');
  if (path !== null) {
    throw new Refusal(
      'invalid',
      'bad-input',
      `${String(operation)}: “${path}” contains half a character (a lone surrogate) or a NUL, which no text may.`,
      { operation, issues: [{ path, message: 'not well-formed' }] },
    );
  }
  return { operation: operation as OperationName, kind: found.kind, input: parsed.data };
}

function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : path;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, each] of Object.entries(value)) {
    const found = findUnstorable(key, path) ?? findUnstorable(each, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
