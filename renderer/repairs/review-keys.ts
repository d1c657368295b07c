import type { CommandId } from '#domain/commands/command-list.ts';
import { type Handlers, useHandlers } from '../commands/handlers.ts';
import { acceptAndNext, decideItem, type Shown } from './decide-item.ts';
import { leaveReview } from './leave-review.ts';
import { edit, neighbour, review, select, selectedItem } from './review.ts';

/** What has keys of its own. */
const elsewhere = '.library, [role="menu"], [role="dialog"], [role="separator"]';
/** What Enter and Space press. */
const pressed = 'button, a, summary';

/** Whether a key is one of the review: wherever the focus is, except in a menu, a dialog, or the library. */
export function reviewTakes(event: KeyboardEvent, target: Element): boolean {
  if (target.closest(elsewhere)) return false;
  if (target.closest('[role="radiogroup"]') && event.key.startsWith('Arrow')) return false;
  return !(target.closest(pressed) && (event.key === 'Enter' || event.key === ' '));
}

/** Carries out the commands of the review. */
export function useReviewCommands(shown: Shown): void {
  const { items } = shown;
  const item = () => selectedItem(items, review.get());
  const candidate = (number: number) => item()?.entry?.leading.candidates[number - 1];
  const candidates = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [
      `candidate${number}` as CommandId,
      {
        applies: () => candidate(number) !== undefined,
        run: () => decideItem(shown, item(), 'accepted', candidate(number)?.insert),
      },
    ]),
  ) as Handlers;
  const decidable = () => item()?.entry != null;
  useHandlers({
    ...candidates,
    repairDown: () => select(neighbour(items, item(), 1)),
    repairUp: () => select(neighbour(items, item(), -1)),
    repairFirst: () => select(items[0]),
    repairLast: () => select(items.at(-1)),
    repairLeave: () => leaveReview(shown.articleId, item()),
    repairAccept: { applies: decidable, run: () => decideItem(shown, item(), 'accepted') },
    repairAcceptNext: { applies: () => item() !== null, run: () => acceptAndNext(shown, item()) },
    repairRefuse: { applies: decidable, run: () => decideItem(shown, item(), 'refused') },
    repairOpen: { applies: decidable, run: () => decideItem(shown, item(), 'open') },
    repairEdit: {
      applies: decidable,
      run: () => {
        const entry = item()?.entry;
        if (entry) edit(entry);
      },
    },
  });
}
