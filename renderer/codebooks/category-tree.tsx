import { ChevronRight, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import { useFormat } from '../app/format.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { rollUp } from '../codebook/category-counts.ts';
import { useCodebookName, useCorpusCounts, useTitle } from '../codebook/queries.ts';
import { Field } from '../widgets/field.tsx';
import { chosenCategory } from './chosen-category.ts';
import { isWithin, type TreeMove } from './move-in-tree.ts';
import { addCategory, moveCategory, stepCategory } from './mutations.ts';

interface Branch {
  category: Category;
  children: Branch[];
}

const steps: Readonly<Record<string, TreeMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

function branches(categories: readonly Category[], parentId: string | null = null): Branch[] {
  return categories
    .filter((each) => each.parentId === parentId)
    .map((category) => ({ category, children: branches(categories, category.id) }));
}

/** The tree of one codebook; her own categories are moved in it by dragging, or by Alt and the arrows. */
export function CategoryTree({ book, chosen }: { book: Codebook; chosen: Category | null }) {
  const { t } = useTranslation();
  const { categories } = book;
  const title = useTitle();
  const bookName = useCodebookName();
  const { data: counts } = useCorpusCounts();
  const [adding, setAdding] = useState(false);
  const tree = useMemo(() => branches(categories), [categories]);
  const inCorpus = useMemo(
    () => rollUp(new Map(counts?.map((each) => [each.categoryId, each.annotations])), categories),
    [counts, categories],
  );
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set());
  const shown = useMemo(() => {
    const open = new Set(expanded);
    for (let above = chosen?.parentId ?? null; above !== null; ) {
      open.add(above);
      above = categories.find(({ id }) => id === above)?.parentId ?? null;
    }
    return open;
  }, [expanded, chosen, categories]);
  const find = (id: Key) => categories.find((each) => each.id === id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].flatMap((key) => {
        const category = find(key);
        return category === undefined || category.fixed
          ? []
          : [{ 'text/plain': title(category), category: String(key) }];
      }),
    acceptedDragTypes: ['category'],
    getDropOperation: (target) => (target.type === 'item' ? 'move' : 'cancel'),
    onMove: ({ keys, target }) => {
      const moved = find([...keys][0] ?? '');
      const at = find(target.key);
      if (moved === undefined || at === undefined || moved.fixed || isWithin(categories, at.id, moved.id)) return;
      if (target.dropPosition === 'on') return moveCategory(moved, at.id, null);
      const siblings = categories.filter(({ parentId }) => parentId === at.parentId);
      const next = siblings[siblings.findIndex(({ id }) => id === at.id) + 1];
      moveCategory(moved, at.parentId, target.dropPosition === 'before' ? at.id : (next?.id ?? null));
    },
  });
  // A row that moved to another branch is another element.
  const nav = useRef<HTMLElement>(null);
  const moved = useRef<string | null>(null);
  // oxlint-disable-next-line react/exhaustive-deps -- after each new state of the tree
  useEffect(() => {
    if (moved.current === null || nav.current?.contains(document.activeElement)) return;
    nav.current?.querySelector<HTMLElement>(`[data-key="${moved.current}"]`)?.focus();
  }, [categories]);
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!event.altKey || step === undefined || chosen === null || chosen.fixed) return;
    event.preventDefault();
    event.stopPropagation();
    moved.current = chosen.id;
    stepCategory(chosen, step);
  };
  const row = ({ category, children }: Branch) => (
    <CategoryRow key={category.id} category={category} count={inCorpus.get(category.id) ?? 0}>
      {children.map(row)}
    </CategoryRow>
  );
  return (
    <nav ref={nav} className="codebooks-tree" aria-label={t('codebooks.tree')} onKeyDownCapture={onKey}>
      <Button className="codebooks-about" aria-pressed={chosen === null} onPress={() => chosenCategory.set(null)}>
        {bookName(book)}
      </Button>
      <Tree
        className="codebook-tree"
        aria-label={t('codebooks.tree')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen.id]}
        onSelectionChange={(keys) => {
          if (keys !== 'all') chosenCategory.set([...keys].map(String)[0] ?? null);
        }}
        expandedKeys={shown}
        onExpandedChange={setExpanded}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="codebooks-empty">{t('codebooks.empty')}</p>}
      >
        {tree.map(row)}
      </Tree>
      {adding ? (
        <NewCategory
          onEnd={(words) => {
            setAdding(false);
            if (words !== '') void addCategory(book.id, null, words);
          }}
        />
      ) : (
        <Button className="button button-quiet codebooks-add" onPress={() => setAdding(true)}>
          <Plus size={14} strokeWidth={1.6} aria-hidden />
          {t('codebooks.addTop')}
        </Button>
      )}
    </nav>
  );
}

/** One line for the title of a new category: Enter makes it, Escape does not. */
export function NewCategory({ onEnd }: { onEnd: (title: string) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <form
      className="codebooks-new"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd(words.trim());
      }}
    >
      <Field
        label={t('codebooks.newTitle')}
        value={words}
        onChange={setWords}
        maxLength={200}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd('');
          else event.continuePropagation();
        }}
      />
    </form>
  );
}

interface CategoryRowProps {
  category: Category;
  count: number;
  children: React.ReactNode;
}

function CategoryRow({ category, count, children }: CategoryRowProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const title = useTitle()(category);
  const name = `${category.number} ${title}`.trim();
  return (
    <TreeItem
      id={category.id}
      className="category-row"
      textValue={t('codebooks.rowName', { category: name, uses: number(count) })}
      style={categoryStyle(category.colour)}
      data-retired={category.retired || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, level, allowsDragging }) => (
          <div className={`category-line category-level-${Math.min(level, 4)}`} title={name}>
            {allowsDragging && (
              <Button slot="drag" className="drag-handle" aria-label={t('codebooks.drag', { category: name })} />
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="chevron">
                <ChevronRight size={12} strokeWidth={1.8} aria-hidden />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <span className="category-swatch" aria-hidden />
            {category.number !== '' && <span className="number">{category.number}</span>}
            <span className="category-title">{title}</span>
            {category.retired && <span className="category-retired">{t('codebooks.retiredShort')}</span>}
            <span className="category-count category-count-corpus">{count === 0 ? '' : number(count)}</span>
          </div>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
