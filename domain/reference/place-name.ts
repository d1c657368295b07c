import type { ReferenceDivision } from '../contract/reference.ts';
import type { ReferenceLink } from '../contract/reference-link.ts';

/** Number and title of a linked division, or the words of a sentence; of a division that is gone, its words. */
export function placeName(
  { text, divisions }: { text: string; divisions: readonly ReferenceDivision[] },
  { level, place }: Pick<ReferenceLink, 'level' | 'place'>,
): string {
  const division = divisions.find(
    ({ kind, start, end }) => kind === level && start === place.start && end === place.end,
  );
  const named = division === undefined ? '' : `${division.label}${division.title}`;
  return named === '' ? `「${text.slice(place.start, place.end)}」` : named;
}
