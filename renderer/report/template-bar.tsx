import { Save, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReportTemplate } from '#domain/contract/report.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { byTemplate, type Composition, templateOf } from './composition.ts';
import { removeTemplate, saveTemplate } from './mutations.ts';
import { useReportTemplates } from './queries.ts';

interface TemplateBarProps {
  composition: Composition;
  onChange: (composition: Composition) => void;
}

/** The templates of the corpus: choosing one goes by it, and what is composed can be kept as one. */
export function TemplateBar({ composition, onChange }: TemplateBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const templates = useReportTemplates().data ?? [];
  const [chosenId, setChosenId] = useState('');
  const [naming, setNaming] = useState<string | null>(null);
  const chosen = templates.find((each) => each.id === chosenId);
  const save = async (name: string) => {
    const saved = await saveTemplate({ name, ...templateOf(composition) }, templates);
    if (saved === null) return;
    setChosenId(saved.id);
    setNaming(null);
    // Its field is gone: without this, the keys would be nowhere.
    select.current?.focus();
  };
  const choose = (template: ReportTemplate | undefined) => {
    setChosenId(template?.id ?? '');
    if (template !== undefined) onChange(byTemplate(composition, template));
  };
  return (
    <div className="composer-field">
      <label className="field-label" htmlFor={id}>
        {t('report.template')}
      </label>
      <div className="composer-row">
        <select
          ref={select}
          id={id}
          className="input composer-select"
          value={chosen?.id ?? ''}
          onChange={(event) => choose(templates.find((each) => each.id === event.target.value))}
        >
          <option value="">{t(templates.length === 0 ? 'report.noTemplates' : 'report.noTemplate')}</option>
          {templates.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <IconButton
          icon={Save}
          name={t('report.saveTemplate')}
          onPress={() => setNaming(naming === null ? (chosen?.name ?? '') : null)}
        />
        {chosen !== undefined && (
          <IconButton
            icon={Trash2}
            name={t('report.removeTemplate', { name: chosen.name })}
            onPress={() => {
              setChosenId('');
              void removeTemplate(chosen);
            }}
          />
        )}
      </div>
      {naming !== null && (
        <form
          className="composer-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (naming.trim() !== '') void save(naming.trim());
          }}
        >
          <input
            className="input"
            aria-label={t('report.templateName')}
            placeholder={t('report.templateName')}
            value={naming}
            maxLength={200}
            // it was asked for by the button before it
            autoFocus
            onChange={(event) => setNaming(event.target.value)}
          />
          <Button type="submit" className="button" isDisabled={naming.trim() === ''}>
            {t(templates.some(({ name }) => name === naming.trim()) ? 'report.replaceTemplate' : 'report.keepTemplate')}
          </Button>
        </form>
      )}
    </div>
  );
}
