import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';

interface FieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  label: string;
  hint?: string;
  error?: string | null;
  placeholder?: string;
  /** Rows of a field of several lines. */
  rows?: number;
  /** The id of a list of suggestions. */
  list?: string;
}

export function Field({ label, hint, error = null, placeholder, rows, list, ...props }: FieldProps) {
  return (
    <TextField {...props} className="field" validationBehavior="aria" isInvalid={error !== null}>
      <Label className="field-label">{label}</Label>
      {rows === undefined ? (
        <Input
          className="input"
          autoComplete="off"
          {...(placeholder ? { placeholder } : {})}
          {...(list ? { list } : {})}
        />
      ) : (
        <TextArea className="input" rows={rows} {...(placeholder ? { placeholder } : {})} />
      )}
      {hint && error === null && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
