import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goToAnnotations } from '../app/place.ts';
import { makeStore } from '../app/store.ts';

/** The question and row of the list that the reader was reached from. */
export const listBehind = makeStore<string | null>(null);

/** The way back from a passage to its row in the list. */
export function BackToList() {
  const { t } = useTranslation();
  const behind = listBehind.use();
  if (behind === null) return null;
  return (
    <Button
      className="button button-quiet button-small back-to-list"
      onPress={() => {
        listBehind.set(null);
        goToAnnotations(behind);
      }}
    >
      <ArrowLeft size={14} strokeWidth={1.6} aria-hidden />
      {t('annotationTable.back')}
    </Button>
  );
}
