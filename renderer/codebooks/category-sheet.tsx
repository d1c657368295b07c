import { CornerDownRight, EllipsisVertical, FileDown, GitMerge, Plus, Scissors, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger, Radio, RadioGroup, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category, CategoryMeaning, Codebook } from '#domain/contract/codebook.ts';
import { categoryColours } from '#domain/codebook/colours.ts';
import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { openDialog } from '../app/dialogs.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useTitle } from '../codebook/queries.ts';
import { Memos } from '../memos/memos.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { CategoryPassages } from './category-passages.tsx';
import { NewCategory } from './category-tree.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { addCategory, updateCategory } from './mutations.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

const meanings = [
  ['definition', 3],
  ['rulesFor', 2],
  ['rulesAgainst', 2],
  ['boundaryCases', 2],
  ['examples', 2],
] as const satisfies readonly (readonly [keyof CategoryMeaning, number])[];

/** All of one category: its name, what it means, its memos and passages; what is typed is saved on leaving the field. */
export function CategorySheet({ category, book }: { category: Category; book: Codebook }) {
  const { t } = useTranslation();
  const title = useTitle()(category);
  const [asking, setAsking] = useState<'merge' | 'split' | 'remove' | 'below' | null>(null);
  const end = () => setAsking(null);
  const icon = { size: 14, strokeWidth: 1.6, 'aria-hidden': true } as const;
  return (
    <article className="sheet" aria-label={`${category.number} ${title}`.trim()} style={categoryStyle(category.colour)}>
      <header className="sheet-head">
        <span className="category-swatch" aria-hidden />
        <TitleField category={category} />
        <MenuTrigger>
          <IconButton icon={EllipsisVertical} name={t('codebooks.menu', { category: title })} />
          <MenuList
            items={[
              {
                id: 'below',
                label: t('codebooks.addBelow'),
                act: () => setAsking('below'),
                icon: <CornerDownRight {...icon} />,
              },
              {
                id: 'split',
                label: t('codebooks.split'),
                act: () => setAsking('split'),
                icon: <Scissors {...icon} />,
              },
              {
                id: 'merge',
                label: t('codebooks.merge'),
                act: () => setAsking('merge'),
                icon: <GitMerge {...icon} />,
                disabled: category.fixed,
              },
              {
                id: 'report',
                label: t('report.ofCategory'),
                act: () => openDialog({ kind: 'report', choice: { by: 'categories', categoryIds: [category.id] } }),
                icon: <FileDown {...icon} />,
                apart: true,
              },
              {
                id: 'remove',
                label: t('codebooks.remove'),
                act: () => setAsking('remove'),
                icon: <Trash2 {...icon} />,
                disabled: category.fixed,
                apart: true,
              },
            ]}
          />
        </MenuTrigger>
      </header>
      {category.fixed && <p className="sheet-note">{t('codebooks.fixedNote')}</p>}
      {asking === 'below' ? (
        <NewCategory
          onEnd={(words) => {
            end();
            if (words !== '') void addCategory(book.id, category.id, words);
          }}
        />
      ) : (
        <Button className="button button-quiet sheet-below" onPress={() => setAsking('below')}>
          <Plus {...icon} />
          {t('codebooks.addBelow')}
        </Button>
      )}
      <div className="sheet-row">
        <Colours category={category} />
        <Switch
          className="switch"
          isSelected={category.retired}
          onChange={(retired) => updateCategory(category, { retired })}
        >
          <span className="switch-track" aria-hidden />
          {t('codebooks.retired')}
        </Switch>
      </div>
      <div className="sheet-meaning">
        {meanings.map(([field, rows]) => (
          <MeaningField key={field} category={category} field={field} rows={rows} />
        ))}
      </div>
      <CategoryPassages category={category} />
      <Memos subject="category" subjectId={category.id} />
      {asking === 'merge' && <MergeDialog category={category} book={book} onClose={end} />}
      {asking === 'split' && <SplitDialog category={category} onClose={end} />}
      {asking === 'remove' && <RemoveDialog category={category} onClose={end} />}
    </article>
  );
}

function TitleField({ category }: { category: Category }) {
  const { t } = useTranslation();
  const shown = useTitle()(category);
  const title = useKeptDraft(shown, (value) => {
    if (value.trim() !== '') updateCategory(category, { title: value.trim() });
  });
  const number = useKeptDraft(category.number, (value) => updateCategory(category, { number: value.trim() }));
  if (category.fixed)
    return (
      <h2 className="sheet-title">
        <span className="number">{category.number}</span> {shown}
      </h2>
    );
  const leave = (event: React.KeyboardEvent<HTMLInputElement>, drop: () => void) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
    if (event.key === 'Escape') drop();
  };
  return (
    <span className="sheet-naming">
      <input
        className="input sheet-number"
        aria-label={t('codebooks.number')}
        placeholder={t('codebooks.number')}
        value={number.value}
        maxLength={20}
        onChange={(event) => number.change(event.target.value)}
        onBlur={number.keep}
        onKeyDown={(event) => leave(event, number.drop)}
      />
      <input
        className="input sheet-title-input"
        aria-label={t('codebooks.name')}
        value={title.value}
        maxLength={200}
        onChange={(event) => title.change(event.target.value)}
        onBlur={title.keep}
        onKeyDown={(event) => leave(event, title.drop)}
      />
    </span>
  );
}

function MeaningField({ category, field, rows }: { category: Category; field: keyof CategoryMeaning; rows: number }) {
  const { t } = useTranslation();
  const draft = useKeptDraft(category[field], (value) => updateCategory(category, { meaning: { [field]: value } }));
  return (
    <label className="sheet-field">
      <span className="field-label">{t(`codebooks.${field}`)}</span>
      <textarea
        className="input sheet-prose"
        rows={rows}
        value={draft.value}
        placeholder={t(`codebooks.${field}Hint`)}
        maxLength={20_000}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) draft.drop();
        }}
      />
    </label>
  );
}

function Colours({ category }: { category: Category }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="colours"
      orientation="horizontal"
      aria-label={t('codebooks.colour')}
      value={String(category.colour)}
      onChange={(colour) => updateCategory(category, { colour: Number(colour) })}
    >
      {categoryColours.map((_, index) => (
        <Radio
          key={index + 1}
          value={String(index + 1)}
          className="colour"
          aria-label={t('codebooks.colourNumber', { number: index + 1 })}
          style={categoryStyle(index + 1)}
        />
      ))}
    </RadioGroup>
  );
}
