import { contract, type OperationName } from '#domain/contract/index.ts';
import type { Operation } from '#domain/contract/operation.ts';
import { z } from 'zod';

export interface HostileCall {
  operation: OperationName;
  input: unknown;
  /** Whether the contract takes such an input; what it points at is not there all the same. */
  accepted: boolean;
}

const MEGABYTE = 1024 * 1024;
/** Made from JSON, so that the key is a key and not the prototype. */
const poisoned = JSON.parse(
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
) as object;

/** What no operation takes in place of its input. */
const wholes: unknown[] = [
  null,
  true,
  0,
  Number.NaN,
  'article.list',
  [],
  [[{}]],
  poisoned,
  { unknown: 1 },
  { constructor: 1 },
  { 'x; DROP TABLE annotations': 1 },
  'x'.repeat(MEGABYTE),
  { ['k'.repeat(MEGABYTE)]: 1 },
];

const leaves: unknown[] = [
  null,
  undefined,
  true,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  -(2 ** 31) - 1,
  1e308,
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD842',
  '\uDFB7x',
  `'; DROP TABLE annotations; --`,
  '../../../etc/passwd',
  '..\\..\\preferences.json',
  '%2e%2e%2fpreferences.json',
  '/etc/passwd',
  '__proto__',
  'constructor',
  '𠮷'.repeat(600),
  [],
  [null],
  {},
  poisoned,
];

/** Calls of every operation of the contract that none of them should carry out. */
export function hostileCalls(): HostileCall[] {
  return Object.entries(contract as Record<string, Operation>).flatMap(([operation, { kind, input }]) => {
    const samples = samplesOf(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Schema);
    const inputs = [
      ...wholes,
      ...samples.flatMap((sample) => [
        sample,
        ...pathsOf(sample).flatMap((path) => leaves.map((leaf) => replaced(sample, path, leaf))),
        ...objectPathsOf(sample).flatMap((path) =>
          ['unknown', 'constructor', 'toString'].map((key) => replaced(sample, [...path, key], 'x')),
        ),
        ...longTexts(sample),
      ]),
    ];
    return inputs
      .map((each) => ({ operation: operation as OperationName, input: each, accepted: input.safeParse(each).success }))
      .filter((call) => !call.accepted || isHarmless(operation, kind, call.input));
  });
}

/** An accepted write or job counts as hostile only when it points at something: what it names is not there. */
function isHarmless(operation: string, kind: Operation['kind'], input: unknown): boolean {
  if (operation === 'coder.identify') return false;
  return kind === 'read' || /"[\da-f]{8}-|"grant":|"recent":|"backup":|"file":/.test(JSON.stringify(input));
}

interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  minimum?: number;
  pattern?: string;
}

/** Inputs as the schema wants them: one for each branch, and one with only what is required. */
function samplesOf(schema: Schema): unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum.slice(0, 1);
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(samplesOf);
  if (schema.type === 'object') return objectsOf(schema);
  if (schema.type === 'array') return schema.items === undefined ? [[]] : samplesOf(schema.items).map((item) => [item]);
  if (schema.type === 'integer' || schema.type === 'number') return [Math.max(schema.minimum ?? 0, 13)];
  if (schema.type === 'boolean') return [true];
  if (schema.type === 'null') return [null];
  if (schema.format === 'uuid') return ['0198c0de-0000-7000-8000-0000000000ff'];
  return [schema.pattern?.startsWith('^\\d{4}') ? '2024-08-05' : 'x'];
}

function objectsOf(schema: Schema): unknown[] {
  const properties = Object.entries(schema.properties ?? {}).map(([key, each]) => [key, samplesOf(each)] as const);
  if (typeof schema.additionalProperties === 'object')
    properties.push(['anything', samplesOf(schema.additionalProperties)]);
  const whole = Object.fromEntries(properties.map(([key, samples]) => [key, samples[0]]));
  const branches = properties.flatMap(([key, samples]) => samples.slice(1).map((each) => ({ ...whole, [key]: each })));
  const required = Object.fromEntries(Object.entries(whole).filter(([key]) => schema.required?.includes(key)));
  return [whole, ...branches, required];
}

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

function objectPathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, each]) => objectPathsOf(each, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

function replaced(value: unknown, path: Path, leaf: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, leaf);
  return copy;
}

/** A megabyte in the place of the first text. */
function longTexts(sample: unknown): unknown[] {
  const path = pathsOf(sample).find((each) => typeof at(sample, each) === 'string');
  return path === undefined ? [] : [replaced(sample, path, 'x'.repeat(MEGABYTE))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((present, key) => (present as Record<string | number, unknown>)[key], value);
}

/** Whether something stands there that JSON leaves out or makes null. */
export function lostInJson(value: unknown): boolean {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return true;
  return value !== null && typeof value === 'object' && Object.values(value).some(lostInJson);
}
