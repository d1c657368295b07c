import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedQuery, parseQuery, type Query, type QueryProblem } from './parse-query.ts';

/** The query with every bracket there can be. */
function written(query: Query): string {
  if (query.kind === 'string') return `"${query.text.replaceAll('"', '""')}"`;
  if (query.kind === 'not') return `(not ${written(query.of)})`;
  const operator = query.kind === 'near' ? `near/${query.within}` : query.kind;
  return `(${written(query.left)} ${operator} ${written(query.right)})`;
}
const read = (parsed: ParsedQuery) => (parsed.ok ? written(parsed.query) : `${parsed.problem} at ${parsed.at}`);

describe('what was typed', () => {
  test.each([
    ['改革', '"改革"'],
    ['  全面 深化 ', '"全面 深化"'],
    ['(試行)', '"(試行)"'],
    ['說"好"', '"說""好"""'],
    ['"改 and 革"', '"改 and 革"'],
    ['" "', '" "'],
    ['"a""b"', '"a""b"'],
    ['"', '""""'],
    ['android', '"android"'],
    ['and/or', '"and/or"'],
    ['near', '"near"'],
    ['甲 and 乙', '("甲" and "乙")'],
    ['甲 AND 乙 Or 丙', '(("甲" and "乙") or "丙")'],
    ['甲 or 乙 and 丙', '("甲" or ("乙" and "丙"))'],
    ['(甲 or 乙) and 丙', '(("甲" or "乙") and "丙")'],
    ['甲 not 乙', '("甲" and (not "乙"))'],
    ['甲 and not 乙', '("甲" and (not "乙"))'],
    ['not 乙 and 甲', '((not "乙") and "甲")'],
    ['甲 near/5 乙 and 丙', '(("甲" near/5 "乙") and "丙")'],
    ['甲 NEAR/0 乙 near/3 丙', '(("甲" near/0 "乙") near/3 "丙")'],
    ['全面 深化 and 改革 開放', '("全面 深化" and "改革 開放")'],
    ['甲\u3000and\u3000乙', '("甲" and "乙")'],
  ])('%s', (typed, expected) => {
    expect(read(parseQuery(typed))).toBe(expected);
  });

  test.each<[string, QueryProblem, number]>([
    ['', 'empty', 0],
    ['  ', 'empty', 0],
    ['""', 'empty', 0],
    ['and', 'operand-missing', 0],
    ['甲 and', 'operand-missing', 5],
    ['甲 or or 乙', 'operand-missing', 5],
    ['甲 and ""', 'operand-missing', 6],
    ['甲 and (乙', 'bracket-open', 6],
    ['甲 and 乙)', 'bracket-stray', 7],
    ['甲 and "乙', 'quote-open', 6],
    ['甲 "丙" and 乙', 'operator-missing', 2],
    ['甲 near/x 乙', 'near-number', 2],
    ['甲 near/ 乙', 'near-number', 2],
    ['甲 near/1001 乙', 'near-number', 2],
    ['(甲 and 乙) near/2 丙', 'near-operand', 0],
    ['丙 near/2 (not 乙)', 'near-operand', 9],
    ['not 甲', 'only-not', 0],
    ['甲 or not 乙', 'only-not', 5],
  ])('%s: %s at %i', (typed, problem, at) => {
    expect(parseQuery(typed)).toEqual({ ok: false, problem, at });
  });
});

const strings = fc.string({ minLength: 1, maxLength: 4 }).map((text): Query => ({ kind: 'string', text }));
const { query } = fc.letrec<{ query: Query; placed: Query }>((tie) => ({
  placed: fc.oneof(
    { depthSize: 'small' },
    strings,
    fc.record({ kind: fc.constant('or' as const), left: tie('placed'), right: tie('placed') }),
    fc.record({ kind: fc.constant('near' as const), within: fc.nat(1000), left: tie('placed'), right: tie('placed') }),
  ),
  query: fc.oneof(
    { depthSize: 'small' },
    tie('placed'),
    fc.record({ kind: fc.constant('and' as const), left: tie('query'), right: tie('query') }),
    tie('query').map((of): Query => ({ kind: 'and', left: { kind: 'string', text: 'x' }, right: { kind: 'not', of } })),
  ),
}));

test('every query is read as it was written', () => {
  fc.assert(
    fc.property(query, (one) => {
      expect(read(parseQuery(written(one)))).toBe(written(one));
    }),
  );
});

test('whatever is typed is read, or told what is wrong within it', () => {
  const bits = ['甲', ' ', '"', '(', ')', 'and', 'or', 'not', 'near/3', 'near/', '\n', '　'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits)), (all) => {
      const typed = all.join('');
      const parsed = parseQuery(typed);
      if (parsed.ok) return;
      expect(parsed.at).toBeGreaterThanOrEqual(0);
      expect(parsed.at).toBeLessThanOrEqual(typed.length);
    }),
  );
});
