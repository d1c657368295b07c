import type { ReportFormat } from '#domain/contract/report.ts';
import type { Report } from '#domain/report/report-model.ts';
import { writeBibtex } from '#domain/citation/write-bibtex.ts';
import { writeRis } from '#domain/citation/write-ris.ts';
import { writeReportCsv } from './report-csv.ts';
import { writeReportDocx } from './report-docx/report-docx.ts';
import { writeReportHtml } from './report-html.ts';
import { writeReportMarkdown } from './report-markdown/report-markdown.ts';
import { writeReportXlsx } from './report-xlsx/report-xlsx.ts';

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
  docx: writeReportDocx,
  // The page that the host prints: only a browser can lay it out.
  pdf: writeReportHtml,
  markdown: writeReportMarkdown,
  xlsx: writeReportXlsx,
  csv: writeReportCsv,
  ris: ({ articles }) => writeRis(articles.map(({ id, cited }) => ({ id, ...cited }))),
  bibtex: ({ articles }) => writeBibtex(articles.map(({ cited }) => cited)),
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
