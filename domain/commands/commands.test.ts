import { describe, expect, test } from 'vitest';
import { acceleratorOf, chordOf, chordText, type KeyPress, withShift } from './chord.ts';
import { commandIds, commands } from './command-list.ts';
import { assignChord, createKeymap } from './keymap.ts';

function press(key: string, code: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe('the chord of a key press', () => {
  test.each<[string, KeyPress]>([
    ['A', press('a', 'KeyA')],
    ['A', press('A', 'KeyA')],
    ['Shift+A', press('A', 'KeyA', { shiftKey: true })],
    ['Ctrl+Shift+Z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })],
    ['?', press('?', 'Slash', { shiftKey: true })],
    ['Space', press(' ', 'Space')],
    ['Shift+ArrowLeft', press('ArrowLeft', 'ArrowLeft', { shiftKey: true })],
    ['1', press('1', 'Digit1', { shiftKey: true })],
    ['Enter', press('Enter', 'NumpadEnter')],
    ['Alt+V', press('v', 'KeyV', { altKey: true })],
    ['[', press('[', 'BracketLeft', { ctrlKey: true, altKey: true, altGraph: true })],
  ])('%s', (chord, event) => {
    expect(chordOf(event, false)).toBe(chord);
  });

  test.each<[string, KeyPress]>([
    ['A', press('Process', 'KeyA', { keyCode: 229 })],
    ['A', press('a', 'KeyA', { keyCode: 229 })],
    ['Shift+X', press('Process', 'KeyX', { keyCode: 229, shiftKey: true })],
    ['3', press('Process', 'Digit3', { keyCode: 229 })],
    ['#', press('Process', 'Digit3', { keyCode: 229, shiftKey: true })],
    ['.', press('。', 'Period')],
    ['[', press('【', 'BracketLeft')],
    ['?', press('？', 'Slash', { shiftKey: true })],
    ['A', press('ㄇ', 'KeyA')],
    ['Ctrl+ArrowRight', press('Process', 'ArrowRight', { keyCode: 229, ctrlKey: true })],
    ['Escape', press('Process', 'Escape', { keyCode: 229 })],
    ['7', press('Unidentified', 'Numpad7')],
  ])('%s while an input method is on', (chord, event) => {
    expect(chordOf(event, false)).toBe(chord);
  });

  test('a modifier alone, and a key that cannot be told, are none', () => {
    expect(chordOf(press('Shift', 'ShiftLeft', { shiftKey: true }), false)).toBeNull();
    expect(chordOf(press('Process', '', { keyCode: 229 }), false)).toBeNull();
  });

  test('on a Mac, ⌘ is the key of commands, and Option does not change the letter', () => {
    expect(chordOf(press('z', 'KeyZ', { metaKey: true }), true)).toBe('Ctrl+Z');
    expect(chordOf(press('z', 'KeyZ', { ctrlKey: true }), true)).toBe('Control+Z');
    expect(chordOf(press('√', 'KeyV', { altKey: true }), true)).toBe('Alt+V');
    expect(chordText('Ctrl+Shift+ArrowLeft', true)).toBe('⌘⇧←');
    expect(chordText('Ctrl+Shift+ArrowLeft', false)).toBe('Ctrl+Shift+←');
    expect(chordText('Ctrl++', false)).toBe('Ctrl++');
  });

  test('with Shift, as the keyboard has it', () => {
    expect(withShift('ArrowUp')).toBe('Shift+ArrowUp');
    expect(withShift('Ctrl+X')).toBe('Ctrl+Shift+X');
    expect(withShift('[')).toBe('{');
    expect(withShift('Shift+X')).toBeNull();
    expect(withShift('?')).toBeNull();
  });

  test('as a native menu takes it', () => {
    expect(acceleratorOf('Ctrl+Shift+Z')).toBe('CmdOrCtrl+Shift+Z');
    expect(acceleratorOf('Ctrl++')).toBe('CmdOrCtrl+Plus');
    expect(acceleratorOf('?')).toBeNull();
  });
});

describe('the keymap', () => {
  test.each([false, true])('no two commands have the same key at the same time (Mac: %s)', (mac) => {
    const keymap = createKeymap({}, mac);
    for (const id of commandIds)
      for (const chord of keymap.keysOf(id)) expect([id, chord, keymap.conflicts(id, chord)]).toEqual([id, chord, []]);
  });

  test('every key of the list is written as a press of it is read', () => {
    for (const id of commandIds) {
      for (const chord of [...commands[id].keys, ...(commands[id].mac ?? [])])
        expect(chord).toMatch(/^(Ctrl\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|[^\w\s]|F\d+|[A-Z][A-Za-z]+)$/);
    }
  });

  test('a motion has its key with Shift too', () => {
    const keymap = createKeymap({}, false);
    expect(keymap.find('Ctrl+ArrowRight', 'text')).toEqual([{ id: 'clauseRight', extend: false }]);
    expect(keymap.find('Ctrl+Shift+ArrowRight', 'text')).toEqual([{ id: 'clauseRight', extend: true }]);
    expect(keymap.find('{', 'text')).toEqual([{ id: 'annotationPrevious', extend: true }]);
    expect(keymap.find('Ctrl+ArrowRight', 'window')).toEqual([]);
  });

  test('what she has chosen stands in place of the list, fixed keys and unknown commands aside', () => {
    const keymap = createKeymap({ sameAgain: ['Q'], unselect: ['Q'], nonsense: ['A'], help: [] }, false);
    expect(keymap.keysOf('sameAgain')).toEqual(['Q']);
    expect(keymap.find('.', 'selection')).toEqual([]);
    expect(keymap.keysOf('unselect')).toEqual(['Escape']);
    expect(keymap.keysOf('help')).toEqual([]);
  });

  test('a key that is taken over leaves the other command, with Shift as without', () => {
    const keymap = createKeymap({}, false);
    expect(keymap.conflicts('sameAgain', 'X')).toEqual(['grow']);
    expect(keymap.conflicts('nextUnreviewed', '{')).toEqual(['annotationPrevious']);
    expect(keymap.conflicts('pickUp', 'X')).toEqual([]);
    expect(keymap.conflicts('editNote', '.')).toEqual([]);
    const next = assignChord({}, keymap, 'sameAgain', 'X');
    expect(next).toEqual({ sameAgain: ['X'], grow: ['Alt+ArrowUp'] });
    expect(createKeymap(next, false).conflicts('sameAgain', 'X')).toEqual([]);
  });
});
