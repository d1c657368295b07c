import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { RelationChoice } from '../annotations/relation-choice.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { type Chosen, relate, toggle } from './choosing.ts';

interface ChosenCategoriesProps {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** The chosen categories, each with its relation; the last is the one that ← and → turn. */
export function ChosenCategories({ chosen, onChange }: ChosenCategoriesProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen" aria-label={t('picker.chosen')}>
      {chosen.map(({ categoryId, relation, linkId }) => {
        const category = byId.get(categoryId);
        if (category === undefined) return null;
        const name = `${category.number} ${title(category)}`.trim();
        return (
          <li key={linkId} className="chosen-row">
            <CategoryChip category={category} />
            <RelationChoice
              label={t('relation.of', { category: name })}
              value={relation}
              onChange={(next) => onChange(relate(chosen, categoryId, next))}
            />
            <IconButton
              small
              icon={X}
              name={t('picker.removeChosen', { category: name })}
              onPress={() => onChange(toggle(chosen, categoryId))}
            />
          </li>
        );
      })}
    </ul>
  );
}
