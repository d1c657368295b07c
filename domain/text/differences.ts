export interface Run {
  text: string;
  /** Whether the other text has it too, at the same turn. */
  same: boolean;
}

/** Beyond so many pairs of code points only what is alike at both ends counts as the same. */
const MOST_PAIRS = 250_000;

/**
 * Two short texts as runs that are alike and runs that differ, so that the eye finds the difference: by their longest
 * common subsequence of code points. Joined, the runs of each are its text.
 */
export function differences(before: string, after: string): { before: Run[]; after: Run[] } {
  const a = Array.from(before);
  const b = Array.from(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const sameA = a.map((_each, at) => at < head || at >= a.length - tail);
  const sameB = b.map((_each, at) => at < head || at >= b.length - tail);
  markCommon(a.slice(head, a.length - tail), b.slice(head, b.length - tail), (atA, atB) => {
    sameA[head + atA] = true;
    sameB[head + atB] = true;
  });
  return { before: runsOf(a, sameA), after: runsOf(b, sameB) };
}

function markCommon(a: readonly string[], b: readonly string[], mark: (atA: number, atB: number) => void): void {
  if (a.length * b.length > MOST_PAIRS) return;
  const width = b.length + 1;
  // Longest common subsequence of what begins at each pair of places.
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (x: number, y: number) => longest[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x--) {
    for (let y = b.length - 1; y >= 0; y--) {
      longest[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    if (a[x] === b[y]) mark(x++, y++);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
}

function runsOf(characters: readonly string[], same: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  for (const [at, character] of characters.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.same === same[at]) last.text += character;
    else runs.push({ text: character, same: same[at] ?? false });
  }
  return runs;
}
