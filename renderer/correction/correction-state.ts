import type { ArticleText } from '#domain/contract/article.ts';
import type { NetChange } from '#domain/text/carry.ts';
import { makeStore } from '../app/store.ts';

/** A correction that was begun: in the offsets of that revision, and not saved yet. */
export interface CorrectionDraft {
  revisionId: string;
  changes: readonly NetChange[];
}

/** By article: open while it is there. It outlives the view of the article, so that nothing typed is lost on the way. */
export const corrections = makeStore<ReadonlyMap<string, CorrectionDraft>>(new Map());

/** The correction of an article's present text, if one was begun. */
export function useCorrectionOf({ id, revisionId }: Pick<ArticleText, 'id' | 'revisionId'>): CorrectionDraft | null {
  const draft = corrections.use().get(id);
  return draft?.revisionId === revisionId ? draft : null;
}

export function beginCorrection(articleId: string, revisionId: string): void {
  if (corrections.get().has(articleId)) return;
  keepDraft(articleId, { revisionId, changes: [] });
}

export function keepDraft(articleId: string, draft: CorrectionDraft): void {
  corrections.set((now) => new Map(now).set(articleId, draft));
}

export function endCorrection(articleId: string): void {
  corrections.set((now) => new Map([...now].filter(([id]) => id !== articleId)));
}

/** Whether anything was typed that is not saved. */
export function hasUnsavedCorrections(): boolean {
  return [...corrections.get().values()].some(({ changes }) => changes.length > 0);
}
