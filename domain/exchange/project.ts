/**
 * A project as exchange formats see it (REFI-QDA 1.5), nearest to the file: positions are integers as written there, GUIDs
 * are in small letters without braces, instants are ISO 8601 or null. `line` is where a reader found it.
 */
export interface ExchangeProject {
  name: string;
  /** The program that wrote it. */
  origin: string;
  createdBy: string | null;
  createdAt: string | null;
  users: ExchangeUser[];
  codes: ExchangeCode[];
  variables: ExchangeVariable[];
  cases: ExchangeCase[];
  sources: ExchangeSource[];
  notes: ExchangeNote[];
  links: ExchangeLink[];
  sets: ExchangeSet[];
  description: string;
  noteRefs: string[];
}

interface Found {
  line?: number;
}

export interface ExchangeUser extends Found {
  guid: string;
  name: string;
}

export interface ExchangeCode extends Found {
  guid: string;
  name: string;
  isCodable: boolean;
  /** `#rrggbb`, or null. */
  colour: string | null;
  description: string;
  noteRefs: string[];
  codes: ExchangeCode[];
}

export const variableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type VariableType = (typeof variableTypes)[number];

export interface ExchangeVariable extends Found {
  guid: string;
  name: string;
  type: VariableType;
}

export interface ExchangeValue {
  variable: string;
  value: string;
}

export interface ExchangeCase extends Found {
  guid: string;
  name: string;
  description: string;
  values: ExchangeValue[];
  sourceRefs: string[];
  selectionRefs: string[];
}

export interface ExchangeCoding extends Found {
  guid: string;
  code: string;
  user: string | null;
  at: string | null;
  noteRefs: string[];
}

export interface ExchangeSelection extends Found {
  guid: string;
  name: string;
  start: number;
  end: number;
  description: string;
  codings: ExchangeCoding[];
  noteRefs: string[];
  user: string | null;
  createdAt: string | null;
  changedAt: string | null;
}

export interface ExchangeSource extends Found {
  guid: string;
  name: string;
  description: string;
  /** As the file has it: a byte order mark and its line breaks are still there. */
  text: string;
  selections: ExchangeSelection[];
  codings: ExchangeCoding[];
  noteRefs: string[];
  values: ExchangeValue[];
  user: string | null;
  createdAt: string | null;
  changedAt: string | null;
}

export interface ExchangeNote extends Found {
  guid: string;
  name: string;
  text: string;
  user: string | null;
  createdAt: string | null;
  changedAt: string | null;
}

export interface ExchangeLink extends Found {
  guid: string;
  name: string;
  origin: string;
  target: string;
}

export interface ExchangeSet extends Found {
  guid: string;
  name: string;
  description: string;
  codes: string[];
  sources: string[];
  notes: string[];
}

/** Every code of a tree, those above before those below, with the one it stands below. */
export function* everyCode(
  codes: readonly ExchangeCode[],
  parent: ExchangeCode | null = null,
): Generator<{ code: ExchangeCode; parent: ExchangeCode | null }> {
  for (const code of codes) {
    yield { code, parent };
    yield* everyCode(code.codes, code);
  }
}
