import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { createCodebook } from './mutations.ts';

export function NewCodebookDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const make = async () => {
    const id = await createCodebook(name.trim(), description.trim());
    if (id !== null) onMade(id);
  };
  return (
    <DialogFrame
      title={t('codebooks.newBook')}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" isDisabled={name.trim() === ''} onPress={() => void make()}>
            {t('codebooks.make')}
          </Button>
        </>
      }
    >
      <Field label={t('codebooks.bookName')} value={name} onChange={setName} maxLength={200} autoFocus />
      <Field label={t('codebooks.purpose')} value={description} onChange={setDescription} maxLength={20_000} rows={3} />
    </DialogFrame>
  );
}
