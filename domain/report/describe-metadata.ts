import type { MetadataField, ReportLabels } from '../languages/report/report-labels.ts';
import type { ReportInput, ReportSource } from './report-input.ts';
import type { ReportMetadata } from './report-model.ts';

/** The rows of metadata in the order a reader looks for them; what is unknown is said to be. */
export function describeMetadata(source: ReportSource, input: ReportInput, labels: ReportLabels): ReportMetadata[] {
  const { article } = source;
  const row = (field: MetadataField, ...given: (string | null)[]): ReportMetadata => {
    const values = given.flatMap((value) => (value === null || value.trim() === '' ? [] : [value]));
    const known = values.length > 0;
    return { field, label: labels.fields[field], values: known ? values : [labels.unknown], known };
  };
  return [
    row('title', article.title),
    row('outlet', article.outlet),
    row('outletProvince', article.outletProvince),
    row('places', ...article.places),
    row('publishedOn', article.publishedOn === null ? null : formatPlainDate(article.publishedOn, labels)),
    row('reporters', ...article.reporters),
    row('editor', article.editor),
    row('source', article.source),
    row('genre', article.genre),
    row('script', article.script === null ? null : labels.scripts[article.script]),
    row('address', article.address),
    row('fileName', source.original.fileName),
    row('corpus', input.corpusName),
    row('coders', ...coderNames(source, input)),
    row('madeAt', formatInstant(input.madeAt, labels)),
  ];
}

/** Everyone who made one of the annotations, or the one who makes the report when there are none. */
function coderNames({ annotations }: ReportSource, { coderName }: ReportInput): string[] {
  const names = [...new Set(annotations.map((annotation) => annotation.coderName))];
  return names.length === 0 ? [coderName] : names;
}

/** An instant of ISO 8601 in UTC, to the minute. Throws RangeError for anything else. */
export function formatInstant(instant: string, labels: ReportLabels): string {
  const iso = new Date(instant).toISOString();
  return labels.instant(iso.slice(0, 10), iso.slice(11, 16));
}

/** A plain date as precise as it is given: `2024`, `2024-08` or `2024-08-05`. */
export function formatPlainDate(date: string, labels: ReportLabels): string {
  const [year, month, day] = date.split('-').map(Number);
  return labels.date({ year: year ?? 0, month: month ?? null, day: day ?? null });
}
