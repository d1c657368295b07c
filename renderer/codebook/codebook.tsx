import { BookMarked, ChevronRight, ListCollapse, ListTree } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Category } from '#domain/contract/codebook.ts';
import { useFormat } from '../app/format.ts';
import { goToCodebook } from '../app/place.ts';
import { setPreferences } from '../session/mutations.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { categoryStyle } from './category-chip.tsx';
import { countLinks, rollUp } from './category-counts.ts';
import { categoryFilter } from './category-filter.ts';
import { useCategoryBook, useCorpusCounts, useTitle } from './queries.ts';

interface Branch {
  category: Category;
  children: Branch[];
}

function branches(categories: readonly Category[], parentId: string | null = null): Branch[] {
  return categories
    .filter((each) => each.parentId === parentId)
    .map((category) => ({ category, children: branches(categories, category.id) }));
}

/** The tree of categories with its live counts; choosing one filters the list of annotations. */
export const CodebookPane = memo(function CodebookPane({ annotations }: { annotations: readonly Annotation[] }) {
  const { t } = useTranslation();
  const { preferences } = useSession();
  const { categories } = useCategoryBook();
  // Who codes blind does not see how often others have used a category.
  const blind = useBlind();
  const { data: corpusCounts } = useCorpusCounts();
  const chosen = categoryFilter.use();
  const tree = useMemo(() => branches(categories), [categories]);
  const inArticle = useMemo(() => rollUp(countLinks(annotations), categories), [annotations, categories]);
  const inCorpus = useMemo(() => {
    const own = new Map(blind ? [] : corpusCounts?.map((each) => [each.categoryId, each.annotations]));
    return rollUp(own, categories);
  }, [corpusCounts, categories, blind]);
  const expanded = preferences.expanded ?? [];
  const setExpanded = (ids: string[]) => void setPreferences({ expanded: ids });
  const allOpen = tree.length > 0 && tree.every(({ category }) => expanded.includes(category.id));

  return (
    <section className="codebook" aria-label={t('codebook.title')}>
      <header className="pane-head">
        <h2 className="pane-title">{t('codebook.title')}</h2>
        <span className="codebook-columns" aria-hidden>
          <span>{t('codebook.articleColumn')}</span>
          <span>{t('codebook.corpusColumn')}</span>
        </span>
        <IconButton small icon={BookMarked} name={t('codebooks.manage')} onPress={goToCodebook} />
        <IconButton
          small
          icon={allOpen ? ListCollapse : ListTree}
          name={t(allOpen ? 'codebook.collapseAll' : 'codebook.expandAll')}
          onPress={() => setExpanded(allOpen ? [] : tree.map(({ category }) => category.id))}
        />
      </header>
      <Tree
        className="codebook-tree"
        aria-label={t('codebook.tree')}
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection={false}
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => categoryFilter.set(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setExpanded([...keys].map(String))}
      >
        {tree.map((branch) => (
          <CategoryItem key={branch.category.id} branch={branch} inArticle={inArticle} inCorpus={inCorpus} />
        ))}
      </Tree>
    </section>
  );
});

interface CategoryItemProps {
  branch: Branch;
  inArticle: ReadonlyMap<string, number>;
  inCorpus: ReadonlyMap<string, number>;
}

function CategoryItem({ branch: { category, children }, inArticle, inCorpus }: CategoryItemProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const title = useTitle()(category);
  const article = inArticle.get(category.id) ?? 0;
  const corpus = inCorpus.get(category.id) ?? 0;
  const name = `${category.number} ${title}`.trim();
  return (
    <TreeItem
      id={category.id}
      className="category-row"
      textValue={t('codebook.countOf', { category: name, article: number(article), corpus: number(corpus) })}
      style={categoryStyle(category.colour)}
      data-category-number={category.number}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className={`category-line category-level-${Math.min(level, 4)}`} title={name}>
            {hasChildItems ? (
              <Button slot="chevron" className="chevron">
                <ChevronRight size={12} strokeWidth={1.8} aria-hidden />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <span className="category-swatch" aria-hidden />
            <span className="number">{category.number}</span>
            <span className="category-title">{title}</span>
            <span className="category-count" data-none={article === 0 || undefined}>
              {article === 0 ? '' : number(article)}
            </span>
            <span className="category-count category-count-corpus">{corpus === 0 ? '' : number(corpus)}</span>
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <CategoryItem key={child.category.id} branch={child} inArticle={inArticle} inCorpus={inCorpus} />
      ))}
    </TreeItem>
  );
}
