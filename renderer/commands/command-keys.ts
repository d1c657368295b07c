import { useEffect } from 'react';
import { commands, type Scope } from '#domain/commands/command-list.ts';
import { dialogs } from '../app/dialogs.ts';
import { getPlace } from '../app/place.ts';
import { picker } from '../picker/picker-state.ts';
import { reviewTakes } from '../repairs/review-keys.ts';
import { isComposing, isTyping } from '../widgets/keys.ts';
import { runCommand } from './handlers.ts';
import { chordOfEvent, getKeymap } from './keymap.ts';

/** What can be a command while a field has the focus: what types nothing. */
const typesNothing = /^(Ctrl\+|Meta\+|(Shift\+)?F\d)/;

/** Makes the keys of the window commands, wherever the focus is; a dialog and the picker have keys of their own. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || dialogs.get() !== null || picker.get() !== null) return;
  const typing = isTyping(event.target);
  if (typing && isComposing(event)) return;
  const chord = chordOfEvent(event);
  if (chord === null || (typing && !typesNothing.test(chord))) return;
  for (const scope of typing ? (['window'] as const) : scopesAt(event)) {
    for (const { id, extend } of getKeymap().find(chord, scope)) {
      if (typing && commands[id].inFields !== true) continue;
      const held = event.repeat && commands[id].once === true;
      if (!held && !runCommand(id, extend)) continue;
      event.preventDefault();
      return;
    }
  }
}

/** Where the keys of a press hold, the nearest first. */
function scopesAt(event: KeyboardEvent): readonly Scope[] {
  const target = event.target instanceof Element ? event.target : document.body;
  if (getPlace().view === 'repairs') return reviewTakes(event, target) ? ['review', 'window'] : ['window'];
  if (target.closest('.reader') !== null) return ['selection', 'annotation', 'text', 'window'];
  return target.matches('.annotation-main') ? ['annotation', 'window'] : ['window'];
}
