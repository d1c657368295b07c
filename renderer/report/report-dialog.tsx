import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../app/dialogs.ts';
import { currentLanguage, languages } from '../app/language.ts';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { exportReport } from './export-report.ts';

export function ReportDialog({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const row = useArticleRow(articleId);
  const [language, setLanguage] = useState(currentLanguage);
  return (
    <DialogFrame
      title={t('report.title')}
      onClose={closeDialog}
      foot={
        <>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button button-main"
            autoFocus
            onPress={() => {
              closeDialog();
              void exportReport(articleId, language);
            }}
          >
            {t('report.export')}
          </Button>
        </>
      }
    >
      {row && <p className="report-article">{articleName(row)}</p>}
      <p className="dialog-lead">{t('report.lead')}</p>
      <Segmented
        label={t('report.language')}
        choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
    </DialogFrame>
  );
}
