import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { isComposing } from '../widgets/keys.ts';
import { type ControlProps, settle } from './control.ts';
import { longestOf, type TextName } from './fields.ts';

/** A value of one line, which may turn: a title, a name, an address. */
export function TextControl({ id, name, value, describedBy, onSave, onDone }: ControlProps & { name: TextName }) {
  const draft = useKeptDraft(value ?? '', (written) => onSave(settle(written)));
  return (
    <textarea
      id={id}
      className="input known-input"
      rows={1}
      spellCheck={false}
      maxLength={longestOf(name)}
      aria-describedby={describedBy}
      value={draft.value}
      onChange={(event) => draft.change(event.target.value.replaceAll('\n', ' '))}
      onBlur={draft.keep}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') {
          draft.keep();
          onDone();
        } else if (event.key === 'Escape' && draft.value !== (value ?? '')) {
          draft.drop();
          event.stopPropagation();
        } else return;
        event.preventDefault();
      }}
    />
  );
}
