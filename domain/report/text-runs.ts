import type { ArticleText } from '../contract/article.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import { paragraphIndexAt, paragraphsOf } from '../text/paragraphs.ts';
import { flattenSpans, type Segment } from '../text/segments.ts';
import { numberParagraphs } from './places.ts';
import type { Reading } from './reading.ts';
import type { ReportAnnotation, ReportParagraph, ReportRun } from './report-model.ts';

type Passage = Pick<ReportAnnotation, 'id' | 'number' | 'start' | 'end'>;

/**
 * Cuts a text into paragraphs and those into runs, at every edge of an annotation; `annotations` are numbered in text
 * order. Throws an Error when there is not one role a paragraph.
 */
export function cutText(
  { text, roles }: Pick<ArticleText, 'text' | 'roles'>,
  annotations: readonly Passage[],
  labels: ReportLabels,
  reading: Pick<Reading, 'slice'>,
): { paragraphs: ReportParagraph[]; deepest: number } {
  const spans = paragraphsOf(text);
  if (spans.length !== roles.length) throw new Error(`${spans.length} paragraphs but ${roles.length} roles`);
  const numbers = numberParagraphs(text);
  const numberOf = new Map(annotations.map(({ id, number }) => [id, number]));
  const segments = flattenSpans(annotations);

  const begun = new Set<number>();
  const lastRuns = new Map<number, ReportRun>();
  const makeRun = (start: number, end: number, segment: Segment | null): ReportRun => {
    const annotationNumbers = (segment?.ids ?? []).map((id) => numberOf.get(id) ?? 0).toSorted((a, b) => a - b);
    const opens = annotationNumbers.filter((number) => !begun.has(number));
    const run: ReportRun = { text: reading.slice(start, end), start, end, annotationNumbers, opens, closes: [] };
    for (const number of annotationNumbers) lastRuns.set(number, run);
    for (const number of opens) begun.add(number);
    return run;
  };

  let next = 0;
  const paragraphs = spans.map((span, index): ReportParagraph => {
    const runs: ReportRun[] = [];
    let at = span.start;
    while (at < span.end) {
      let segment = segments[next];
      while (segment !== undefined && segment.end <= at) segment = segments[++next];
      const over = segment !== undefined && segment.start <= at ? segment : null;
      const end = Math.min(span.end, over?.end ?? segment?.start ?? span.end);
      runs.push(makeRun(at, end, over));
      at = end;
    }
    const role = roles[index] ?? 'body';
    return {
      number: numbers[index] ?? null,
      role,
      roleLabel: labels.roles[role],
      start: span.start,
      end: span.end,
      runs,
      annotationNumbers: [],
    };
  });

  for (const { number, start, end } of annotations) {
    let first = start;
    while (first < end - 1 && text.charAt(first) === '\n') first++;
    paragraphs[paragraphIndexAt(spans, first)]?.annotationNumbers.push(number);
  }
  for (const [number, run] of lastRuns) run.closes.push(number);
  const deepest = segments.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  return { paragraphs, deepest };
}
