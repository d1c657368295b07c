import { withShift } from './chord.ts';
import { type CommandId, commandIds, commands, type Scope } from './command-list.ts';

/** The chords she has chosen, by command; a command that is not here has those of the list, an empty one has none. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

export interface Bound {
  readonly id: CommandId;
  /** Whether the chord is that of a motion with Shift held. */
  readonly extend: boolean;
}

/** Which chords stand for which commands. */
export interface Keymap {
  /** The chords of a command, the one that menus show first. */
  readonly keysOf: (id: CommandId) => readonly string[];
  /** What a chord stands for in a scope, in the order of the list; several may share it, and the first that applies has it. */
  readonly find: (chord: string, scope: Scope) => readonly Bound[];
  /** The commands whose keys would be hard to tell from this one's, had it that chord. */
  readonly conflicts: (id: CommandId, chord: string) => readonly CommandId[];
}

/** Scopes that are never live together; any other two may be. */
const APART: readonly (readonly [Scope, Scope])[] = [
  ['selection', 'annotation'],
  ['selection', 'review'],
  ['annotation', 'review'],
  ['text', 'review'],
];

function liveTogether(a: Scope, b: Scope): boolean {
  if (a === b) return true;
  if (a === 'picker' || b === 'picker') return false;
  return !APART.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Puts the keys of the list and those she has chosen together; what was chosen for a command that is no more is left out. */
export function createKeymap(chosen: ChosenKeys, mac: boolean): Keymap {
  const keys = new Map(commandIds.map((id) => [id, ownKeys(id, chosen, mac)]));
  const keysOf = (id: CommandId) => keys.get(id) ?? [];
  const bound = new Map<string, Bound[]>();
  for (const id of commandIds) {
    for (const scope of commands[id].in) {
      for (const { chord, extend } of chordsOf(id, keysOf(id))) {
        const place = `${scope} ${chord}`;
        bound.set(place, [...(bound.get(place) ?? []), { id, extend }]);
      }
    }
  }
  return {
    keysOf,
    find: (chord, scope) => bound.get(`${scope} ${chord}`) ?? [],
    conflicts: (id, chord) => {
      const wanted = new Set(chordsOf(id, [chord]).map((each) => each.chord));
      return commandIds.filter(
        (other) =>
          other !== id &&
          commands[id].in.some((a) => commands[other].in.some((b) => liveTogether(a, b))) &&
          chordsOf(other, keysOf(other)).some((each) => wanted.has(each.chord)),
      );
    },
  };
}

function ownKeys(id: CommandId, chosen: ChosenKeys, mac: boolean): readonly string[] {
  const { fixed, keys, mac: onMac } = commands[id];
  const own = fixed === true ? undefined : Object.hasOwn(chosen, id) ? chosen[id] : undefined;
  return own ?? (mac ? (onMac ?? keys) : keys);
}

/** All the chords that its keys stand for: a motion has each of them with Shift too. */
function chordsOf(id: CommandId, keys: readonly string[]): { chord: string; extend: boolean }[] {
  return keys.flatMap((chord) => {
    const shifted = commands[id].extends === true ? withShift(chord) : null;
    return [{ chord, extend: false }, ...(shifted === null ? [] : [{ chord: shifted, extend: true }])];
  });
}

/** Takes a chord away from the commands that have it, and gives it to this one, in front of its own or in their place. */
export function assignChord(
  chosen: ChosenKeys,
  keymap: Keymap,
  id: CommandId,
  chord: string,
): Record<string, readonly string[]> {
  const next: Record<string, readonly string[]> = { ...chosen, [id]: [chord] };
  for (const other of keymap.conflicts(id, chord)) {
    if (commands[other].fixed === true) continue;
    const wanted = new Set(chordsOf(id, [chord]).map((each) => each.chord));
    next[other] = keymap.keysOf(other).filter((own) => !chordsOf(other, [own]).some((each) => wanted.has(each.chord)));
  }
  return next;
}
