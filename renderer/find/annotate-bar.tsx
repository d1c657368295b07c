import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Relation, relation } from '#domain/contract/values.ts';
import { CategoryChooser } from '../annotation-list/category-chooser.tsx';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { checkedHits, uncheckHits } from './checked-hits.ts';
import { annotateHits } from './mutations.ts';

/** Chooses categories for the hits that are checked, and annotates them in one step. */
export function AnnotateBar() {
  const { t } = useTranslation();
  const checked = checkedHits.use();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [how, setHow] = useState<Relation | null>(null);
  const [busy, setBusy] = useState(false);
  const count = checked.size;
  if (count === 0) return null;
  const relations = [null, ...relation.options].map((each) => ({
    id: each ?? 'none',
    label: t(`relation.${each ?? 'none'}`),
    act: () => setHow(each),
  }));
  const annotate = async () => {
    setBusy(true);
    await annotateHits([...checked.values()], chosen, how);
    setBusy(false);
  };
  return (
    <div className="recode-bar find-annotate" role="toolbar" aria-label={t('find.annotateChecked')}>
      <strong className="recode-count" role="status">
        {t('find.checked', { count })}
      </strong>
      {chosen.map((id) => {
        const category = byId.get(id);
        if (category === undefined) return null;
        return (
          <CategoryChip key={id} category={category}>
            <IconButton
              small
              icon={X}
              name={t('find.removeCategory', { what: `${category.number} ${title(category)}`.trim() })}
              onPress={() => setChosen(chosen.filter((each) => each !== id))}
            />
          </CategoryChip>
        );
      })}
      <CategoryChooser
        label={t('find.category')}
        saying={t('find.chooseFor', { count })}
        onChoose={(id) => setChosen([...new Set([...chosen, id])])}
      />
      <MenuTrigger>
        <Button className="button button-small">{how === null ? t('find.relation') : t(`relation.${how}`)}</Button>
        <MenuList items={relations} label={t('find.relation')} />
      </MenuTrigger>
      <Button
        className="button button-small button-main"
        isDisabled={chosen.length === 0 || busy}
        onPress={() => void annotate()}
      >
        {t('find.annotate')}
      </Button>
      <IconButton small icon={X} name={t('find.uncheck')} keys="Esc" onPress={uncheckHits} />
    </div>
  );
}
