import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { useBlind } from '../session/blind.ts';
import type { Offered } from './suggested-categories.ts';

interface PickerSuggestionsProps {
  offered: readonly Offered[];
  onChoose: (offer: Offered) => void;
}

/** The likeliest categories, a key or a click away. Its room is kept, so that nothing below it moves. */
export function PickerSuggestions({ offered, onChoose }: PickerSuggestionsProps) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { byId } = useCategoryBook();
  if (useBlind()) return null;
  return (
    <div className="picker-suggestions" role="group" aria-label={t('picker.suggested')}>
      {offered.map((offer, index) => {
        const category = byId.get(offer.categoryId);
        if (category === undefined) return null;
        return (
          <Button key={offer.categoryId} className="picker-suggestion" onPress={() => onChoose(offer)}>
            <kbd aria-hidden>Alt {index + 1}</kbd>
            <CategoryChip category={category} />
            <span className="picker-suggestion-score">{percent(offer.suggestion.score)}</span>
          </Button>
        );
      })}
    </div>
  );
}
