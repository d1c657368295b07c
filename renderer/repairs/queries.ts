import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Repair, TextFlag } from '#domain/contract/repair.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { type RepairEntry, type ReviewItem, repairEntries, reviewItems } from '#domain/repair/repair-entries.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useArticle } from '../reading/queries.ts';

export type Entry = RepairEntry<Repair>;
export type Item = ReviewItem<Repair, TextFlag>;

export function useRepairs(articleId: string) {
  return useQuery({
    queryKey: keys.repairs(articleId),
    queryFn: () => send('repair.list', { articleId }),
    structuralSharing: false,
  });
}

const noItems: readonly Item[] = [];

/** What was found in the article, in the order of the text; the repairs of one place are one item. */
export function useItems(log: RepairLog | undefined): readonly Item[] {
  return useMemo(() => (log === undefined ? noItems : reviewItems(repairEntries(log.repairs), log.flags)), [log]);
}

const langs = { hant: 'zh-Hant', hans: 'zh-Hans', mixed: 'zh-Hant' } as const;

/** The language of an article's text, so that its characters get their own shapes. */
export function useTextLang(articleId: string): string {
  const { data } = useArticle(articleId);
  return langs[data?.script ?? 'hant'];
}
