import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CodingRules } from '#domain/contract/codebook.ts';
import { useState } from 'react';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { setCodingRules } from './mutations.ts';
import { useCodingRules } from './queries.ts';

export const ruleNames = [
  'unit',
  'shortestPassage',
  'severalCategories',
  'headings',
  'quotations',
  'other',
] as const satisfies readonly (keyof CodingRules)[];

/** The rules by which the corpus is coded, written once; they are shown while coding and stand in reports. */
export function RulesDialog({ onClose }: { onClose: () => void }) {
  const { data } = useCodingRules();
  return data === undefined ? null : <RulesForm rules={data} onClose={onClose} />;
}

function RulesForm({ rules, onClose }: { rules: CodingRules; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(rules);
  const keep = () => {
    setCodingRules(draft);
    onClose();
  };
  return (
    <DialogFrame
      wide
      title={t('codebooks.rules')}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" onPress={keep}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{t('codebooks.rulesLead')}</p>
      {ruleNames.map((name) => (
        <Field
          key={name}
          label={t(`codebooks.rule.${name}`)}
          placeholder={t(`codebooks.ruleHint.${name}`)}
          value={draft[name]}
          onChange={(value) => setDraft((now) => ({ ...now, [name]: value }))}
          maxLength={20_000}
          rows={2}
        />
      ))}
    </DialogFrame>
  );
}
