import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { datePrecision, readWrittenDate } from '#domain/metadata/written-date.ts';
import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { isComposing } from '../widgets/keys.ts';
import type { ControlProps } from './control.ts';

/** A date as she writes it, kept as precisely as it was written. */
export function DateControl({ id, value, describedBy, onSave, onDone }: ControlProps) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(false);
  const draft = useKeptDraft(value ?? '', (written) => {
    const read = readWrittenDate(written);
    if (written.trim() === '' || read !== null) onSave(read);
  });
  const keep = () => {
    const isWrong = draft.value.trim() !== '' && readWrittenDate(draft.value) === null;
    setWrong(isWrong);
    if (!isWrong) draft.keep();
    return !isWrong;
  };
  const read = readWrittenDate(draft.value);
  return (
    <>
      <div className="date-line">
        <input
          id={id}
          className="input known-input"
          autoComplete="off"
          maxLength={40}
          placeholder={t('metadata.dateHint')}
          aria-describedby={`${id}-precision ${describedBy}`}
          aria-invalid={wrong}
          value={draft.value}
          onChange={(event) => {
            setWrong(false);
            draft.change(event.target.value);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'Enter') {
              if (keep()) onDone();
            } else if (event.key === 'Escape' && draft.value !== (value ?? '')) {
              setWrong(false);
              draft.drop();
              event.stopPropagation();
            } else return;
            event.preventDefault();
          }}
        />
        <span id={`${id}-precision`} className="date-precision">
          {read !== null && t(`metadata.precision.${datePrecision(read)}`)}
        </span>
      </div>
      <p className="field-error" role="alert">
        {wrong && t('metadata.dateWrong')}
      </p>
    </>
  );
}
