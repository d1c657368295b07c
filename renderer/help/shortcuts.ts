/** The keys by what they are for, as the help shows them; the names are keys of the catalogue's `help`. */
export const shortcuts = [
  {
    group: 'selecting',
    keys: [
      [['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], 'selectText'],
      [['Enter', 'A'], 'annotate'],
      [['0–9'], 'digits'],
      [['[', ']'], 'nextAnnotation'],
      [['Enter'], 'openAnnotation'],
      [['E'], 'edit'],
      [['Del'], 'remove'],
    ],
  },
  {
    group: 'picking',
    keys: [
      [['↑', '↓'], 'move'],
      [['Space'], 'toggle'],
      [['Shift+Enter'], 'alwaysToggle'],
      [['←', '→'], 'relation'],
      [['Alt+V', 'A', 'L', 'M', 'N'], 'namedRelation'],
      [['Backspace'], 'backspace'],
      [['Enter'], 'saveNow'],
      [['Ctrl+Enter'], 'saveFromNote'],
      [['Esc'], 'cancel'],
    ],
  },
  {
    group: 'reviewing',
    keys: [
      [['↑', '↓'], 'nextRepair'],
      [['A'], 'acceptRepair'],
      [['R'], 'refuseRepair'],
      [['O'], 'openRepair'],
      [['1–9'], 'candidate'],
      [['E'], 'editRepair'],
      [['Enter'], 'acceptAndNext'],
      [['Esc'], 'leaveRepairs'],
    ],
  },
  {
    group: 'general',
    keys: [
      [['F6', 'Shift+F6'], 'panes'],
      [['/'], 'filter'],
      [['Ctrl+Z'], 'undo'],
      [['Ctrl+Shift+Z', 'Ctrl+Y'], 'redo'],
      [['Ctrl+O'], 'import'],
      [['Ctrl+E'], 'report'],
      [['+', '-'], 'textSize'],
      [['Ctrl+,'], 'settings'],
      [['?'], 'help'],
    ],
  },
] as const satisfies readonly { group: string; keys: readonly (readonly [readonly string[], string])[] }[];
