import type { Input, Output } from '../contract/index.ts';
import type { Repair } from '../contract/repair.ts';
import { placeAfter } from './repair-places.ts';
import { standingText } from './standing-text.ts';

export type RepairLog = Output<'repair.list'>;
export type Decisions = Input<'repair.decide'>['decisions'];

/**
 * The log as it will be once these decisions are taken, revision and versions apart. Every repair that they are about is
 * named, those of one place as well. Offsets are those of the log.
 */
export function decidedLog(log: RepairLog, decisions: Decisions): RepairLog {
  const wanted = new Map(decisions.map((each) => [each.id, each]));
  const decided = log.repairs.map((repair) => {
    const own = wanted.get(repair.id);
    return own === undefined ? repair : { ...repair, decision: own.decision, insert: insertAfter(repair, own) };
  });
  const { text, at } = standingText(log.importedText, decided);
  const changes = decided.flatMap(({ start, end, insert }) => (insert === null ? [] : [{ start, end, insert }]));
  return {
    ...log,
    text,
    repairs: decided.map((repair, index) => ({ ...repair, at: at[index] ?? repair.at })),
    flags: log.flags.map((flag) => ({ ...flag, at: placeAfter(changes, flag) })),
  };
}

/** The decisions that would change something in the log; unknown repairs are left for the host to refuse. */
export function effectiveDecisions(log: RepairLog, decisions: Decisions): Decisions {
  const present = new Map(log.repairs.map((repair) => [repair.id, repair]));
  return decisions.filter((each) => {
    const repair = present.get(each.id);
    return repair === undefined || repair.decision !== each.decision || repair.insert !== insertAfter(repair, each);
  });
}

function insertAfter(repair: Repair, { decision, insert }: Decisions[number]): string | null {
  return decision === 'accepted' ? (insert ?? repair.insert ?? repair.candidates[0]?.insert ?? '') : null;
}
