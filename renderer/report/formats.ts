import { type ReportFormat, reportFormats } from '#domain/contract/report.ts';
import type { Session } from '#domain/contract/session.ts';

/** Formats that hold the articles' descriptions and nothing else. */
export const withoutSections: ReadonlySet<ReportFormat> = new Set(['ris', 'bibtex']);

/** What the host can make; a PDF is printed by a Chromium, which not every machine has. */
export function formatsOf({ prints }: Pick<Session, 'prints'>): readonly ReportFormat[] {
  return reportFormats.filter((format) => format !== 'pdf' || prints);
}
