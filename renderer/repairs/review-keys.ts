import { useEffect } from 'react';
import { dialogs } from '../app/dialogs.ts';
import { goToArticle } from '../app/place.ts';
import { isComposing, isTyping } from '../widgets/keys.ts';
import { decide } from './mutations.ts';
import type { Entry } from './queries.ts';
import { changeReview, decisionsFor, review, selectedEntry } from './review.ts';

/** The keys of the review, wherever the focus is, except in a field, a menu or a dialog. */
export function useReviewKeys(articleId: string, shown: readonly Entry[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || dialogs.get() !== null) return;
      const target = event.target as HTMLElement;
      if (target.closest('[role="menu"]') || (target.closest('[role="radiogroup"]') && event.key.startsWith('Arrow')))
        return;
      // Space and Enter on a button are the button's own.
      if (target.closest('button, a') && (event.key === 'Enter' || event.key === ' ')) return;
      if (act(event.key, articleId, shown)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [articleId, shown]);
}

/** Does what the key stands for; false when it stands for nothing. */
function act(key: string, articleId: string, shown: readonly Entry[]): boolean {
  const entry = selectedEntry(shown, review.get());
  const put = (decision: 'accepted' | 'refused' | 'open', insert?: string) => {
    if (entry === null) return;
    // What no longer fits the filter leaves the list: the one after it comes next.
    const next = review.get().decision === null ? entry : (neighbour(shown, entry, 1) ?? neighbour(shown, entry, -1));
    changeReview({ selected: next?.id ?? null, editing: false });
    void decide(articleId, decisionsFor([entry], decision, insert));
  };
  const step = (by: 1 | -1) =>
    changeReview({ selected: neighbour(shown, entry, by)?.id ?? entry?.id ?? null, editing: false });
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowDown':
    case 'j':
      step(1);
      return true;
    case 'ArrowUp':
    case 'k':
      step(-1);
      return true;
    case 'Home':
      changeReview({ selected: shown[0]?.id ?? null, editing: false });
      return true;
    case 'End':
      changeReview({ selected: shown.at(-1)?.id ?? null, editing: false });
      return true;
    case 'a':
      put('accepted');
      return true;
    case 'Enter':
      put('accepted');
      changeReview({ selected: nextOpen(shown, entry)?.id ?? entry?.id ?? null });
      return true;
    case 'r':
      put('refused');
      return true;
    case 'o':
      put('open');
      return true;
    case 'e':
      if (entry !== null) changeReview({ selected: entry.id, editing: true });
      return true;
    case 'Escape':
      goToArticle(articleId);
      return true;
  }
  const candidate = /^[1-9]$/.test(key) ? entry?.leading.candidates[Number(key) - 1] : undefined;
  if (candidate === undefined) return false;
  put('accepted', candidate.insert);
  return true;
}

function neighbour(shown: readonly Entry[], entry: Entry | null, by: 1 | -1): Entry | undefined {
  return shown[shown.findIndex(({ id }) => id === entry?.id) + by];
}

/** The next open one below, else the first above. */
function nextOpen(shown: readonly Entry[], entry: Entry | null): Entry | undefined {
  const at = shown.findIndex(({ id }) => id === entry?.id);
  const others = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))];
  return others.find(({ leading }) => leading.decision === 'open');
}
