import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import type { RelationProposal } from '#domain/reuse/propose-relation.ts';
import { useFormat } from '../app/format.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { RelationChoice } from '../annotations/relation-choice.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { type Chosen, relate, toggle } from './choosing.ts';

interface ChosenCategoriesProps {
  chosen: Chosen;
  /** How the passage seems to take a category up. */
  proposalOf: (categoryId: string) => RelationProposal | null;
  onChange: (chosen: Chosen) => void;
}

/** The chosen categories, each with its relation; the last is the one that ← and → turn. */
export function ChosenCategories({ chosen, proposalOf, onChange }: ChosenCategoriesProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const { percent } = useFormat();
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen" aria-label={t('picker.chosen')}>
      {chosen.map(({ categoryId, relation, linkId }) => {
        const category = byId.get(categoryId);
        if (category === undefined) return null;
        const proposal = relation === null ? proposalOf(categoryId) : null;
        const proposed = proposal?.relation ?? null;
        const name = `${category.number} ${title(category)}`.trim();
        return (
          <li key={linkId} className="chosen-row">
            <CategoryChip category={category} />
            {proposal !== null && proposed !== null && (
              <Button className="relation-proposed" onPress={() => onChange(relate(chosen, categoryId, proposed))}>
                {t('relation.proposed', { relation: t(`relation.${proposed}`), percent: percent(proposal.share) })}
              </Button>
            )}
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
