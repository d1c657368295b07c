import { queryClient } from './client.ts';
import { keys } from './keys.ts';

const drawn = { mutationKey: keys.drawnBeforeAnswer };

/** Whether a change that is drawn already still waits for its answer, or for its turn to be sent. */
export function areWritesDrawn(): boolean {
  return queryClient.isMutating(drawn) > 0;
}

/** Waits until every change that is drawn is answered: what comes after must not overtake it. */
export function drawnWritesSettled(): Promise<void> {
  if (!areWritesDrawn()) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = queryClient.getMutationCache().subscribe(() => {
      if (areWritesDrawn()) return;
      leave();
      resolve();
    });
  });
}
