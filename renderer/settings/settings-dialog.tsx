import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { citationStyle } from '#domain/contract/quotation.ts';
import { repairChoice } from '#domain/contract/repair.ts';
import { quotationMode } from '#domain/contract/report.ts';
import { closeDialog } from '../app/dialogs.ts';
import { currentLanguage, languages } from '../app/language.ts';
import { defaultTextSize } from '../reading/text-size.ts';
import { usualQuotation } from '../report/copy-quotation.ts';
import { setPreferences, useIdentify } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { ShortcutSettings } from './shortcut-settings.tsx';
import './settings.css';

const themes = ['system', 'light', 'dark'] as const;

type Section = 'general' | 'shortcuts';

/** What is chosen here holds at once. */
export function SettingsDialog({ section }: { section: Section }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Section>(section);
  return (
    <DialogFrame wide={shown === 'shortcuts'} title={t('settings.title')} onClose={closeDialog}>
      <Segmented<Section>
        labelHidden
        label={t('settings.sections')}
        choices={[
          { value: 'general', label: t('settings.general') },
          { value: 'shortcuts', label: t('settings.shortcuts') },
        ]}
        value={shown}
        onChange={setShown}
      />
      {shown === 'general' ? <GeneralSettings /> : <ShortcutSettings />}
    </DialogFrame>
  );
}

function GeneralSettings() {
  const { t } = useTranslation();
  const { preferences, coder, version } = useSession();
  const identify = useIdentify();
  const [name, setName] = useState(coder?.name ?? '');
  const quotations = preferences.quotations ?? usualQuotation;
  const textSize = preferences.textSize ?? defaultTextSize;
  const keepName = () => {
    const said = name.trim();
    if (coder !== null && said !== '' && said !== coder.name) identify.mutate({ id: coder.id, name: said });
    else setName(coder?.name ?? '');
  };
  return (
    <>
      <Segmented
        label={t('settings.language')}
        choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        value={currentLanguage()}
        onChange={(language) => void setPreferences({ language })}
      />
      <Segmented
        label={t('settings.theme')}
        choices={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        value={preferences.theme ?? 'system'}
        onChange={(theme) => void setPreferences({ theme })}
      />
      <div className="field">
        <label className="field-label" htmlFor="text-size">
          {t('settings.textSize')}
        </label>
        <div className="text-size">
          <input
            id="text-size"
            type="range"
            min={12}
            max={36}
            step={1}
            value={textSize}
            onChange={(event) => void setPreferences({ textSize: Number(event.target.value) })}
          />
          <output htmlFor="text-size">{textSize}</output>
        </div>
      </div>
      <div className="field">
        <Segmented
          label={t('settings.importRepair')}
          choices={repairChoice.options.map((value) => ({ value, label: t(`settings.importRepairs.${value}`) }))}
          value={preferences.importRepair ?? 'certain'}
          onChange={(importRepair) => void setPreferences({ importRepair })}
        />
        <p className="field-hint">{t('settings.importRepairHint')}</p>
      </div>
      <div className="field">
        <Segmented
          label={t('settings.blind')}
          choices={[
            { value: 'open', label: t('settings.blinds.open') },
            { value: 'blind', label: t('settings.blinds.blind') },
          ]}
          value={(preferences.blind ?? false) ? 'blind' : 'open'}
          onChange={(value) => void setPreferences({ blind: value === 'blind' })}
        />
        <p className="field-hint">{t('settings.blindHint')}</p>
      </div>
      <div className="field">
        <Segmented
          label={t('quotations.label')}
          choices={citationStyle.options.map((value) => ({ value, label: t(`quotations.styles.${value}`) }))}
          value={quotations.style}
          onChange={(style) => void setPreferences({ quotations: { ...quotations, style } })}
        />
        <Segmented
          labelHidden
          label={t('report.quotations')}
          choices={quotationMode.options.map((value) => ({ value, label: t(`report.quotationModes.${value}`) }))}
          value={quotations.mode}
          onChange={(mode) => void setPreferences({ quotations: { ...quotations, mode } })}
        />
        <p className="field-hint">{t('quotations.hint')}</p>
      </div>
      <Field
        label={t('settings.coder')}
        hint={t('settings.coderHint')}
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={keepName}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepName();
        }}
      />
      <p className="field-hint">
        {t('program.full')} · {t('program.version', { version })}
      </p>
    </>
  );
}
