/** The keys of two rows that are held against each other: those chosen, as far as they are there, else the first. */
export function pairOf(chosen: readonly [string, string] | null, keys: readonly string[]): readonly string[] {
  const one = keys.includes(chosen?.[0] ?? '') ? chosen?.[0] : keys[0];
  const other = keys.includes(chosen?.[1] ?? '') && chosen?.[1] !== one ? chosen?.[1] : keys.find((key) => key !== one);
  return [one, other].filter((key) => key !== undefined);
}
