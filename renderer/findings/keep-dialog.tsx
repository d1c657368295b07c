import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FindingQuestion } from '#domain/contract/finding.ts';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { keepFinding } from './queries.ts';

/** Names what is to be kept. */
export function KeepDialog({ question, name: first }: { question: FindingQuestion; name: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  const [note, setNote] = useState('');
  const ready = name.trim() !== '';
  const keep = () => {
    if (!ready) return;
    closeDialog();
    void keepFinding(name.trim(), note, question);
  };
  return (
    <DialogFrame
      title={t('commands.keepFinding')}
      onClose={closeDialog}
      foot={
        <>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" isDisabled={!ready} onPress={keep}>
            {t('findings.keep')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{t('findings.lead')}</p>
      <Field
        autoFocus
        label={t('findings.name')}
        value={name}
        maxLength={200}
        onChange={setName}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
      />
      <Field label={t('findings.note')} value={note} rows={4} onChange={setNote} />
    </DialogFrame>
  );
}
