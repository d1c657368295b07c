import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Field } from '../widgets/field.tsx';
import { isComposing } from '../widgets/keys.ts';
import { changeReview } from './review.ts';

interface OwnWordsProps {
  words: string;
  onAccept: (words: string) => void;
}

const cancel = () => changeReview({ words: null });

/** The researcher's own words for a place; the passage above shows them as they are typed. */
export function OwnWords({ words, onAccept }: OwnWordsProps) {
  const { t } = useTranslation();
  return (
    <form
      className="repair-own"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(words);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        cancel();
      }}
    >
      <Field
        label={t('repairs.words')}
        hint={t('repairs.wordsHint')}
        value={words}
        onChange={(next) => changeReview({ words: next })}
        autoFocus
        maxLength={1000}
      />
      <div className="repair-actions">
        <Button className="button button-main" type="submit">
          {t('repairs.accept')} <kbd>Enter</kbd>
        </Button>
        <Button className="button button-quiet" onPress={cancel}>
          {t('common.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}
