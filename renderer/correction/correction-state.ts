import type { ArticleText } from '#domain/contract/article.ts';
import type { CorrectionDraft } from '#domain/contract/revision.ts';
import { alertFailure } from '../app/failure-text.ts';
import { makeStore } from '../app/store.ts';
import { send } from '../bridge/send.ts';
import { getSession } from '../session/queries.ts';

/** How long what is typed waits to be stored on this machine, in ms. */
const storedAfter = 1000;

/** By article: open while it is there. It outlives the view of the article, so that nothing typed is lost on the way. */
const corrections = makeStore<ReadonlyMap<string, CorrectionDraft>>(new Map());
/** Articles whose drafts are on this machine as well, and those that wait to be. */
const stored = new Set<string>();
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;

let isRestored = false;

/** Opens what was typed and not saved when the program ended; once, since what is stored is only read at the start. */
export function restoreCorrections(): void {
  if (isRestored) return;
  isRestored = true;
  const kept = Object.entries(getSession()?.preferences.corrections ?? {});
  corrections.set((now) => {
    const next = new Map(now);
    for (const [articleId, draft] of kept) {
      if (draft === null || next.has(articleId)) continue;
      next.set(articleId, draft);
      stored.add(articleId);
    }
    return next;
  });
}

/** The correction of an article's present text, if one was begun. */
export function useCorrectionOf({ id, revisionId }: Pick<ArticleText, 'id' | 'revisionId'>): CorrectionDraft | null {
  const draft = corrections.use().get(id);
  return draft?.revisionId === revisionId ? draft : null;
}

/** Begins anew where what was begun is of another text. */
export function beginCorrection(articleId: string, revisionId: string): void {
  if (corrections.get().get(articleId)?.revisionId === revisionId) return;
  corrections.set((now) => new Map(now).set(articleId, { revisionId, changes: [] }));
  if (stored.has(articleId)) storeSoon(articleId);
}

/** Keeps what is typed as long as its correction lasts: what comes after the end of one does not bring it back. */
export function keepDraft(articleId: string, draft: CorrectionDraft): void {
  if (corrections.get().get(articleId)?.revisionId !== draft.revisionId) return;
  corrections.set((now) => new Map(now).set(articleId, draft));
  if (draft.changes.length > 0 || stored.has(articleId)) storeSoon(articleId);
}

function storeSoon(articleId: string): void {
  waiting.add(articleId);
  timer ??= setTimeout(storeDrafts, storedAfter);
}

export function endCorrection(articleId: string): void {
  corrections.set((now) => new Map([...now].filter(([id]) => id !== articleId)));
  if (!stored.has(articleId) && !waiting.has(articleId)) return;
  waiting.add(articleId);
  storeDrafts();
}

/** Whether anything was typed that is not saved. */
export function hasUnsavedCorrections(): boolean {
  return [...corrections.get().values()].some(({ changes }) => changes.length > 0);
}

function storeDrafts(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const drafts: Record<string, CorrectionDraft | null> = {};
  for (const articleId of waiting) {
    const draft = corrections.get().get(articleId);
    const isKept = draft !== undefined && draft.changes.length > 0;
    drafts[articleId] = isKept ? draft : null;
    if (isKept) stored.add(articleId);
    else stored.delete(articleId);
  }
  waiting.clear();
  send('preference.set', { corrections: drafts }).catch(alertFailure);
}
