import type { Annotation } from '../contract/annotation.ts';
import type { Voice } from '../contract/values.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import type { CategoryUse } from './category-use.ts';
import { createPlaces } from './places.ts';
import type { ReportInput } from './report-input.ts';
import type { ReportAnnotation, ReportPlace, ReportVoice } from './report-model.ts';

/**
 * Numbers the placed annotations in text order from 1 (by start, then the longer first, then id), then the orphans by
 * where they last stood. Throws an Error when a placed one does not quote the article's revision.
 */
export function numberAnnotations(
  { article, annotations }: ReportInput,
  use: CategoryUse,
  labels: ReportLabels,
): { annotations: ReportAnnotation[]; orphans: ReportAnnotation[] } {
  const inOrder = annotations.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const placed = inOrder.filter((each) => each.anchorState === 'placed');
  const lost = inOrder.filter((each) => each.anchorState === 'orphan');
  const placeOf = createPlaces(article.text);

  const describe = (annotation: Annotation, number: number, place: ReportPlace | null): ReportAnnotation => {
    const links = annotation.links.map((link) => use.describeLink(link));
    return {
      number,
      id: annotation.id,
      start: annotation.start,
      end: annotation.end,
      quote: annotation.exact,
      place,
      colour: links[0]?.colour ?? null,
      links,
      voice: annotation.voice === null ? null : describeVoice(annotation.voice, labels),
      status: annotation.status,
      statusLabel: labels.statuses[annotation.status],
      note: annotation.note,
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
      return describe(annotation, index + 1, placeOf(annotation));
    }),
    orphans: lost.map((annotation, index) => describe(annotation, placed.length + index + 1, null)),
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
