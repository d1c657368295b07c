import { foldedString, foldText } from '../reuse/folded-text.ts';

/** Folded characters of a phrase, at least and at most. */
export const SHORTEST_PHRASE = 4;
export const LONGEST_PHRASE = 20;

// Between two of these nothing is one phrase.
const EDGE = /[\p{P}\p{S}\p{Z}\s]+/u;
/** From that cohesion on, on average, what is at an end and beside it belong to one word. */
const COHESIVE = 0.08;

// A phrase neither begins nor ends with a particle that joins it to something else.
const JOINING = '的地得是和与及或在以为对把被将向从由等个之其了着';

/** A phrase as it is compared, whatever its script and width, without marks. */
export function foldPhrase(phrase: string): string {
  return foldedString(foldText(phrase));
}

/**
 * What can be a fixed phrase of a text: whatever stands between two marks, and whatever recurs with different characters at
 * either end and is not cut out of a word; 4 to 20 folded characters, as written where it first stands, longest first. Which of
 * them are formulas is for the articles to show.
 */
export function findReferencePhrases(text: string): string[] {
  const clauses = text
    .split(EDGE)
    .filter((clause) => clause !== '')
    .map((clause) => Array.from(clause));
  const phrases = new Map<string, string>();
  const add = (written: string) => {
    const folded = foldPhrase(written);
    const { length } = Array.from(folded);
    if (length < SHORTEST_PHRASE || length > LONGEST_PHRASE || phrases.has(folded)) return;
    phrases.set(folded, written);
  };
  for (const clause of clauses) add(clause.join(''));
  for (const phrase of recurring(clauses)) add(phrase);
  return [...phrases.values()].toSorted((one, other) => other.length - one.length);
}

interface Places {
  count: number;
  /** The characters at either side, with how often; `''` where a mark is. */
  before: Map<string, number>;
  after: Map<string, number>;
}

function recurring(clauses: readonly (readonly string[])[]): string[] {
  const places = new Map<string, Places>();
  for (const clause of clauses) {
    for (let start = 0; start + SHORTEST_PHRASE <= clause.length; start++) {
      const longest = Math.min(LONGEST_PHRASE, clause.length - start);
      for (let length = SHORTEST_PHRASE; length <= longest; length++) {
        const phrase = clause.slice(start, start + length).join('');
        const known = places.get(phrase) ?? { count: 0, before: new Map(), after: new Map() };
        known.count += 1;
        tell(known.before, clause[start - 1] ?? '');
        tell(known.after, clause[start + length] ?? '');
        places.set(phrase, known);
      }
    }
  }
  const cohesion = cohesionIn(clauses);
  return [...places].flatMap(([phrase, { count, before, after }]) => {
    const first = Array.from(phrase)[0] ?? '';
    const last = Array.from(phrase).at(-1) ?? '';
    const varies = [before, after].every((sides) => sides.has('') || sides.size > 1);
    if (count < 2 || !varies || JOINING.includes(first) || JOINING.includes(last)) return [];
    const isCut =
      mean(before, (side) => cohesion(side, first)) >= COHESIVE ||
      mean(after, (side) => cohesion(last, side)) >= COHESIVE;
    return isCut ? [] : [phrase];
  });
}

function tell(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How far two characters that stand together are a word here: the share of the commoner one that the pair has; a single pair says nothing. */
function cohesionIn(clauses: readonly (readonly string[])[]): (one: string, other: string) => number {
  const single = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const clause of clauses)
    clause.forEach((character, at) => {
      tell(single, character);
      if (at > 0) tell(pairs, `${clause[at - 1] ?? ''}${character}`);
    });
  return (one, other) => {
    if (one === '' || other === '') return 0;
    const together = (pairs.get(`${one}${other}`) ?? 0) - 1;
    return Math.max(0, together) / Math.max(single.get(one) ?? 1, single.get(other) ?? 1);
  };
}

function mean(counts: ReadonlyMap<string, number>, value: (key: string) => number): number {
  let sum = 0;
  let total = 0;
  for (const [key, count] of counts) {
    sum += count * value(key);
    total += count;
  }
  return sum / total;
}
