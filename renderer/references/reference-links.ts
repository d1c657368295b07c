import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReferenceText } from '#domain/contract/reference.ts';
import type { LinkedPassage, ReferenceLevel, ReferenceLink } from '#domain/contract/reference-link.ts';
import type { Span } from '#domain/text/span.ts';
import { v7 as uuidv7 } from 'uuid';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';

const none: readonly never[] = [];

/** The links from passages of an article to places of reference texts; of a coder who works blind, only their own. */
export function useReferenceLinks(articleId: string): readonly ReferenceLink[] {
  const { data } = useQuery({
    queryKey: keys.referenceLinks(articleId),
    queryFn: () => send('referenceLink.list', { articleId }),
  });
  return useOwn(data ?? none);
}

/** The passages linked to a place of a reference text, or to one that it lies in. */
export function useLinkedPassages(referenceId: string, place: Span): readonly LinkedPassage[] {
  const { start, end } = place;
  const { data } = useQuery({
    queryKey: keys.linkedPassages(referenceId, start, end),
    queryFn: () => send('referenceLink.passages', { referenceId, place: { start, end } }),
  });
  return useOwn(data ?? none);
}

function useOwn<Link extends ReferenceLink>(links: readonly Link[]): readonly Link[] {
  const blind = useBlind();
  const coderId = useSession().coder?.id;
  return useMemo(() => (blind ? links.filter((link) => link.coderId === coderId) : links), [links, blind, coderId]);
}

/** What of a reference text can be linked to at a sentence: the sentence, then what it stands in, from the inside out. */
export interface LinkablePlace {
  level: ReferenceLevel;
  place: Span;
  /** Number and title as written; empty for a sentence. */
  name: string;
}

export function placesAt({ divisions }: ReferenceText, { start, end }: Span): LinkablePlace[] {
  const around = divisions
    .filter((division) => division.start <= start && start < division.end)
    .toReversed()
    .flatMap((division): LinkablePlace[] => {
      const { kind } = division;
      if (kind !== 'part' && kind !== 'lead-in' && kind !== 'item') return [];
      const name = `${division.label}${division.title}`;
      return [{ level: kind, place: { start: division.start, end: division.end }, name }];
    });
  return [{ level: 'sentence', place: { start, end }, name: '' }, ...around];
}

export function isAt(link: ReferenceLink, referenceId: string, { level, place }: LinkablePlace): boolean {
  return (
    link.referenceId === referenceId &&
    link.level === level &&
    link.place.start === place.start &&
    link.place.end === place.end
  );
}

export function linkTo(annotationId: string, referenceId: string, { level, place }: LinkablePlace): void {
  save('referenceLink.create', { id: uuidv7(), annotationId, referenceId, level, place, relation: null }).catch(
    alertFailure,
  );
}

export function unlink({ id, version }: ReferenceLink): void {
  save('referenceLink.remove', { id, version }).catch(alertFailure);
}

export function relateLink({ id, version }: ReferenceLink, relation: ReferenceLink['relation']): void {
  save('referenceLink.update', { id, version, relation }).catch(alertFailure);
}
