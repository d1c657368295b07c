import { contract, type OperationName } from '#domain/contract/index.ts';
import type { Operation } from '#domain/contract/operation.ts';
import { type Known, lone, path, strangers } from './strangers.ts';

export interface HostileCall {
  operation: unknown;
  input: unknown;
}

const long = '長'.repeat(3000);
const longerThanAnyNote = '長'.repeat(100_001);

/** Values of a wrong kind, to stand for a whole input or for one of its fields. */
const wrongs: unknown[] = [
  0,
  -1,
  1.5,
  1e308,
  true,
  '',
  path,
  "'; DROP TABLE annotations; --",
  '<script>1</script>',
  long,
  lone,
  'a\0b',
  [],
  [[[[]]]],
  [null],
  {},
  { $ne: null },
  { toString: 'x', length: -1 },
];

const unknownOperations: HostileCall[] = [
  '',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'session.get ',
  'SESSION.GET',
  'article.drop',
  'article.insert',
  'coder.enter',
  long,
  null,
  42,
  ['session.get'],
  { operation: 'session.get' },
].map((operation) => ({ operation, input: {} }));

/** Each field in turn gone, and each in turn of every wrong kind. */
function mutations(sound: unknown): unknown[] {
  if (sound === null || typeof sound !== 'object' || Array.isArray(sound)) return [];
  const whole: Record<string, unknown> = { ...sound };
  return Object.keys(whole).flatMap((field) => {
    const { [field]: _gone, ...without } = whole;
    return [without, ...wrongs.map((value) => ({ ...whole, [field]: value }))];
  });
}

/** Calls that the contract must refuse by their form, and calls that only a service can refuse. */
export function hostileCalls(known: Known): { byForm: HostileCall[]; byService: HostileCall[] } {
  const services = strangers(known);
  const byForm: HostileCall[] = [...unknownOperations];
  for (const [operation, { input: schema }] of Object.entries(contract) as [OperationName, Operation][]) {
    const candidates = [null, {}, { surplus: 1 }, ...wrongs, ...services[operation].flatMap(mutations)];
    // What a schema takes is no wrong input; nothing at all stands for an empty object.
    const wrong = candidates.filter((input) => !schema.safeParse(input ?? {}).success);
    byForm.push(...wrong.map((input) => ({ operation, input })));
  }
  for (const operation of ['annotation.create', 'annotation.update'] as const) {
    const [sound] = services[operation];
    byForm.push({ operation, input: { ...(sound as object), note: longerThanAnyNote } });
  }
  const byService = Object.entries(services).flatMap(([operation, inputs]) =>
    inputs.map((input) => ({ operation, input })),
  );
  return { byForm, byService };
}
