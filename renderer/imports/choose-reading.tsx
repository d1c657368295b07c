import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportedFile } from '#domain/contract/import.ts';
import { importAgain } from './import-articles.ts';
import type { OnAgain } from './imported-file-row.tsx';

interface ChooseReadingProps {
  grant: string;
  readings: NonNullable<ImportedFile['readings']>;
  onAgain: OnAgain;
}

/** The beginnings of a text in each way it can be read: one look tells which is right. */
export function ChooseReading({ grant, readings, onAgain }: ChooseReadingProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const choose = async (encoding: ChooseReadingProps['readings'][number]['encoding']) => {
    setBusy(true);
    const again = await importAgain(grant, { encoding });
    if (again === null) setBusy(false);
    else onAgain(again.files, again.importId);
  };
  return (
    <div className="readings" role="group" aria-label={t('importReport.readings')}>
      <p className="readings-question">{t('importReport.readings')}</p>
      {readings.map(({ encoding, sample }) => (
        <div key={encoding} className="reading-choice">
          <p className="reading-sample">{sample}</p>
          <Button className="button" isDisabled={busy} onPress={() => void choose(encoding)}>
            {t('importReport.chooseReading', { encoding: encoding.toUpperCase() })}
          </Button>
        </div>
      ))}
    </div>
  );
}
