import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category } from '#domain/contract/codebook.ts';
import { useFormat } from '../app/format.ts';
import { useTitle } from '../codebook/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { removeCategory } from './mutations.ts';
import { useCategoryUses } from './queries.ts';

/** Asks before a category goes, and says what goes with it. */
export function RemoveDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const title = useTitle()(category);
  const { data: uses } = useCategoryUses(category.id);
  if (uses === undefined) return null;
  const facts = [
    uses.categories > 1 && t('codebooks.touches.categories', { count: uses.categories - 1 }),
    uses.annotations > 0 &&
      t('codebooks.touches.annotations', { count: uses.annotations, articles: number(uses.articles) }),
    uses.onlyThese > 0 && t('codebooks.touches.onlyThese', { count: uses.onlyThese }),
    uses.wholeArticles > 0 && t('codebooks.touches.wholeArticles', { count: uses.wholeArticles }),
    uses.memos > 0 && t('codebooks.touches.memos', { count: uses.memos }),
    uses.coders > 1 && t('codebooks.touches.coders', { count: uses.coders }),
  ].filter((fact) => fact !== false);
  return (
    <DialogFrame
      alert
      title={t('codebooks.removeTitle', { category: `${category.number} ${title}`.trim() })}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button
            className="button button-main"
            onPress={() => {
              onClose();
              void removeCategory(category);
            }}
          >
            {t('codebooks.remove')}
          </Button>
        </>
      }
    >
      {facts.length === 0 ? (
        <p>{t('codebooks.touches.nothing')}</p>
      ) : (
        <ul className="touches">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <p className="field-hint">{t('codebooks.removeHint')}</p>
    </DialogFrame>
  );
}
