import { queryClient } from './client.ts';
import { keys } from './keys.ts';

const drawn = { mutationKey: keys.drawnBeforeAnswer };

/** Whether a change that is drawn already still waits for its answer, or for its turn to be sent. */
export function areWritesDrawn(): boolean {
  return queryClient.isMutating(drawn) > 0;
}

/** ms within which the event of a write comes after its answer. */
const eventFollows = 200;
let lastAnswered = Number.NEGATIVE_INFINITY;
queryClient.getMutationCache().subscribe(({ type, mutation }) => {
  const key = mutation?.options.mutationKey;
  if (type === 'updated' && key === keys.drawnBeforeAnswer && mutation?.state.status === 'success') {
    lastAnswered = performance.now();
  }
});

/** Whether what the host now tells of is most likely a change that is drawn already. */
export function wereWritesJustDrawn(): boolean {
  return areWritesDrawn() || performance.now() - lastAnswered < eventFollows;
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
