/** What is sought. Strings are as typed, not folded. */
export type Query =
  | { kind: 'string'; text: string }
  | { kind: 'near'; within: number; left: Query; right: Query }
  | { kind: 'and' | 'or'; left: Query; right: Query }
  | { kind: 'not'; of: Query };

export const queryProblems = [
  'empty',
  'operand-missing',
  'operator-missing',
  'bracket-open',
  'bracket-stray',
  'quote-open',
  'near-number',
  'near-operand',
  'only-not',
] as const;
export type QueryProblem = (typeof queryProblems)[number];

/** The query, or what is wrong with it and where: a UTF-16 offset in what was typed. */
export type ParsedQuery = { ok: true; query: Query } | { ok: false; problem: QueryProblem; at: number };

/** The most characters that `near/N` may have between its two sides. */
export const FARTHEST = 1000;

interface Token {
  kind: 'string' | 'and' | 'or' | 'not' | 'near' | '(' | ')' | 'end';
  text: string;
  at: number;
  /** Of `near/N`. */
  within: number;
}

class Malformed extends Error {
  readonly problem: QueryProblem;
  readonly at: number;

  constructor(problem: QueryProblem, at: number) {
    super(problem);
    this.problem = problem;
    this.at = at;
  }
}

// A whole word of its own: between white space, brackets or the ends.
const OPERATOR = /(?<![^\s()"])(?:and|or|not|near\/\S*?)(?![^\s()"])/i;

/**
 * Reads what was typed. `and`, `or`, `not` and `near/N` are operators where they stand as words of their own, in either case;
 * brackets group, and straight quotation marks hold anything (`""` for one of them). `near` binds closest, then `not`, `and`,
 * `or`; `a not b` is `a and not b`. What has no operator is one string as it stands, white space at its ends taken off.
 */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'empty', at: 0 };
  const whole = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (whole !== undefined) {
    if (whole === '') return { ok: false, problem: 'empty', at: typed.indexOf('"') };
    return { ok: true, query: { kind: 'string', text: whole.replaceAll('""', '"') } };
  }
  if (!hasOperator(text)) return { ok: true, query: { kind: 'string', text } };
  try {
    return { ok: true, query: new Parser(tokensOf(typed)).parse() };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { ok: false, problem: thrown.problem, at: thrown.at };
    throw thrown;
  }
}

/** Whether an operator stands outside the quotation marks. */
function hasOperator(text: string): boolean {
  return OPERATOR.test(text.replaceAll(/"(?:[^"]|"")*"/g, (quoted) => '"'.repeat(quoted.length)));
}

function tokensOf(typed: string): Token[] {
  const tokens: Token[] = [];
  const push = (kind: Token['kind'], text: string, at: number, within = 0) => tokens.push({ kind, text, at, within });
  for (let at = 0; at < typed.length; ) {
    const rest = typed.slice(at);
    const blank = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (blank > 0) {
      at += blank;
      continue;
    }
    const first = rest.charAt(0);
    if (first === '(' || first === ')') {
      push(first, first, at);
      at += 1;
      continue;
    }
    if (first === '"') {
      const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
      if (quoted === null) throw new Malformed('quote-open', at);
      if (quoted[1] === '') throw new Malformed('operand-missing', at);
      push('string', (quoted[1] ?? '').replaceAll('""', '"'), at);
      at += quoted[0].length;
      continue;
    }
    // Up to a bracket, a quotation mark or an operator: one string, white space inside it included.
    const stretch = /^[^()"]+/.exec(rest)?.[0] ?? rest;
    const operator = OPERATOR.exec(stretch);
    if (operator === null || operator.index > 0) {
      const words = operator === null ? stretch : stretch.slice(0, operator.index);
      push('string', words.trimEnd(), at);
      at += words.length;
      continue;
    }
    const [word] = operator;
    const [name, within] = word.toLowerCase().split('/');
    if (name === 'near') {
      const far = /^\d{1,4}$/.test(within ?? '') ? Number(within) : Number.NaN;
      if (!(far <= FARTHEST)) throw new Malformed('near-number', at);
      push('near', word, at, far);
    } else push(name as 'and' | 'or' | 'not', word, at);
    at += word.length;
  }
  push('end', '', typed.length);
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Query {
    const query = this.#or();
    const left = this.#peek();
    if (left.kind === ')') throw new Malformed('bracket-stray', left.at);
    if (left.kind !== 'end') throw new Malformed('operator-missing', left.at);
    if (!shows(query)) throw new Malformed('only-not', this.#tokens.find(({ kind }) => kind === 'not')?.at ?? 0);
    return query;
  }

  #peek(): Token {
    return this.#tokens[this.#next] as Token;
  }

  #takes(kind: Token['kind']): Token | null {
    const token = this.#peek();
    if (token.kind !== kind) return null;
    this.#next += 1;
    return token;
  }

  #or(): Query {
    let left = this.#and();
    while (this.#takes('or') !== null) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Query {
    let left = this.#not();
    for (;;) {
      if (this.#takes('and') !== null) left = { kind: 'and', left, right: this.#not() };
      else if (this.#peek().kind === 'not') left = { kind: 'and', left, right: this.#not() };
      else return left;
    }
  }

  #not(): Query {
    return this.#takes('not') === null ? this.#near() : { kind: 'not', of: this.#not() };
  }

  #near(): Query {
    let at = this.#peek().at;
    let left = this.#operand();
    for (let token = this.#takes('near'); token !== null; token = this.#takes('near')) {
      if (!hasPlaces(left)) throw new Malformed('near-operand', at);
      at = this.#peek().at;
      const right = this.#operand();
      if (!hasPlaces(right)) throw new Malformed('near-operand', at);
      left = { kind: 'near', within: token.within, left, right };
    }
    return left;
  }

  #operand(): Query {
    const string = this.#takes('string');
    if (string !== null) return { kind: 'string', text: string.text };
    const bracket = this.#takes('(');
    if (bracket === null) throw new Malformed('operand-missing', this.#peek().at);
    const inner = this.#or();
    if (this.#takes(')') !== null) return inner;
    const left = this.#peek();
    throw left.kind === 'end' ? new Malformed('bracket-open', bracket.at) : new Malformed('operator-missing', left.at);
  }
}

/** Whether it names places of its own that something can be near to. */
function hasPlaces(query: Query): boolean {
  if (query.kind === 'or') return hasPlaces(query.left) && hasPlaces(query.right);
  return query.kind === 'string' || query.kind === 'near';
}

/** Whether whatever it finds has something to be shown. */
function shows(query: Query): boolean {
  if (query.kind === 'not') return false;
  if (query.kind === 'and') return shows(query.left) || shows(query.right);
  if (query.kind === 'or') return shows(query.left) && shows(query.right);
  return true;
}
