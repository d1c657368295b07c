import { useTranslation } from 'react-i18next';
import type { Relation } from '#domain/contract/values.ts';
import { Segmented } from '../widgets/segmented.tsx';

const choices = ['none', 'verbatim', 'adapted', 'local', 'mention'] as const;

interface RelationChoiceProps {
  label: string;
  value: Relation | null;
  onChange: (relation: Relation | null) => void;
}

export function RelationChoice({ label, value, onChange }: RelationChoiceProps) {
  const { t } = useTranslation();
  return (
    <Segmented<(typeof choices)[number]>
      quiet
      labelHidden
      label={label}
      choices={choices.map((each) => ({ value: each, label: t(`relation.${each}`) }))}
      value={value ?? 'none'}
      onChange={(next) => onChange(next === 'none' ? null : next)}
    />
  );
}
