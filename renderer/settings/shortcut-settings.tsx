import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandIds, commands } from '#domain/commands/command-list.ts';
import { assignChord, type ChosenKeys } from '#domain/commands/keymap.ts';
import { chordOfEvent, shownKey, useCommandName, useKeymap } from '../commands/keymap.ts';
import { setPreferences } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { Field } from '../widgets/field.tsx';
import { IconButton } from '../widgets/icon-button.tsx';

const none: ChosenKeys = {};
const scopes = ['selection', 'text', 'annotation', 'picker', 'review', 'window'] as const;
const changeable = commandIds.filter((id) => commands[id].fixed !== true);

function store(chosen: ChosenKeys): void {
  const shortcuts = Object.fromEntries(Object.entries(chosen).map(([id, keys]) => [id, [...keys]]));
  void setPreferences({ shortcuts });
}

/** Every key that can be changed; what is changed holds at once. */
export function ShortcutSettings() {
  const { t } = useTranslation();
  const name = useCommandName();
  const { preferences } = useSession();
  const [filter, setFilter] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const anyChosen = Object.keys(preferences.shortcuts ?? none).length > 0;
  const typed = filter.trim().toLowerCase();
  const shown = changeable.filter((id) => name(id).toLowerCase().includes(typed));
  return (
    <>
      <div className="shortcut-tools">
        <Field
          label={t('settings.findShortcut')}
          hint={t('settings.shortcutsHint')}
          value={filter}
          onChange={setFilter}
        />
        <Button
          className="button"
          isDisabled={!anyChosen}
          onPress={() => {
            setRecording(null);
            store(none);
          }}
        >
          {t('settings.resetAll')}
        </Button>
      </div>
      <div className="shortcut-groups">
        {scopes.map((scope) => {
          const own = shown.filter((id) => commands[id].in[0] === scope);
          if (own.length === 0) return null;
          return (
            <section key={scope} className="shortcut-group">
              <h3>{t(`commands.scopes.${scope}`)}</h3>
              <ul>
                {own.map((id) => (
                  <ShortcutRow
                    key={id}
                    id={id}
                    recording={recording === id}
                    onRecord={(on) => setRecording(on ? id : null)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}

interface ShortcutRowProps {
  id: CommandId;
  recording: boolean;
  onRecord: (on: boolean) => void;
}

function ShortcutRow({ id, recording, onRecord }: ShortcutRowProps) {
  const { t } = useTranslation();
  const commandName = useCommandName();
  const keymap = useKeymap();
  const chosen = useSession().preferences.shortcuts ?? none;
  const [asked, setAsked] = useState<string | null>(null);
  const command = commandName(id);
  const keys = keymap.keysOf(id);
  const clashes = asked === null ? [] : keymap.conflicts(id, asked);
  const isFixed = clashes.some((other) => commands[other].fixed === true);
  const names = clashes.map(commandName).join(t('common.listSeparator'));

  const end = () => {
    setAsked(null);
    onRecord(false);
  };
  const assign = (chord: string) => {
    store(assignChord(chosen, keymap, id, chord));
    end();
  };
  const record = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOfEvent(event.nativeEvent);
    if (chord === null) return;
    if (chord === 'Escape') end();
    else if (keymap.conflicts(id, chord).length === 0) assign(chord);
    else setAsked(chord);
  };
  const reset = () => {
    const { [id]: _gone, ...rest } = chosen;
    store(rest);
    end();
  };

  return (
    <li className="shortcut-row">
      <span className="shortcut-name">{command}</span>
      <button
        type="button"
        className="shortcut-key"
        aria-pressed={recording}
        onClick={() => {
          setAsked(null);
          onRecord(!recording);
        }}
        onKeyDownCapture={record}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) end();
        }}
      >
        <span className="visually-hidden">{t('settings.record', { command })} </span>
        <span className="shortcut-keys">
          {recording ? (
            <span>{asked === null ? t('settings.recording') : shownKey(asked)}</span>
          ) : keys.length === 0 ? (
            <span className="shortcut-none">{t('settings.noKey')}</span>
          ) : (
            keys.map((key) => <kbd key={key}>{shownKey(key)}</kbd>)
          )}
        </span>
      </button>
      <span className="shortcut-acts">
        {keys.length > 0 && (
          <span className="shortcut-remove">
            <IconButton
              small
              icon={X}
              name={t('settings.removeKey', { command })}
              onPress={() => {
                store({ ...chosen, [id]: [] });
                end();
              }}
            />
          </span>
        )}
        {Object.hasOwn(chosen, id) && (
          <IconButton small icon={RotateCcw} name={t('settings.resetKey', { command })} onPress={reset} />
        )}
      </span>
      {asked !== null && (
        <p className="shortcut-clash" role="alert">
          {t(isFixed ? 'settings.reserved' : 'settings.conflict', { keys: shownKey(asked), commands: names })}
          {!isFixed && (
            <Button className="button button-small" onPress={() => assign(asked)}>
              {t('settings.takeOver')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
