import { BookPlus, ScrollText, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goToArticle } from '../app/place.ts';
import { useCategoryBook, useCodebookName } from '../codebook/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { CategorySheet } from './category-sheet.tsx';
import { CategoryTree } from './category-tree.tsx';
import { chosenCategory, chosenCodebook } from './chosen-category.ts';
import { CodebookSheet } from './codebook-sheet.tsx';
import { NewCodebookDialog } from './new-codebook-dialog.tsx';
import { RulesDialog } from './rules-dialog.tsx';

/** The codebooks: the tree of categories, and beside it what the chosen one means and where it is used. */
export function CodebooksView() {
  const { t } = useTranslation();
  const { codebooks, byId } = useCategoryBook();
  const name = useCodebookName();
  const bookId = chosenCodebook.use();
  const categoryId = chosenCategory.use();
  const [asking, setAsking] = useState<'rules' | 'new' | null>(null);
  const book = codebooks.find(({ id }) => id === bookId) ?? codebooks[0];
  if (book === undefined) return null;
  const category = byId.get(categoryId ?? '');
  const shown = category?.codebookId === book.id ? category : null;
  const choose = (id: string) => {
    chosenCodebook.set(id);
    chosenCategory.set(null);
  };
  return (
    <div className="codebooks">
      <header className="codebooks-head">
        <h1 className="codebooks-title">{t('codebooks.title')}</h1>
        {codebooks.length > 1 && (
          <Segmented
            quiet
            labelHidden
            label={t('codebooks.which')}
            choices={codebooks.map((each) => ({ value: each.id, label: name(each) }))}
            value={book.id}
            onChange={choose}
          />
        )}
        <span className="codebooks-actions">
          <Button className="button button-quiet" onPress={() => setAsking('rules')}>
            <ScrollText size={14} strokeWidth={1.6} aria-hidden />
            {t('codebooks.rules')}
          </Button>
          <Button className="button button-quiet" onPress={() => setAsking('new')}>
            <BookPlus size={14} strokeWidth={1.6} aria-hidden />
            {t('codebooks.newBook')}
          </Button>
          <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
        </span>
      </header>
      <div className="codebooks-body">
        <CategoryTree book={book} chosen={shown} />
        <div className="codebooks-sheet">
          {shown === null ? (
            <CodebookSheet key={book.id} book={book} />
          ) : (
            <CategorySheet key={shown.id} category={shown} book={book} />
          )}
        </div>
      </div>
      {asking === 'rules' && <RulesDialog onClose={() => setAsking(null)} />}
      {asking === 'new' && (
        <NewCodebookDialog
          onClose={() => setAsking(null)}
          onMade={(id) => {
            setAsking(null);
            choose(id);
          }}
        />
      )}
    </div>
  );
}
