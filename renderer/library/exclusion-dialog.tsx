import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Exclusion, exclusionReasons } from '#domain/contract/article.ts';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { articleName } from './article-name.ts';
import { useSetExclusion } from './mutations.ts';
import { useArticleRow } from './queries.ts';

/** Asks why an article is left out of every count. */
export function ExclusionDialog({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const row = useArticleRow(articleId);
  const [reason, setReason] = useState<Exclusion['reason']>('off-topic');
  const [note, setNote] = useState('');
  const exclude = useSetExclusion();
  if (row === null) return null;
  const leaveOut = () => {
    closeDialog();
    exclude.mutate({ row, exclusion: { reason, note: note.trim() } });
  };
  return (
    <DialogFrame
      title={t('exclusion.title')}
      onClose={closeDialog}
      foot={
        <>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" onPress={leaveOut}>
            {t('exclusion.confirm')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{articleName(row)}</p>
      <RadioGroup
        className="exclusion-reasons"
        value={reason}
        onChange={(value) => setReason(value as Exclusion['reason'])}
      >
        <Label className="field-label">{t('exclusion.reason')}</Label>
        {exclusionReasons.map((each) => (
          <Radio key={each} value={each} className="exclusion-reason">
            {t(`exclusion.reasons.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Field label={t('exclusion.note')} value={note} onChange={setNote} maxLength={500} />
      <p className="field-hint">{t('exclusion.hint')}</p>
    </DialogFrame>
  );
}
