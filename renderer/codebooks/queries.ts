import { useQuery } from '@tanstack/react-query';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

/** How many passages of a category are shown beside what it means. */
const SHOWN = 30;

export function useCategoryUses(categoryId: string) {
  return useQuery({
    queryKey: keys.categoryUses(categoryId),
    queryFn: () => send('category.uses', { categoryId }),
  });
}

export function useCodebookRevisions(codebookId: string) {
  return useQuery({
    queryKey: keys.codebookRevisions(codebookId),
    queryFn: () => send('codebook.revisions', { codebookId }),
  });
}

export function useCodingRules() {
  return useQuery({ queryKey: keys.codingRules, queryFn: () => send('codingRules.get', {}) });
}

/** The passages linked to a category or below it, by article and place: how many there are, and the first of them. */
export function usePassages(categoryId: string, only: 'all' | 'recheck', most = SHOWN) {
  return useQuery({
    queryKey: keys.found(['passages', categoryId, only, most]),
    queryFn: async () => {
      const concerns = only === 'recheck' ? { concerns: ['recheck' as const] } : {};
      const { ids } = await send('annotation.find', {
        filter: { categoryIds: [categoryId], ...concerns },
        order: 'article',
        descending: false,
      });
      return { total: ids.length, passages: await send('annotation.get', { ids: ids.slice(0, most) }) };
    },
  });
}
