import type { ImportPlan, MeetingReport } from './import-plan.ts';
import type { LossReport } from './losses.ts';
import type { NewIds } from './new-ids.ts';
import { shortened } from './plan-codes.ts';
import type { PlanOptions, PresentCorpus } from './present-corpus.ts';
import type { ExchangeProject } from './project.ts';

const LONGEST_CODER = 200;

/** New coders; those that are there keep their name. `coderOf` leads from a user of the project to a coder of the corpus. */
export function planCoders(
  users: ExchangeProject['users'],
  present: PresentCorpus,
  options: PlanOptions,
  { ids, meetings, losses }: { ids: NewIds; meetings: MeetingReport; losses: LossReport },
): { coders: ImportPlan['coders']; coderOf: Map<string, string> } {
  const coders: ImportPlan['coders'] = [];
  const coderOf = new Map<string, string>();
  for (const [at, { guid, name: written }] of users.entries()) {
    const name = shortened(written.trim() || `Coder ${at + 1}`, LONGEST_CODER, losses);
    const id = ids.idOf(guid);
    const same =
      present.coders.find((coder) => coder.id === id) ??
      (options.matchNames ? present.coders.find((coder) => coder.name === name) : undefined);
    if (same !== undefined && same.id !== id) meetings.add('coder-same-name', name);
    if (same === undefined) coders.push({ id, name });
    coderOf.set(guid, same?.id ?? id);
  }
  return { coders, coderOf };
}
