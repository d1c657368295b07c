import { useTranslation } from 'react-i18next';
import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { currentLanguage } from '../app/language.ts';
import { SuggestInput } from '../widgets/suggest-input.tsx';
import { type ControlProps, settle } from './control.ts';
import { longestOf, type TextName } from './fields.ts';
import { isListedProvince, shownName, storedName } from '#domain/metadata/shown-names.ts';
import { suggestNames } from './suggest-names.ts';

interface NameControlProps extends ControlProps {
  name: Extract<TextName, 'outlet' | 'outletProvince' | 'genre'>;
  /** Values that other articles have, the most frequent first. */
  used: readonly string[];
}

/** A name that is chosen from a list, or written. */
export function NameControl({ id, name, value, used, describedBy, onSave, onDone }: NameControlProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const saved = value === null ? '' : shownName(name, value, language);
  const draft = useKeptDraft(saved, (written) => onSave(settle(storedName(name, written))));
  const touched = draft.value !== saved;
  const suggestions = suggestNames(name, touched ? draft.value : '', used, language);
  const eager = name !== 'outlet';
  const leave = () => {
    // What was begun and not chosen would become a name of its own.
    const begun = eager && touched && suggestions.length > 0 && draft.value.trim() !== '';
    if (begun && !suggestions.some(({ label }) => label === draft.value.trim())) draft.drop();
    else draft.keep();
  };
  return (
    <>
      <SuggestInput
        id={id}
        className="input known-input known-choice"
        maxLength={longestOf(name)}
        aria-describedby={describedBy}
        listLabel={t(`metadata.${name}`)}
        eager={eager}
        value={draft.value}
        onChange={draft.change}
        suggestions={suggestions}
        onChoose={(chosen) => {
          draft.drop();
          if (chosen !== value) onSave(chosen);
        }}
        onBlur={leave}
        onKey={(event) => {
          if (event.key === 'Enter') {
            draft.keep();
            onDone();
          } else if (event.key === 'Escape' && touched) {
            draft.drop();
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      {name === 'outletProvince' && value !== null && !isListedProvince(value) && (
        <p className="field-hint">{t('metadata.notAProvince')}</p>
      )}
    </>
  );
}
