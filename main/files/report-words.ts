import { documentWords } from '#domain/languages/report/document-words.ts';
import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ArticleReport, Report, ReportAnnotation, ReportLink, ReportVoice } from '#domain/report/report-model.ts';

/** All annotations of a report, those without a place included, by number. */
export function annotationsByNumber(report: Report): Map<number, ReportAnnotation> {
  const all = report.articles.flatMap(({ annotations, orphans }) => [...annotations, ...orphans]);
  return new Map(all.map((annotation) => [annotation.number, annotation]));
}

/** `13·51 完善公共安全治理機制`. */
export function nameOfCategory({ number, title }: Pick<ReportLink, 'number' | 'title'>): string {
  return `${number} ${title}`.trim();
}

/** The category with its relation, where that is stated. */
export function describeLink(link: ReportLink, labels: ReportLabels): string {
  return link.relationLabel === null
    ? nameOfCategory(link)
    : `${nameOfCategory(link)}${labels.semicolon}${link.relationLabel}`;
}

/** Kind, name, office, level and place of who speaks, as far as they are known. */
export function describeVoice({ label, name, office, level, place }: ReportVoice, labels: ReportLabels): string {
  const known = [name, office, level, place].filter((part) => part !== null && part !== '');
  return known.length === 0 ? label : `${label}${labels.colon}${known.join(labels.semicolon)}`;
}

/** Where a passage stands and who says it, in one line; the article is named when the report has several. */
export function describeSource(annotation: ReportAnnotation, report: Report, labels: ReportLabels): string {
  const article = report.articles[annotation.article - 1];
  const parts = [
    article === undefined || report.articles.length === 1 ? null : nameArticle(article, report),
    annotation.place === null ? labels.sections.orphans : labels.place(annotation.place),
    annotation.voice === null ? null : describeVoice(annotation.voice, labels),
  ];
  return parts.filter((part) => part !== null).join(labels.semicolon);
}

export function nameArticle({ number, title }: ArticleReport, { language }: Report): string {
  return documentWords(language).fromArticle(number, title.text);
}

/** The citation that papers in the report's language use. */
export function citationOf({ citations }: ArticleReport, { language }: Report): string {
  return language === 'en' ? citations.apa : citations.gbt7714;
}

/** Whether annotations of more than one coder are in the report. */
export function hasSeveralCoders(report: Report): boolean {
  const names = report.articles.flatMap(({ annotations, orphans }) =>
    [...annotations, ...orphans].map(({ coderName }) => coderName),
  );
  return new Set(names).size > 1;
}
