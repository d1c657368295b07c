import { titleIn } from '../codebook/title-in.ts';
import type { Link } from '../contract/annotation.ts';
import type { Category, Codebook } from '../contract/codebook.ts';
import type { Language } from '../contract/values.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import type { MeaningPart, ReportAnnotation, ReportCategory, ReportCodebook, ReportLink } from './report-model.ts';

/** A root of a codebook's tree with everything below it, in the codebook's order, the root first. */
export interface CategoryTree {
  root: Category;
  categories: Category[];
}

export interface CategoryUse {
  trees: CategoryTree[];
  titleOf(category: Category): string;
  describeLink(link: Pick<Link, 'categoryId' | 'relation' | 'origin'>): ReportLink;
  /** Also those of whole articles, by their ids. */
  codebooksInUse(annotations: readonly ReportAnnotation[], others: Iterable<string>): ReportCodebook[];
}

/** Looks up categories of several codebooks, with titles in one language. */
export function findCategoryUse(codebooks: readonly Codebook[], language: Language, labels: ReportLabels): CategoryUse {
  const categories = new Map(codebooks.flatMap((codebook) => codebook.categories.map((each) => [each.id, each])));
  const treesOf = (codebook: Codebook) => plantTrees(codebook.categories, categories);

  return {
    trees: codebooks.flatMap(treesOf),
    titleOf: (category) => titleIn(language, category),
    describeLink: ({ categoryId, relation, origin }) => {
      const category = categories.get(categoryId);
      return {
        categoryId,
        number: category?.number ?? '',
        title: category === undefined ? labels.missingCategory : titleIn(language, category),
        colour: category?.colour ?? null,
        relation,
        relationLabel: relation === null ? null : labels.relations[relation],
        origin,
      };
    },
    codebooksInUse: (annotations, others) => {
      const used = new Set(annotations.flatMap(({ links }) => links.map((link) => link.categoryId)));
      for (const id of others) used.add(id);
      return codebooks
        .map((codebook) => describeCodebook(codebook, treesOf(codebook), used, language, labels))
        .filter((codebook) => codebook.used > 0);
    },
  };
}

function plantTrees(ordered: readonly Category[], categories: ReadonlyMap<string, Category>): CategoryTree[] {
  const trees = new Map<string, CategoryTree>();
  for (const category of ordered.toSorted((a, b) => a.position - b.position)) {
    const root = rootOf(category, categories);
    const tree = trees.get(root.id) ?? { root, categories: [root] };
    if (category !== root) tree.categories.push(category);
    trees.set(root.id, tree);
  }
  return [...trees.values()];
}

function rootOf(category: Category, categories: ReadonlyMap<string, Category>): Category {
  const seen = new Set([category]);
  let root = category;
  while (root.parentId !== null) {
    const parent = categories.get(root.parentId);
    if (parent === undefined || parent.codebookId !== root.codebookId) return root;
    if (seen.has(parent)) throw new Error(`category ${category.id} is below itself`);
    seen.add(parent);
    root = parent;
  }
  return root;
}

function describeCodebook(
  codebook: Codebook,
  trees: readonly CategoryTree[],
  used: ReadonlySet<string>,
  language: Language,
  labels: ReportLabels,
): ReportCodebook {
  const describe = (category: Category) => describeCategory(category, language, labels);
  return {
    id: codebook.id,
    revisionId: codebook.revisionId,
    revision: codebook.revision,
    name: { 'zh-Hant': codebook.nameHant, 'zh-Hans': codebook.nameHans, en: codebook.nameEn }[language],
    size: codebook.categories.length,
    used: codebook.categories.filter((category) => used.has(category.id)).length,
    parts: trees
      .filter(({ categories }) => categories.some((category) => used.has(category.id)))
      .map(({ root, categories }) => ({
        part: describe(root),
        used: used.has(root.id),
        categories: categories.filter((category) => category !== root && used.has(category.id)).map(describe),
      })),
  };
}

const MEANING = ['definition', 'rulesFor', 'rulesAgainst', 'boundaryCases', 'examples'] as const;

function describeCategory(category: Category, language: Language, labels: ReportLabels): ReportCategory {
  const otherLanguage = language === 'en' ? 'zh-Hans' : 'en';
  return {
    id: category.id,
    number: category.number,
    title: titleIn(language, category),
    otherTitle: titleIn(otherLanguage, category),
    otherLanguage,
    colour: category.colour,
    meaning: MEANING.flatMap((part): MeaningPart[] => {
      const text = category[part].trim();
      return text === '' ? [] : [{ label: labels.meaning[part], text }];
    }),
  };
}
