import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { chordOf, chordText } from '#domain/commands/chord.ts';
import type { CommandId } from '#domain/commands/command-list.ts';
import { type ChosenKeys, createKeymap, type Keymap } from '#domain/commands/keymap.ts';
import { t } from '../app/language.ts';
import { getSession, useSession } from '../session/queries.ts';
import { onMac } from '../widgets/keys.ts';

const none: ChosenKeys = {};
let made: { chosen: ChosenKeys; keymap: Keymap } = { chosen: none, keymap: createKeymap(none, onMac) };

function keymapOf(chosen: ChosenKeys): Keymap {
  if (made.chosen !== chosen) made = { chosen, keymap: createKeymap(chosen, onMac) };
  return made.keymap;
}

/** The keymap that holds now. */
export function getKeymap(): Keymap {
  return keymapOf(getSession()?.preferences.shortcuts ?? none);
}

/** The keymap that holds now; another once she has changed a key. */
export function useKeymap(): Keymap {
  return keymapOf(useSession().preferences.shortcuts ?? none);
}

/** Gives the key of a command, as menus and tooltips show it; empty for a command without one. */
export function useKeyText(): (id: CommandId) => string {
  const keymap = useKeymap();
  return useCallback((id) => shownKey(keymap.keysOf(id)[0] ?? ''), [keymap]);
}

export function shownKey(chord: string): string {
  return chordText(chord, onMac);
}

/** The chord of a key press, whatever input method is on; null when it is none. */
export function chordOfEvent(event: KeyboardEvent): string | null {
  const { key, code, keyCode, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
  const altGraph = event.getModifierState('AltGraph');
  return chordOf({ key, code, keyCode, isComposing, ctrlKey, metaKey, altKey, shiftKey, altGraph }, onMac);
}

type Numbered = Extract<CommandId, `quick${number}` | `candidate${number}`>;

function isNumbered(id: CommandId): id is Numbered {
  return /\d$/.test(id);
}

/** What a command is called in a language; in the one shown, unless another is given. */
export function commandName(id: CommandId, lng?: string): string {
  const options = lng === undefined ? {} : { lng };
  if (!isNumbered(id)) return t(`commands.${id}`, options);
  const number = id.slice(-1);
  return id.startsWith('quick')
    ? t('commands.quick', { number, ...options })
    : t('commands.candidate', { number, ...options });
}

/** `commandName`, for what must be drawn anew once the language changes. */
export function useCommandName(): (id: CommandId) => string {
  useTranslation();
  return commandName;
}
