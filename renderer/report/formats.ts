import { type ReportFormat, reportFormats } from '#domain/contract/report.ts';
import type { Session } from '#domain/contract/session.ts';

/** Formats that hold the articles' descriptions and nothing else. */
export const withoutSections: ReadonlySet<ReportFormat> = new Set(['ris', 'bibtex']);

/** What a host can make; a PDF is printed by the window of the program. */
export function formatsOf(host: Session['host']): readonly ReportFormat[] {
  return reportFormats.filter((format) => format !== 'pdf' || host === 'electron');
}
