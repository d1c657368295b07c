import type { Anchor } from './anchor.ts';
import { checkAnchor } from './anchor.ts';
import type { Span } from './span.ts';

/** Where an anchor stands in a text changed in ways unknown. */
export interface Resolution {
  status: 'exact' | 'moved' | 'approximate' | 'orphan';
  /** Missing only for an orphan. */
  span?: Span;
  /** 0 to 1: how much of quote and context was found again. */
  similarity: number;
  /** For an orphan: places that look alike, best first. */
  candidates: Span[];
}

export function resolveAnchor(text: string, anchor: Anchor): Resolution {
  const { start, end, exact } = anchor;
  if (checkAnchor(text, anchor)) return { status: 'exact', span: { start, end }, similarity: 1, candidates: [] };
  const first = text.indexOf(exact);
  if (first === -1 || text.indexOf(exact, first + 1) !== -1) return { status: 'orphan', similarity: 0, candidates: [] };
  return { status: 'moved', span: { start: first, end: first + exact.length }, similarity: 1, candidates: [] };
}
