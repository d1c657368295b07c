import { placeName } from '#domain/reference/place-name.ts';
import type { ReportedReferenceLink } from '#domain/report/report-input.ts';
import type { ReadContext } from './context.ts';
import { listReferenceLinks } from './reference-links.ts';
import { dividedOf, getReference } from './references.ts';

/** Names what the passages of an article are linked to in reference texts; each text is read once. */
export function referenceTeller(context: ReadContext): (articleId: string) => ReportedReferenceLink[] {
  const read = new Map<string, { name: string; text: string; divisions: ReturnType<typeof dividedOf> }>();
  const referenceOf = (referenceId: string) => {
    const known = read.get(referenceId);
    if (known !== undefined) return known;
    const { name, text } = getReference(context.db, referenceId) as { name: string; text: string };
    const found = { name, text, divisions: dividedOf(context.db, referenceId, text) };
    read.set(referenceId, found);
    return found;
  };
  return (articleId) =>
    listReferenceLinks(context, { articleId }).map(({ annotationId, referenceId, level, place, relation }) => {
      const reference = referenceOf(referenceId);
      return { annotationId, name: reference.name, level, place: placeName(reference, { level, place }), relation };
    });
}
