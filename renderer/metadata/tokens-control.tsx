import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#domain/text/span.ts';
import { currentLanguage } from '../app/language.ts';
import { revealSpan } from '../reading/reader-handle.ts';
import { isComposing } from '../widgets/keys.ts';
import { SuggestInput } from '../widgets/suggest-input.tsx';
import { type ListName, readList } from './fields.ts';
import { shownName, storedName } from '#domain/metadata/shown-names.ts';
import { suggestPlaces } from './suggest-names.ts';

interface TokensControlProps {
  id: string;
  name: ListName;
  values: readonly string[];
  /** Where the text names a value; null where it does not. */
  placeOf: (value: string) => Span | null;
  describedBy: string;
  onSave: (values: string[]) => void;
  onDone: () => void;
}

/** Items that the contract takes of a list. */
const most = { places: 50, reporters: 100 };

/** Several names, each a token that can be taken away; what is written is added by Enter, a comma, or on leaving. */
export function TokensControl({ id, name, values, placeOf, describedBy, onSave, onDone }: TokensControlProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const suggestions = name === 'places' ? suggestPlaces(typed, values, language) : [];

  const add = (written: string) => {
    setTyped('');
    const added = readList(written).map((each) => storedName(name, each).slice(0, 500));
    const next = [...new Set([...values, ...added])].slice(0, most[name]);
    if (next.length > values.length) onSave(next);
  };
  const remove = (value: string) => {
    const at = values.indexOf(value);
    focusToken(at < values.length - 1 ? at + 1 : at - 1);
    onSave(values.filter((each) => each !== value));
  };
  /** Before the first token and past the last one is the field. */
  const focusToken = (at: number) => {
    const tokens = box.current?.querySelectorAll<HTMLElement>('.token-text') ?? [];
    (tokens[at] ?? box.current?.querySelector('input'))?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (event.key === 'Enter') {
      if (typed.trim() === '') onDone();
      else add(typed);
    } else if (event.key === 'Escape' && typed !== '') {
      setTyped('');
      event.stopPropagation();
    } else if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && atStart && values.length > 0) {
      focusToken(values.length - 1);
    } else return;
    event.preventDefault();
  };
  const onTokenKey = (event: KeyboardEvent, at: number) => {
    const value = values[at];
    if (event.key === 'ArrowLeft') focusToken(Math.max(0, at - 1));
    else if (event.key === 'ArrowRight') focusToken(at + 1);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && value !== undefined) remove(value);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (readList(pasted).length < 2) return;
    event.preventDefault();
    add(pasted);
  };
  const change = (next: string) => {
    if (/[、,，;；]\s*$/.test(next)) add(next);
    else setTyped(next);
  };
  const field = {
    id,
    className: 'token-input',
    maxLength: 500,
    'aria-describedby': describedBy,
    placeholder: values.length === 0 ? '' : t('metadata.addMore'),
    value: typed,
    onPaste,
    onBlur: () => name === 'reporters' && add(typed),
  };

  return (
    <div
      ref={box}
      className="known-input tokens"
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        focusToken(values.length);
      }}
    >
      {values.length > 0 && (
        <ul className="token-list" aria-label={t(`metadata.${name}`)}>
          {values.map((value, at) => {
            const shown = shownName(name, value, language);
            return (
              <li key={value} className="token">
                <button
                  type="button"
                  className="token-text"
                  tabIndex={-1}
                  onClick={() => {
                    const place = placeOf(value);
                    if (place !== null) revealSpan(place);
                  }}
                  onKeyDown={(event) => onTokenKey(event, at)}
                >
                  {shown}
                </button>
                <button
                  type="button"
                  className="token-remove"
                  tabIndex={-1}
                  aria-label={t('metadata.removeItem', { item: shown })}
                  onClick={() => remove(value)}
                >
                  <X size={11} strokeWidth={1.8} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {name === 'places' ? (
        <SuggestInput
          {...field}
          eager
          listLabel={t('metadata.places')}
          onChange={change}
          suggestions={suggestions}
          onChoose={add}
          onKey={onKey}
        />
      ) : (
        <input
          {...field}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (!isComposing(event)) onKey(event);
          }}
        />
      )}
    </div>
  );
}
