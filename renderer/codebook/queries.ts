import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import { type CategoryIndex, createCategoryIndex } from '#domain/codebook/match-category.ts';
import { codebookNameIn, titleIn } from '#domain/codebook/title-in.ts';
import { currentLanguage } from '../app/language.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export interface CategoryBook {
  codebooks: readonly Codebook[];
  /** All categories of all codebooks, in their order. */
  categories: readonly Category[];
  byId: ReadonlyMap<string, Category>;
  /** Those that can be chosen: neither they nor what they stand below are retired. */
  offered: readonly Category[];
}

const emptyBook: CategoryBook = { codebooks: [], categories: [], byId: new Map(), offered: [] };

const books = new WeakMap<readonly Codebook[], CategoryBook>();

/** One book for each state of the codebooks, whoever asks: what is made from it is then made once. */
function bookOf(codebooks: Codebook[]): CategoryBook {
  const book = books.get(codebooks) ?? makeBook(codebooks);
  books.set(codebooks, book);
  return book;
}

function makeBook(codebooks: readonly Codebook[]): CategoryBook {
  const categories = codebooks.flatMap((each) => each.categories);
  const byId = new Map(categories.map((each) => [each.id, each]));
  const isOffered = (category: Category): boolean => {
    const parent = byId.get(category.parentId ?? '');
    return !category.retired && (parent === undefined || isOffered(parent));
  };
  return { codebooks, categories, byId, offered: categories.filter(isOffered) };
}

export function useCategoryBook(): CategoryBook {
  const { data } = useQuery({ queryKey: keys.codebooks, queryFn: () => send('codebook.list', {}) });
  return data === undefined ? emptyBook : bookOf(data);
}

const indexes = new WeakMap<readonly Category[], CategoryIndex>();

/** The search over all categories; made once for each state of them, since reading the pinyin takes a while. */
export function categoryIndex(categories: readonly Category[]): CategoryIndex {
  const made = indexes.get(categories) ?? createCategoryIndex(categories);
  indexes.set(categories, made);
  return made;
}

export function useCorpusCounts() {
  return useQuery({ queryKey: keys.corpusCounts, queryFn: () => send('category.counts', {}) });
}

/** Gives titles of categories in the language that is shown; another function once that changes. */
export function useTitle(): (category: Parameters<typeof titleIn>[1]) => string {
  useTranslation();
  const language = currentLanguage();
  return useCallback((category) => titleIn(language, category), [language]);
}

/** Gives the name of a codebook in the language that is shown. */
export function useCodebookName(): (book: Codebook) => string {
  useTranslation();
  const language = currentLanguage();
  return (book) => codebookNameIn(language, book);
}
