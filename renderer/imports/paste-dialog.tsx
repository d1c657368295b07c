import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';

interface PasteDialogProps {
  title: string;
  onText: (text: string, name: string) => void;
}

/** Takes a text that was copied elsewhere. */
export function PasteDialog({ title, onText }: PasteDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const doImport = () => {
    closeDialog();
    onText(text, name.trim() || t('paste.nameSuggestion'));
  };
  return (
    <DialogFrame
      wide
      title={title}
      onClose={closeDialog}
      foot={
        <>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" isDisabled={text.trim() === ''} onPress={doImport}>
            {t('paste.import')}
          </Button>
        </>
      }
    >
      <Field label={t('paste.text')} value={text} onChange={setText} rows={14} autoFocus />
      <Field
        label={t('paste.name')}
        value={name}
        onChange={setName}
        maxLength={500}
        placeholder={t('paste.nameSuggestion')}
      />
    </DialogFrame>
  );
}
