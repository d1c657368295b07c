import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '#domain/commands/command-list.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Voice } from '#domain/contract/values.ts';
import { VoiceFields } from '../annotations/voice-fields.tsx';
import { useProposedVoice } from '../annotations/voice-proposal.ts';
import { categoryIndex, useCategoryBook } from '../codebook/queries.ts';
import { chordOfEvent, getKeymap } from '../commands/keymap.ts';
import { useRelationProposals } from '../references/relation-proposals.ts';
import { isComposing } from '../widgets/keys.ts';
import { CategoryOptions, type Option } from './category-options.tsx';
import { type Chosen, add, cycleLast, isChosen, relate, relationOf, toggle } from './choosing.ts';
import { PickerNote } from './picker-note.tsx';
import { PickerRules } from './picker-rules.tsx';
import { PickerSuggestions } from './picker-suggestions.tsx';
import { type Offered, useSuggestedFor } from './suggested-categories.ts';
import { ChosenCategories } from './chosen-categories.tsx';
import { closePicker, type Draft, type OpenPicker } from './picker-state.ts';
import { recentCategories } from './recent-categories.ts';
import { usePlacement } from './use-placement.ts';

/** In CSS pixels. */
const panelWidth = 500;

interface PickerProps {
  open: OpenPicker;
  annotations: readonly Annotation[];
  /** Where the passage is now, in CSS pixels of the window. */
  rectOf: () => DOMRect | null;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Categories, relations, note and voice for a passage, at the passage; all of it from the keyboard. */
export function Picker({ open, annotations, rectOf, onSave, onCancel }: PickerProps) {
  const { t } = useTranslation();
  const listId = useId();
  const { panel, style } = usePlacement(panelWidth, rectOf);
  const filterField = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  const [draft, setDraft] = useState(open.draft);
  const [recent] = useState(() => recentCategories(annotations));
  const options = useOptions(filter, recent);
  const preferred = filter.trim() !== '' || recent.length > 0 ? 0 : -1;
  const [moved, setMoved] = useState<number | null>(null);
  const highlighted = Math.min(moved ?? preferred, options.length - 1);
  const current = options[highlighted]?.category.id ?? null;
  useLayoutEffect(() => filterField.current?.focus({ preventScroll: true }), []);
  const proposed = useProposedVoice({ ...open, wanted: draft.voice === null });
  const setVoice = (voice: Voice | null) => setDraft((now) => ({ ...now, voice }));

  const setChosen = useCallback((change: (chosen: Chosen) => Chosen) => {
    setDraft((now) => ({ ...now, chosen: change(now.chosen) }));
  }, []);
  const changeFilter = (text: string) => {
    setFilter(text);
    setMoved(null);
  };
  const toggleCategory = useCallback(
    (categoryId: string) => {
      setChosen((chosen) => toggle(chosen, categoryId));
      setFilter('');
      setMoved(null);
      filterField.current?.focus();
    },
    [setChosen],
  );

  const suggested = useSuggestedFor(open);
  const propose = useRelationProposals({ id: open.articleId, revisionId: open.revisionId });
  const proposalOf = (categoryId: string) => propose(open.span, categoryId);
  const takeSuggestion = ({ categoryId, suggestion }: Offered) => {
    setChosen((chosen) => add(chosen, categoryId, proposalOf(categoryId)?.relation ?? null, suggestion));
    filterField.current?.focus();
  };
  const saveWith = (chosen: Chosen) => onSave({ ...draft, chosen });
  const saveByEnter = () => {
    // The highlighted row counts when it was typed or moved to, or when nothing else is chosen.
    const meant = current !== null && (filter.trim() !== '' || moved !== null || draft.chosen.length === 0);
    const alreadyEnough = open.annotationId !== null && filter.trim() === '' && moved === null;
    if (meant && !alreadyEnough) saveWith(add(draft.chosen, current));
    else if (draft.chosen.length > 0 || draft.note.trim() !== '' || open.annotationId !== null) saveWith(draft.chosen);
  };

  const onFilterKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const empty = filter === '';
    const command = commandOf(event);
    const relation = relationOf(command);
    if (relation !== undefined) {
      event.preventDefault();
      const target = empty && moved === null ? (draft.chosen.at(-1)?.categoryId ?? current) : current;
      if (target !== null) setChosen((chosen) => relate(add(chosen, target), target, relation));
      if (!empty) changeFilter('');
      return;
    }
    const name: string = command ?? '';
    const place = /^pickSuggestion(\d)$/.exec(name)?.[1];
    if (place !== undefined) {
      event.preventDefault();
      const offer = suggested[Number(place) - 1];
      if (offer !== undefined) takeSuggestion(offer);
      return;
    }
    switch (name) {
      case 'pickDown':
      case 'pickUp': {
        const step = command === 'pickDown' ? 1 : -1;
        if (options.length > 0) setMoved((highlighted + step + options.length) % options.length);
        break;
      }
      case 'pickPageDown':
      case 'pickPageUp': {
        const step = command === 'pickPageDown' ? 8 : -8;
        setMoved(Math.max(0, Math.min(options.length - 1, highlighted + step)));
        break;
      }
      case 'pickRelationOn':
      case 'pickRelationBack':
        if (!empty || draft.chosen.length === 0) return;
        setChosen((chosen) => cycleLast(chosen, command === 'pickRelationOn' ? 1 : -1));
        break;
      case 'pickTakeBack':
        if (!empty || draft.chosen.length === 0) return;
        setChosen((chosen) => chosen.slice(0, -1));
        break;
      case 'pickToggle':
        if (current === null || (moved === null && foundInEnglish(options[highlighted]))) return;
        toggleCategory(current);
        break;
      case 'pickSaveNow':
        saveWith(draft.chosen);
        break;
      case 'pickSave':
        saveByEnter();
        break;
      case 'pickAlways':
        if (current !== null) toggleCategory(current);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const onPanelKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const command = commandOf(event);
    if (command === 'pickCancel') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (command === 'pickSaveNow' && !event.defaultPrevented) {
      event.preventDefault();
      saveWith(draft.chosen);
    } else if (event.key === 'Tab') {
      keepInside(event, panel.current);
    }
  };

  return (
    <div
      ref={panel}
      className="picker"
      style={style}
      role="dialog"
      aria-label={t(open.annotationId === null ? 'picker.title' : 'picker.editTitle')}
      onKeyDown={onPanelKey}
    >
      {open.error && (
        <p className="picker-error" role="alert">
          {t('picker.refused', { reason: open.error })}
        </p>
      )}
      <div className="picker-filter">
        <input
          ref={filterField}
          className="picker-input"
          role="combobox"
          aria-label={t('picker.filter')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={highlighted >= 0 ? `${listId}-${highlighted}` : undefined}
          placeholder={t('picker.filterHint')}
          spellCheck={false}
          autoComplete="off"
          value={filter}
          onChange={(event) => changeFilter(event.target.value)}
          onKeyDown={onFilterKey}
        />
      </div>
      <PickerSuggestions offered={suggested} onChoose={takeSuggestion} />
      <ChosenCategories
        chosen={draft.chosen}
        proposalOf={proposalOf}
        onChange={(chosen) => setDraft((now) => ({ ...now, chosen }))}
      />
      {options.length === 0 && <p className="picker-none">{t('picker.noMatch')}</p>}
      <CategoryOptions
        id={listId}
        options={options}
        highlighted={highlighted}
        isChosen={(categoryId) => isChosen(draft.chosen, categoryId)}
        onToggle={toggleCategory}
      />
      <PickerRules categoryId={options[highlighted]?.category.id ?? null} />
      <div className="picker-more">
        <PickerNote
          note={draft.note}
          saved={open.draft.note}
          articleId={open.articleId}
          onChange={(note) => setDraft((now) => ({ ...now, note }))}
          onDone={() => saveWith(draft.chosen)}
        />
        <VoiceFields voice={draft.voice} onChange={setVoice} proposed={proposed} onAccept={setVoice} />
      </div>
      <div className="picker-foot">
        <span className="picker-keys">{t('picker.keysChoose')}</span>
        <Button className="button button-quiet" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button className="button button-main" onPress={() => saveWith(draft.chosen)}>
          {t('picker.save')}
        </Button>
      </div>
      <OutsideWatch panel={panel} idle={draft === open.draft && filter === ''} />
    </div>
  );
}

/** The command that a key stands for here. */
function commandOf(event: KeyboardEvent): CommandId | undefined {
  return getKeymap().find(chordOfEvent(event.nativeEvent) ?? '', 'picker')[0]?.id;
}

/** A filter in English has words, and so spaces; elsewhere the space chooses. */
function foundInEnglish(option: Option | undefined): boolean {
  const ranges = option?.ranges;
  return ranges?.titleEn !== undefined && ranges.titleHant === undefined && ranges.titleHans === undefined;
}

function useOptions(filter: string, recent: readonly string[]): readonly Option[] {
  const { byId, offered } = useCategoryBook();
  return useMemo(() => {
    const found = categoryIndex(offered)
      .match(filter)
      .flatMap(({ id, ranges }): Option[] => {
        const category = byId.get(id);
        return category ? [{ category, ranges, recent: false }] : [];
      });
    if (filter.trim() !== '') return found;
    const first = recent.flatMap((id): Option[] => {
      const category = byId.get(id);
      return category && offered.includes(category) ? [{ category, ranges: undefined, recent: true }] : [];
    });
    return [...first, ...found];
  }, [filter, recent, offered, byId]);
}

/** Tab goes round inside the panel. */
function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const stops = [
    ...(panel?.querySelectorAll<HTMLElement>('input, select, textarea, button, [contenteditable="true"]') ?? []),
  ].filter((each) => each.tabIndex >= 0 && !each.hasAttribute('disabled'));
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/** A press beside the panel closes it, unless something has been entered: that is not thrown away by a slip of the hand. */
function OutsideWatch({ panel, idle }: { panel: { readonly current: HTMLElement | null }; idle: boolean }) {
  useLayoutEffect(() => {
    if (!idle) return undefined;
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target) === false) closePicker();
    };
    document.addEventListener('pointerdown', press, true);
    return () => document.removeEventListener('pointerdown', press, true);
  }, [idle, panel]);
  return null;
}
