import { useEffect } from 'react';
import { dialogs } from '../app/dialogs.ts';
import { isComposing, isTyping } from '../widgets/keys.ts';
import { acceptAndNext, decideItem, type Shown } from './decide-item.ts';
import { leaveReview } from './leave-review.ts';
import { edit, neighbour, review, select, selectedItem } from './review.ts';

/** What has keys of its own. */
const elsewhere = '.library, [role="menu"], [role="dialog"], [role="separator"]';
/** What Enter and Space press. */
const pressed = 'button, a, summary';

/** The keys of the review, wherever the focus is, except in a field, a menu, a dialog, or the library. */
export function useReviewKeys(shown: Shown): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || dialogs.get() !== null) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(elsewhere)) return;
      if (target.closest('[role="radiogroup"]') && event.key.startsWith('Arrow')) return;
      if (target.closest(pressed) && (event.key === 'Enter' || event.key === ' ')) return;
      if (act(event, shown)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shown]);
}

/** Does what the key stands for; false when it stands for nothing. */
function act({ key, repeat }: KeyboardEvent, shown: Shown): boolean {
  const { items } = shown;
  const item = selectedItem(items, review.get());
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowDown':
    case 'j':
      select(neighbour(items, item, 1));
      return true;
    case 'ArrowUp':
    case 'k':
      select(neighbour(items, item, -1));
      return true;
    case 'Home':
      select(items[0]);
      return true;
    case 'End':
      select(items.at(-1));
      return true;
    case 'Escape':
      leaveReview(shown.articleId, item);
      return true;
  }
  // A key that is held down goes through the list, but decides only once.
  if (repeat) return false;
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'a':
      decideItem(shown, item, 'accepted');
      return true;
    case 'Enter':
      acceptAndNext(shown, item);
      return true;
    case 'r':
      decideItem(shown, item, 'refused');
      return true;
    case 'o':
      decideItem(shown, item, 'open');
      return true;
    case 'e':
      if (item?.entry) edit(item.entry);
      return true;
  }
  const candidate = /^[1-9]$/.test(key) ? item?.entry?.leading.candidates[Number(key) - 1] : undefined;
  if (candidate === undefined) return false;
  decideItem(shown, item, 'accepted', candidate.insert);
  return true;
}
