import { foldedString, foldText } from '../reuse/folded-text.ts';

/** Folded characters of a phrase, at least and at most. */
export const SHORTEST_PHRASE = 4;
export const LONGEST_PHRASE = 20;

// Between two of these nothing is one phrase.
const EDGE = /[\p{P}\p{S}\p{Z}\s]+/u;
// A phrase neither begins nor ends with a particle that joins it to something else.
const JOINING = '的地得是和与及或在以为对把被将向从由等个之其了着';

/** A phrase as it is compared, whatever its script and width, without marks. */
export function foldPhrase(phrase: string): string {
  return foldedString(foldText(phrase));
}

/**
 * What can be a fixed phrase of a text: whatever stands between two marks, and whatever recurs beside different
 * characters and reaches a mark at one of its ends in at least one place; 4 to 20 folded characters, as written where it first stands, longest
 * first. Which of them are formulas is for the articles to show.
 */
export function findReferencePhrases(text: string): string[] {
  const clauses = text.split(EDGE).filter((clause) => clause !== '');
  const phrases = new Map<string, string>();
  const add = (written: string) => {
    const folded = foldPhrase(written);
    const { length } = Array.from(folded);
    if (length < SHORTEST_PHRASE || length > LONGEST_PHRASE || phrases.has(folded)) return;
    phrases.set(folded, written);
  };
  for (const clause of clauses) add(clause);
  for (const phrase of recurring(clauses)) add(phrase);
  return [...phrases.values()].toSorted((one, other) => other.length - one.length);
}

interface Places {
  count: number;
  before: Set<string>;
  after: Set<string>;
  begins: boolean;
  ends: boolean;
}

function recurring(clauses: readonly string[]): string[] {
  const places = new Map<string, Places>();
  for (const clause of clauses) {
    const characters = Array.from(clause);
    for (let start = 0; start + SHORTEST_PHRASE <= characters.length; start++) {
      const longest = Math.min(LONGEST_PHRASE, characters.length - start);
      for (let length = SHORTEST_PHRASE; length <= longest; length++) {
        const phrase = characters.slice(start, start + length).join('');
        const known = places.get(phrase) ?? {
          count: 0,
          before: new Set(),
          after: new Set(),
          begins: false,
          ends: false,
        };
        known.count += 1;
        if (start === 0) known.begins = true;
        else known.before.add(characters[start - 1] ?? '');
        if (start + length === characters.length) known.ends = true;
        else known.after.add(characters[start + length] ?? '');
        places.set(phrase, known);
      }
    }
  }
  return [...places].flatMap(([phrase, { count, before, after, begins, ends }]) => {
    const stands = count > 1 && (begins || before.size > 1) && (ends || after.size > 1) && (begins || ends);
    const joins = JOINING.includes(phrase.charAt(0)) || JOINING.includes(phrase.charAt(phrase.length - 1));
    return stands && !joins ? [phrase] : [];
  });
}
