import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#domain/contract/finding.ts';

interface FindingChoiceProps {
  findings: readonly Finding[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which of the comparisons that were kept the report shows. */
export function FindingChoice({ findings, chosen, onChange }: FindingChoiceProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return <p className="field-hint">{t('report.findingsNone')}</p>;
  return (
    <CheckboxGroup className="composer-field" value={[...chosen]} onChange={onChange}>
      <Label className="field-label">{t('report.findingsLabel')}</Label>
      <div className="composer-findings">
        {findings.map(({ id, name }) => (
          <Checkbox key={id} value={id} className="composer-check composer-finding">
            <span className="composer-box" aria-hidden>
              <Check size={12} strokeWidth={2.4} />
            </span>
            <span className="composer-finding-name">{name}</span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
