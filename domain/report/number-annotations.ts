import { alterationsIn, type QuotationMode, quotePassage } from '../citation/quote-passage.ts';
import type { Annotation } from '../contract/annotation.ts';
import type { Voice } from '../contract/values.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import { plainNote } from '../text/plain-note.ts';
import type { CategoryUse } from './category-use.ts';
import { createPlaces } from './places.ts';
import type { Reading } from './reading.ts';
import type { ReportedReferenceLink, ReportSource } from './report-input.ts';
import type { ReportAnnotation, ReportPlace, ReportVoice } from './report-model.ts';

/** What is the same for all annotations of an article. */
export interface Numbering {
  /** The number of the article, and the annotations numbered before it. */
  article: number;
  before: number;
  use: CategoryUse;
  labels: ReportLabels;
  reading: Reading;
  quotations: QuotationMode;
  /** Says a place of a reference text in a line. */
  describeReference: (link: ReportedReferenceLink) => string;
}

/**
 * Numbers the placed annotations in text order (by start, then the longer first, then id), then the orphans by where they
 * last stood. Throws an Error when a placed one does not quote the article's revision.
 */
export function numberAnnotations(
  { article, annotations, alterations, referenceLinks }: ReportSource,
  { article: articleNumber, before, use, labels, reading, quotations, describeReference }: Numbering,
): { annotations: ReportAnnotation[]; orphans: ReportAnnotation[] } {
  const inOrder = annotations.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const placed = inOrder.filter((each) => each.anchorState === 'placed');
  const lost = inOrder.filter((each) => each.anchorState === 'orphan');
  const placeOf = createPlaces(article.text);
  const linkedFrom = new Map<string, ReportedReferenceLink[]>();
  for (const link of referenceLinks)
    linkedFrom.set(link.annotationId, [...(linkedFrom.get(link.annotationId) ?? []), link]);

  const describe = (
    annotation: Annotation,
    number: number,
    place: ReportPlace | null,
    read: string,
    repaired: boolean,
  ): ReportAnnotation => {
    const converted = read !== annotation.exact;
    const imported = repaired && quotations === 'imported';
    const quote =
      repaired && quotations !== 'as-read' ? quotePassage(annotation, alterations, quotations, reading) : read;
    const links = annotation.links.map((link) => use.describeLink(link));
    return {
      number,
      article: articleNumber,
      id: annotation.id,
      start: annotation.start,
      end: annotation.end,
      quote,
      repaired,
      converted,
      quoteMarks: [...(converted ? [labels.convertedMark] : []), ...(imported ? [labels.importedMark] : [])],
      place,
      colour: links[0]?.colour ?? null,
      links,
      references: (linkedFrom.get(annotation.id) ?? []).map(describeReference),
      voice: annotation.voice === null ? null : describeVoice(annotation.voice, labels),
      status: annotation.status,
      statusLabel: labels.statuses[annotation.status],
      note: plainNote(annotation.note),
      translation: annotation.translation.trim(),
      coderName: annotation.coderName,
      createdAt: annotation.createdAt,
      changedAt: annotation.changedAt,
    };
  };

  return {
    annotations: placed.map((annotation, index) => {
      const { id, start, end, exact, revisionId } = annotation;
      if (revisionId !== article.revisionId || start >= end || article.text.slice(start, end) !== exact) {
        throw new Error(`annotation ${id} does not quote ${start} to ${end} of revision ${article.revisionId}`);
      }
      const repaired = alterationsIn(annotation, alterations).length > 0;
      return describe(annotation, before + index + 1, placeOf(annotation), reading.slice(start, end), repaired);
    }),
    orphans: lost.map((annotation, index) =>
      describe(annotation, before + placed.length + index + 1, null, reading.convert(annotation.exact), false),
    ),
  };
}

function describeVoice(voice: Voice, labels: ReportLabels): ReportVoice {
  return {
    kind: voice.kind,
    label: labels.voices[voice.kind],
    name: voice.name,
    office: voice.office,
    level: voice.level === null ? null : labels.levels[voice.level],
    place: voice.place,
  };
}
