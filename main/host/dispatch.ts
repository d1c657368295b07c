import { Refusal } from '#domain/contract/answer.ts';
import { findOperation, type OperationName } from '#domain/contract/index.ts';
import type { OperationKind } from '#domain/contract/operation.ts';

/** How much of a name or a complaint is repeated to the caller, in UTF-16 units. */
const REPEATED = 200;

export interface CheckedCall {
  operation: OperationName;
  kind: OperationKind;
  input: unknown;
}

/** Checks a call from outside: a known operation, an input its schema takes, text that can be stored as it is. */
export function checkCall(operation: unknown, input: unknown): CheckedCall {
  const found = typeof operation === 'string' ? findOperation(operation) : null;
  if (typeof operation !== 'string' || found === null) {
    const name = typeof operation === 'string' ? shortened(operation) : typeof operation;
    throw new Refusal(
      'not-found',
      'unknown-operation',
      `There is no operation “${name}”: call --list names them all.`,
      { operation: name },
    );
  }
  const parsed = found.input.safeParse(input === undefined ? {} : input);
  if (!parsed.success) {
    throw badInput(
      operation,
      parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
    );
  }
  const path = findUnstorable(
    parsed.data,
    '',
    /^(article|reference)\.import$/.test(operation) ? /^sources\.\d+\.text$/ : null,
  );
  if (path !== null)
    throw badInput(operation, [{ path, message: 'it contains half a character (a lone surrogate) or a NUL' }]);
  return { operation: operation as OperationName, kind: found.kind, input: parsed.data };
}

function badInput(operation: string, found: { path: string; message: string }[]): Refusal {
  const issues = found
    .slice(0, 10)
    .map(({ path, message }) => ({ path: shortened(path), message: shortened(message) }));
  const where = issues[0] === undefined || issues[0].path === '' ? 'The input' : `“${issues[0].path}”`;
  return new Refusal(
    'invalid',
    'bad-input',
    `${operation}: ${where} is not as it must be (${issues[0]?.message ?? 'unknown'}).`,
    { operation, issues },
  );
}

function shortened(text: string): string {
  return (text.length <= REPEATED ? text : `${text.slice(0, REPEATED)}…`).toWellFormed();
}

/** The path of the first text that SQLite or a file name would not give back as it is; those at `exempt` may be so. */
function findUnstorable(value: unknown, path: string, exempt: RegExp | null): string | null {
  if (typeof value === 'string')
    return exempt?.test(path) || (value.isWellFormed() && !value.includes('\0')) ? null : path;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, each] of Object.entries(value)) {
    const below = path === '' ? key : `${path}.${key}`;
    const found = findUnstorable(key, below, null) ?? findUnstorable(each, below, exempt);
    if (found !== null) return found;
  }
  return null;
}
