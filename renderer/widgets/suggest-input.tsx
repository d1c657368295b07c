import { type InputHTMLAttributes, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from './keys.ts';

export interface Suggestion {
  /** What is chosen. */
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  hint?: string;
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onKeyDown' | 'list' | 'role'>;

interface SuggestInputProps extends InputProps {
  value: string;
  onChange: (typed: string) => void;
  /** Those that fit what is typed, best first. */
  suggestions: readonly Suggestion[];
  onChoose: (value: string) => void;
  /** Keys that the list of suggestions does not take. */
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Of the list. */
  listLabel: string;
  /** Whether typing goes to the first suggestion at once, so that Enter and Tab take it; Escape leaves what was typed. */
  eager?: boolean;
}

/** px below the field at least, else the list stands above it. */
const leastRoom = 160;

/** A field with a list of what can be meant; anything else can be written too. */
export function SuggestInput(props: SuggestInputProps) {
  const { value, onChange, suggestions, onChoose, onKey, listLabel, eager = false, onBlur, onClick, ...input } = props;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && suggestions.length > 0;
  const index = Math.min(active, suggestions.length - 1);

  const choose = (chosen: Suggestion) => {
    setOpen(false);
    onChoose(chosen.value);
  };
  const step = (by: 1 | -1) => {
    setOpen(true);
    setActive(
      index < 0 ? (by === 1 ? 0 : suggestions.length - 1) : (index + by + suggestions.length) % suggestions.length,
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const chosen = shown ? suggestions[index] : undefined;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else {
      if (event.key === 'Tab' && chosen !== undefined && eager) choose(chosen);
      if (event.key === 'Enter' || event.key === 'Tab') setOpen(false);
      onKey?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input
        {...input}
        ref={field}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={shown}
        aria-autocomplete="list"
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && index >= 0 ? `${listId}-${index}` : undefined}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(eager ? 0 : -1);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          setOpen(true);
          setActive(-1);
          onClick?.(event);
        }}
        onBlur={(event) => {
          setOpen(false);
          onBlur?.(event);
        }}
      />
      {shown && (
        <SuggestionList
          id={listId}
          label={listLabel}
          field={field}
          suggestions={suggestions}
          active={index}
          onChoose={choose}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface SuggestionListProps {
  id: string;
  label: string;
  field: { readonly current: HTMLInputElement | null };
  suggestions: readonly Suggestion[];
  active: number;
  onChoose: (chosen: Suggestion) => void;
  onLeave: () => void;
}

function SuggestionList({ id, label, field, suggestions, active, onChoose, onLeave }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    const rect = field.current?.getBoundingClientRect();
    if (element === null || rect === undefined) return;
    const below = window.innerHeight - rect.bottom - 8;
    const under = below >= Math.min(leastRoom, element.scrollHeight);
    element.style.left = `${rect.left}px`;
    element.style.minWidth = `${rect.width}px`;
    element.style.maxHeight = `${Math.min(264, under ? below : rect.top - 8)}px`;
    element.style.top = under ? `${rect.bottom + 2}px` : '';
    element.style.bottom = under ? '' : `${window.innerHeight - rect.top + 2}px`;
  });

  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  useLayoutEffect(() => {
    const scrolled = (event: Event) => {
      if (event.target instanceof Node && event.target.contains(field.current)) onLeave();
    };
    window.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', onLeave);
    return () => {
      window.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', onLeave);
    };
  }, [field, onLeave]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="popover suggestions">
      {suggestions.map((each, index) => (
        <div
          key={`${each.value} ${each.hint ?? ''}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="suggestion"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(each)}
        >
          <span>{each.label}</span>
          {each.hint && <span className="suggestion-hint">{each.hint}</span>}
        </div>
      ))}
    </div>
  );
}
