import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goToAnnotations, goToFind } from '../app/place.ts';
import { makeStore } from '../app/store.ts';

/** The list, of annotations or of hits, that the reader was reached from, with its question and row. */
export const listBehind = makeStore<{ list: 'annotations' | 'find'; question: string } | null>(null);

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
        if (behind.list === 'find') goToFind(behind.question);
        else goToAnnotations(behind.question);
      }}
    >
      <ArrowLeft size={14} strokeWidth={1.6} aria-hidden />
      {t(behind.list === 'find' ? 'find.back' : 'annotationTable.back')}
    </Button>
  );
}
