import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Input } from '#domain/contract/index.ts';
import { closeDialog } from '../app/dialogs.ts';
import { failureText } from '../app/failure-text.ts';
import { goToReferences } from '../app/place.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { useTakenSentences } from './queries.ts';

interface TakenSentencesProps {
  question: Input<'matrix.sentences'>;
  category: string;
  row: string;
}

/** Each sentence of a category, with how many articles take it up; those left out are told apart. */
export function TakenSentences({ question, category, row }: TakenSentencesProps) {
  const { t } = useTranslation();
  const { data, error } = useTakenSentences(question);
  const sentences = data?.sentences ?? [];
  const [first] = sentences;
  const taken = sentences.filter(({ articles }) => articles > 0).length;
  return (
    <DialogFrame
      wide
      title={t('matrix.sentences.title', { category })}
      onClose={closeDialog}
      foot={
        first && (
          <Button
            className="button"
            onPress={() => {
              closeDialog();
              goToReferences(first.referenceId);
            }}
          >
            {t('matrix.sentences.read')}
          </Button>
        )
      }
    >
      {error !== null && <p role="alert">{failureText(error)}</p>}
      {data !== undefined && (
        <>
          <p className="field-hint">{t('matrix.sentences.row', { row, articles: data.articles })}</p>
          <p>
            {sentences.length === 0
              ? t('matrix.sentences.none')
              : t('matrix.sentences.lead', { taken, all: sentences.length })}
          </p>
          {/* Its keys scroll it. */}
          <ol className="taken-sentences" tabIndex={0} aria-label={t('matrix.sentences.title', { category })}>
            {sentences.map(({ referenceId, span, text, articles }) => (
              <li key={`${referenceId} ${span.start}`} data-taken={articles > 0 || undefined}>
                <span className="taken-sentence">{text}</span>
                <span className="taken-by">
                  {articles > 0 ? t('matrix.sentences.by', { count: articles }) : t('matrix.sentences.leftOut')}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </DialogFrame>
  );
}
