import type { MouseEvent } from 'react';
import { review } from './review.ts';

/**
 * After a click on a control the focus goes back to the list, so that the next key steps or decides and does not press
 * the control again. Whoever pressed it by a key stays there.
 */
export function backToList({ target, detail }: MouseEvent): void {
  const isPointer = detail > 0;
  if (!isPointer || !(target instanceof Element) || target.closest('button, label') === null) return;
  // The control takes the focus when it has done what it does.
  requestAnimationFrame(() => {
    if (review.get().words === null) document.querySelector<HTMLElement>('.repair-list')?.focus();
  });
}
