/** Months that are filled in between two at most: 20 years. */
const MOST = 240;

/**
 * The keys of months in order, with those between the first and the last that nothing has; a year of which no more is known
 * stands before its months, `none` last. Where the months lie very far apart, none are filled in.
 */
export function monthsBetween(keys: readonly string[]): string[] {
  const known = keys.filter((key) => key !== 'none').toSorted();
  const months = known.filter((key) => key.length === 7);
  const [first, last] = [months[0], months.at(-1)];
  const filled = new Set(known);
  if (first !== undefined && last !== undefined) {
    const [from, to] = [numberOf(first), numberOf(last)];
    if (to - from <= MOST)
      for (let month = from; month <= to; month++)
        filled.add(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);
  }
  return [...[...filled].toSorted(), ...keys.filter((key) => key === 'none')];
}

/** Months since the year 0. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
