import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
}

interface SegmentedProps<Value extends string> {
  label: string;
  /** Whether the label is only for screen readers. */
  labelHidden?: boolean;
  quiet?: boolean;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, labelHidden = false, quiet = false, choices, value, onChange } = props;
  return (
    <RadioGroup
      className={quiet ? 'segmented segmented-quiet' : 'segmented'}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Value)}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className="field-label">{label}</Label>}
      <div className="segmented-choices">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={`segmented-choice segmented-${choice.value}`}>
            {choice.icon}
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
