import { reportLabels } from '#domain/languages/report/index.ts';
import type { Report } from '#domain/report/report-model.ts';
import Papa from 'papaparse';
import { listPassageRows, passageColumns, type RowValue } from './report-rows.ts';

// What a spreadsheet takes for a formula, full-width signs included: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The passages of a report as CSV (RFC 4180: UTF-8, CRLF), a row for each link. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe. With a byte order mark Excel knows that it is UTF-8.
 */
export function writeReportCsv(report: Report, { byteOrderMark }: { byteOrderMark: boolean }): string {
  const columns = passageColumns(report, reportLabels(report.language));
  const rows = listPassageRows(report).map((row) => columns.map(({ valueOf }) => plain(valueOf(row))));
  const table = Papa.unparse(
    { fields: columns.map(({ label }) => label), data: rows },
    { newline: '\r\n', escapeFormulae: FORMULA },
  );
  return `${byteOrderMark ? '\uFEFF' : ''}${table}\r\n`;
}

function plain(value: RowValue): string | number {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'object') return value;
  return 'instant' in value ? value.instant : value.share;
}
