import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import { useTitle } from '../codebook/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { CategoryChoice } from './category-choice.tsx';
import { isWithin } from './move-in-tree.ts';
import { mergeCategory } from './mutations.ts';

interface MergeDialogProps {
  category: Category;
  book: Codebook;
  onClose: () => void;
}

/** Asks into which other category one is to go. */
export function MergeDialog({ category, book, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const title = useTitle();
  const [into, setInto] = useState<string | null>(null);
  const others = book.categories.filter(({ id }) => !isWithin(book.categories, id, category.id));
  return (
    <DialogFrame
      title={t('codebooks.mergeTitle', { category: `${category.number} ${title(category)}`.trim() })}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button button-main"
            isDisabled={into === null}
            onPress={() => {
              onClose();
              if (into !== null) void mergeCategory(category, into);
            }}
          >
            {t('codebooks.merge')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{t('codebooks.mergeLead')}</p>
      <CategoryChoice categories={others} chosen={into} onChoose={setInto} />
    </DialogFrame>
  );
}
