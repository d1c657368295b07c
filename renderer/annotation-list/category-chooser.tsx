import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { categoryIndex, useCategoryBook } from '../codebook/queries.ts';
import { CategoryOptions, type Option } from '../picker/category-options.tsx';
import { isComposing } from '../widgets/keys.ts';

interface CategoryChooserProps {
  label: string;
  /** Said above the search: what choosing will do, and to how many. */
  saying: string;
  onChoose: (categoryId: string) => void;
  /** Whether it stands open from the start: the second of two choices. */
  open?: boolean;
  onLeave?: () => void;
}

/** A button that opens the search over all categories; one is chosen. */
export function CategoryChooser({ label, saying, onChoose, open = false, onLeave }: CategoryChooserProps) {
  return (
    <DialogTrigger defaultOpen={open} onOpenChange={(isOpen) => !isOpen && onLeave?.()}>
      <Button className="button button-small">{label}</Button>
      <Popover className="popover chooser" placement="top start" offset={4}>
        <Dialog className="chooser-dialog" aria-label={label}>
          {({ close }) => (
            <Search
              saying={saying}
              onChoose={(categoryId) => {
                // Closing leaves the first of two choices; the choice is made after it.
                close();
                onChoose(categoryId);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The search itself: arrows and Enter choose. */
function Search({ saying, onChoose }: Pick<CategoryChooserProps, 'saying' | 'onChoose'>) {
  const { t } = useTranslation();
  const listId = useId();
  const [filter, setFilter] = useState('');
  const [moved, setMoved] = useState(0);
  const { categories } = useCategoryBook();
  const options = useMemo<Option[]>(() => {
    const byId = new Map(categories.map((each) => [each.id, each]));
    return categoryIndex(categories)
      .match(filter)
      .flatMap((match) => {
        const category = byId.get(match.id);
        return category === undefined ? [] : [{ category, ranges: match.ranges, recent: false }];
      });
  }, [filter, categories]);
  const highlighted = Math.min(moved, options.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const chosen = options[highlighted];
    if (event.key === 'ArrowDown') setMoved((highlighted + 1) % Math.max(1, options.length));
    else if (event.key === 'ArrowUp') setMoved((highlighted - 1 + options.length) % Math.max(1, options.length));
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen.category.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="chooser-saying">{saying}</p>
      <div className="picker-filter">
        <input
          // a dialog that was just asked for
          autoFocus
          className="picker-input"
          role="combobox"
          aria-label={t('picker.filter')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={highlighted >= 0 ? `${listId}-${highlighted}` : undefined}
          placeholder={t('picker.filterHint')}
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
            setMoved(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <CategoryOptions
        id={listId}
        options={options}
        highlighted={highlighted}
        isChosen={() => false}
        onToggle={onChoose}
      />
    </>
  );
}
