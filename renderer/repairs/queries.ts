import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Output } from '#domain/contract/index.ts';
import type { Repair } from '#domain/contract/repair.ts';
import { type RepairEntry, repairEntries } from '#domain/repair/repair-entries.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export type RepairLog = Output<'repair.list'>;
export type Entry = RepairEntry<Repair>;

export function useRepairs(articleId: string) {
  return useQuery({
    queryKey: keys.repairs(articleId),
    queryFn: () => send('repair.list', { articleId }),
    structuralSharing: false,
  });
}

const noEntries: readonly Entry[] = [];

/** What was found in the article, those of one place as one. */
export function useEntries(log: RepairLog | undefined): readonly Entry[] {
  return useMemo(() => (log === undefined ? noEntries : repairEntries(log.repairs)), [log]);
}
