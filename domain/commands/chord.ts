/** What of a `KeyboardEvent` tells which key it was. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode?: number;
  readonly isComposing?: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr, which some systems report as Ctrl and Alt together. */
  readonly altGraph?: boolean;
}

/** What an input method sends in place of the key it has taken. */
const INPUT_METHOD_CODE = 229;
const NO_KEY = new Set(['Process', 'Unidentified', 'Dead', 'Compose']);
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Fn', 'OS']);
const NAMED = /^(Arrow(Left|Right|Up|Down)|Enter|Escape|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Tab|F\d\d?)$/;

/** The characters of a US keyboard by the place of the key, plain and with Shift. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const SHIFTED = new Map(Object.values(PLACES).filter(([plain, shifted]) => plain !== shifted));

/**
 * The chord of a key press: modifiers in the order Ctrl, Alt, Shift, then the key, as `Ctrl+Shift+Z`, `Alt+ArrowUp`, `?`.
 *
 * Ctrl is the key of commands: ⌘ on a Mac, where its Ctrl is `Control`. Letters are capitals, and Shift is told; other
 * characters stand as they are typed, `?` and not `Shift+/`. Where an input method has taken the key, or the layout gives no
 * ASCII character, the place of the key on a US keyboard counts, so that commands work whatever is switched on. Null for a
 * modifier alone, and for a key that cannot be told.
 */
export function chordOf(press: KeyPress, mac: boolean): string | null {
  if (MODIFIERS.has(press.key)) return null;
  const believed = !NO_KEY.has(press.key) && press.keyCode !== INPUT_METHOD_CODE && press.isComposing !== true;
  const optionTyped = mac && press.altKey;
  const key = (believed && !optionTyped ? byKey(press.key) : null) ?? byPlace(press);
  if (key === null) return null;
  const altGraph = press.altGraph === true;
  const command = mac ? press.metaKey : press.ctrlKey && !altGraph;
  const other = mac ? press.ctrlKey : press.metaKey;
  const shift = press.shiftKey && (key.length > 1 || /[A-Z]/.test(key));
  return [
    ...(command ? ['Ctrl'] : []),
    ...(other ? [mac ? 'Control' : 'Meta'] : []),
    ...(press.altKey && !altGraph ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key,
  ].join('+');
}

function byKey(key: string): string | null {
  if (key === ' ') return 'Space';
  if (/^[a-z]$/.test(key)) return key.toUpperCase();
  return /^[!-~]$/.test(key) || NAMED.test(key) ? key : null;
}

function byPlace({ code, shiftKey }: KeyPress): string | null {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^Numpad\d$/.test(code)) return code.slice(6);
  if (code === 'NumpadEnter') return 'Enter';
  const place = PLACES[code];
  if (place !== undefined) return place[shiftKey ? 1 : 0];
  return code === 'Space' || NAMED.test(code) ? code : null;
}

/** Its modifiers, in order, and its key. */
export function splitChord(chord: string): { modifiers: string[]; key: string } {
  const found = /^((?:(?:Ctrl|Control|Meta|Alt|Shift)\+)*)(.+)$/.exec(chord);
  return { modifiers: (found?.[1] ?? '').split('+').filter((each) => each !== ''), key: found?.[2] ?? chord };
}

/** The same chord with Shift held too; null where it is held already, or where a US keyboard has no such character. */
export function withShift(chord: string): string | null {
  const { modifiers, key } = splitChord(chord);
  if (modifiers.includes('Shift')) return null;
  if (key.length > 1 || /[A-Z]/.test(key)) return [...modifiers, 'Shift', key].join('+');
  const shifted = SHIFTED.get(key);
  return shifted === undefined ? null : [...modifiers, shifted].join('+');
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};
const MAC_SIGNS: Readonly<Record<string, string>> = { Ctrl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };

/** A chord as the keyboard at hand has it: `Ctrl+←`, or `⌘←` on a Mac. */
export function chordText(chord: string, mac: boolean): string {
  const { modifiers, key } = splitChord(chord);
  const sign = SIGNS[key] ?? key;
  if (mac) return [...modifiers.map((each) => MAC_SIGNS[each] ?? each), sign].join('');
  return [...modifiers, sign].join('+');
}

/** A chord as a native menu of Electron takes it; null for one that it cannot show. */
export function acceleratorOf(chord: string): string | null {
  const { modifiers, key } = splitChord(chord);
  const named: Readonly<Record<string, string>> = {
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    Escape: 'Esc',
    '+': 'Plus',
  };
  const shown = named[key] ?? key;
  if (
    !/^([A-Z0-9,./;'[\]\\=-]|F\d\d?|Left|Right|Up|Down|Esc|Plus|Enter|Space|Home|End|PageUp|PageDown|Delete)$/.test(
      shown,
    )
  )
    return null;
  return [...modifiers.map((each) => (each === 'Ctrl' ? 'CmdOrCtrl' : each)), shown].join('+');
}
