import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category } from '#domain/contract/codebook.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { categoryIndex, useTitle } from '../codebook/queries.ts';
import { Field } from '../widgets/field.tsx';

function found(categories: readonly Category[], filter: string): Category[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return categoryIndex(categories)
    .match(filter)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

interface CategoryChoiceProps {
  categories: readonly Category[];
  chosen: string | null;
  onChoose: (categoryId: string) => void;
}

/** A list of categories to choose one from, found by number, title or pinyin. */
export function CategoryChoice({ categories, chosen, onChoose }: CategoryChoiceProps) {
  const { t } = useTranslation();
  const title = useTitle();
  const [filter, setFilter] = useState('');
  const shown = filter.trim() === '' ? categories : found(categories, filter);
  return (
    <div className="category-choice">
      <Field label={t('codebooks.find')} value={filter} onChange={setFilter} autoFocus />
      <ListBox
        className="category-choices"
        aria-label={t('codebooks.tree')}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onChoose(String(key));
        }}
        items={shown.map((category) => ({ id: category.id, category }))}
        renderEmptyState={() => <p className="sheet-note">{t('codebooks.nothingFound')}</p>}
      >
        {({ category }) => (
          <ListBoxItem className="category-option" textValue={`${category.number} ${title(category)}`.trim()}>
            <CategoryChip category={category} />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
