import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { Field } from '../widgets/field.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { nameState, removeState } from './bin-mutations.ts';

/** The states of the corpus that were given a name, and the present one to be named. */
export function States() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { data: states } = useQuery({ queryKey: keys.states, queryFn: () => send('state.list', {}) });
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  if (states === undefined) return null;
  return (
    <section className="trail" aria-label={t('trail.tabs.states')}>
      <p className="corpus-note">{t('trail.statesNote')}</p>
      <form
        className="trail-filters"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void nameState(name.trim(), note.trim());
          setName('');
          setNote('');
        }}
      >
        <Field label={t('trail.stateName')} value={name} onChange={setName} maxLength={200} />
        <Field label={t('trail.stateNote')} value={note} onChange={setNote} maxLength={2000} />
        <Button type="submit" className="button button-main" isDisabled={name.trim() === ''}>
          {t('trail.nameNow')}
        </Button>
      </form>
      <ul className="trail-list">
        {states.map((state) => (
          <li key={state.id} className="bin-item">
            <span className="trail-what">{state.name}</span>
            <span className="trail-subject">{state.note}</span>
            <span className="trail-by">
              {state.coderName} · {moment(state.at)}
            </span>
            <IconButton
              small
              icon={Trash2}
              name={t('trail.removeState', { name: state.name })}
              onPress={() => void removeState(state.id, state.version)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
