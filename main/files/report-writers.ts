import type { ReportFormat } from '#domain/contract/report.ts';
import type { Report } from '#domain/report/report-model.ts';
import { writeReportHtml } from './report-html.ts';

export interface WriteOptions {
  /** Of a CSV: whether it begins with a byte order mark, by which Excel knows UTF-8. */
  byteOrderMark: boolean;
}

export type ReportWriter = (
  report: Report,
  options: WriteOptions,
) => Uint8Array | string | Promise<Uint8Array | string>;

/** The formats a report can be written in; all from the same model. */
export const reportWriters: Partial<Record<ReportFormat, ReportWriter>> = {
  html: writeReportHtml,
};

export const reportEndings: Record<ReportFormat, string> = {
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
  markdown: 'md',
  xlsx: 'xlsx',
  csv: 'csv',
  ris: 'ris',
  bibtex: 'bib',
};
