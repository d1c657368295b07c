import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from '@tanstack/react-query';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { CategoryChoice } from '../codebooks/category-choice.tsx';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';

/** The categories of an article as a whole; the coder's own can be changed, those of others are named. */
export function ArticleCategories({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { coder } = useSession();
  const { byId, offered } = useCategoryBook();
  const title = useTitle();
  const [open, setOpen] = useState(false);
  const { data: links = [] } = useQuery({
    queryKey: keys.articleLinks(articleId),
    queryFn: () => send('articleLink.list', { articleId }),
  });
  const { mutate: set } = useMutation({
    mutationFn: (categoryIds: string[]) => save('articleLink.set', { articleId, categoryIds }),
    onSuccess: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    onError: alertFailure,
  });
  const own = links.filter(({ coderId }) => coderId === coder?.id).map(({ categoryId }) => categoryId);
  return (
    <div className="article-categories">
      <span className="article-categories-label">{t('wholeArticle.label')}</span>
      {links.map(({ id, categoryId, coderId, coderName }) => {
        const category = byId.get(categoryId);
        if (category === undefined) return null;
        return (
          <CategoryChip key={id} category={category}>
            {coderId === coder?.id ? (
              <IconButton
                small
                icon={X}
                name={t('wholeArticle.remove', { category: `${category.number} ${title(category)}`.trim() })}
                onPress={() => set(own.filter((each) => each !== categoryId))}
              />
            ) : (
              <span className="article-categories-by">{t('wholeArticle.by', { name: coderName })}</span>
            )}
          </CategoryChip>
        );
      })}
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="button button-quiet" aria-label={t('wholeArticle.add')}>
          <Plus size={13} strokeWidth={1.6} aria-hidden />
          {links.length === 0 && t('wholeArticle.add')}
        </Button>
        <Popover className="popover article-categories-choice" offset={4} placement="bottom start">
          <Dialog aria-label={t('wholeArticle.choose')}>
            <CategoryChoice
              categories={offered.filter(({ id }) => !own.includes(id))}
              chosen={null}
              onChoose={(categoryId) => {
                setOpen(false);
                set([...own, categoryId]);
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
