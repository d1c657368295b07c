import type { AnnotationOrder } from '#domain/contract/annotation.ts';
import { makeStore } from '../app/store.ts';

export interface Column {
  id:
    | 'article'
    | 'outlet'
    | 'province'
    | 'date'
    | 'passage'
    | 'categories'
    | 'voice'
    | 'status'
    | 'coder'
    | 'changed_at';
  order: AnnotationOrder;
  /** Of the grid's track. */
  width: string;
}

export const columns: readonly Column[] = [
  { id: 'article', order: 'article', width: 'minmax(96px, 1.2fr)' },
  { id: 'outlet', order: 'outlet', width: 'minmax(64px, 92px)' },
  { id: 'province', order: 'province', width: '56px' },
  { id: 'date', order: 'date', width: '84px' },
  { id: 'passage', order: 'quote', width: 'minmax(200px, 4fr)' },
  { id: 'categories', order: 'category', width: 'minmax(112px, 1.4fr)' },
  { id: 'voice', order: 'voice', width: '72px' },
  { id: 'status', order: 'status', width: '56px' },
  { id: 'coder', order: 'coder', width: '64px' },
  { id: 'changed_at', order: 'changed', width: '104px' },
];

/** Those that are not shown; the passage always is. */
export const hiddenColumns = makeStore<ReadonlySet<string>>(new Set(['outlet', 'coder', 'changed_at']));
