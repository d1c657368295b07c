import type { Input } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import type { RepairLog } from './queries.ts';

export type Decisions = Input<'repair.decide'>['decisions'];

let deciding: Promise<void> = Promise.resolve();

/**
 * Decides repairs, one request after the other: each names the revision that the one before it made. The list shows the
 * decision at once, the texts follow with the answer.
 */
export function decide(articleId: string, decisions: Decisions): Promise<void> {
  if (decisions.length === 0) return Promise.resolve();
  draw(articleId, decisions);
  deciding = deciding.then(async () => {
    try {
      const { revisionId } = queryClient.getQueryData<RepairLog>(keys.repairs(articleId)) ?? {};
      if (revisionId === undefined) return;
      await save('repair.decide', { articleId, revisionId, decisions });
    } catch (thrown) {
      alertFailure(thrown);
    }
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.repairs(articleId) }),
      queryClient.invalidateQueries({ queryKey: keys.article(articleId) }),
      queryClient.invalidateQueries({ queryKey: keys.annotations(articleId) }),
      queryClient.invalidateQueries({ queryKey: keys.articles }),
      queryClient.invalidateQueries({ queryKey: keys.historyState }),
    ]);
  });
  return deciding;
}

function draw(articleId: string, decisions: Decisions): void {
  const wanted = new Map(decisions.map((each) => [each.id, each]));
  queryClient.setQueryData<RepairLog>(keys.repairs(articleId), (log) => {
    if (log === undefined) return log;
    const repairs = log.repairs.map((repair) => {
      const own = wanted.get(repair.id);
      if (own === undefined) return repair;
      const insert =
        own.decision === 'accepted' ? (own.insert ?? repair.insert ?? repair.candidates[0]?.insert ?? '') : null;
      return { ...repair, decision: own.decision, insert };
    });
    return { ...log, repairs };
  });
}
