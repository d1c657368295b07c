import { type ComparedText, mostCompared } from '#domain/contract/comparison.ts';

/** By what texts side by side are lined up: what they say about an item, what they say in the same words, or not at all. */
export const lineUps = ['item', 'wording', 'free'] as const;
export type LineUpBy = (typeof lineUps)[number];

/** Texts side by side, and how. */
export interface Comparison {
  /** From left to right, each once. */
  texts: readonly ComparedText[];
  by: LineUpBy;
  as: 'texts' | 'table';
  /** The place of the text that has the focus. */
  at: number;
  /** The category that is looked at. */
  item: string | null;
  /** The codebook whose categories are the items; null is the built-in one. */
  codebookId: string | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Before the id of a reference text. */
const REFERENCE = 'r.';

/** The texts side by side, as they stand at first. */
export function comparisonOf(texts: readonly ComparedText[]): Comparison {
  return { texts: texts.slice(0, mostCompared), by: 'item', as: 'texts', at: 0, item: null, codebookId: null };
}

export function comparedArticles({ texts }: Pick<Comparison, 'texts'>): string[] {
  return texts.filter(({ kind }) => kind === 'article').map(({ id }) => id);
}

/** Reads what an address says; what cannot be read in it is left out. */
export function parseComparison(path: string, query: URLSearchParams): Comparison {
  const written = [...new Set(path.split(','))].flatMap((each): ComparedText[] => {
    const kind = each.startsWith(REFERENCE) ? 'reference' : 'article';
    const id = kind === 'reference' ? each.slice(REFERENCE.length) : each;
    return uuid.test(id) ? [{ kind, id }] : [];
  });
  const start = comparisonOf(written);
  const at = Number(query.get('in') ?? 0);
  const known = (name: string) => (uuid.test(query.get(name) ?? '') ? query.get(name) : null);
  return {
    ...start,
    by: lineUps.find((each) => each === query.get('by')) ?? start.by,
    as: query.get('as') === 'table' ? 'table' : 'texts',
    at: Number.isInteger(at) && at >= 0 && at < start.texts.length ? at : 0,
    item: known('item'),
    codebookId: known('codebook'),
  };
}

export function comparisonHash(comparison: Comparison, annotationId: string | null): string {
  const { texts, by, as, at, item, codebookId } = comparison;
  const query = new URLSearchParams();
  if (by !== 'item') query.set('by', by);
  if (as !== 'texts') query.set('as', as);
  if (at !== 0) query.set('in', String(at));
  if (item !== null) query.set('item', item);
  if (codebookId !== null) query.set('codebook', codebookId);
  if (annotationId !== null) query.set('annotation', annotationId);
  const path = texts.map(({ kind, id }) => (kind === 'reference' ? REFERENCE + id : id)).join(',');
  const said = query.toString();
  return `#/compare${path === '' ? '' : `/${path}`}${said === '' ? '' : `?${said}`}`;
}

/** The article that has the focus; null where a reference text has it. */
export function focusedArticle({ texts, at }: Comparison): string | null {
  const text = texts[at];
  return text?.kind === 'article' ? text.id : null;
}
