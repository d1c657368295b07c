import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ArticleReport, Report, ReportAnnotation, ReportLink } from '#domain/report/report-model.ts';

/** A value of a table: `instant` is ISO 8601 in UTC, `share` from 0 to 1. */
export type RowValue = string | number | boolean | { instant: string } | { share: number } | null;

export interface Column<Subject> {
  /** As the report's language names it. */
  label: string;
  /** In characters of a Latin letter's width. */
  width: number;
  /** Whether long text is broken into lines. */
  wrap?: boolean;
  valueOf: (subject: Subject) => RowValue;
}

/** A link of an annotation; one without any has a row of its own. */
export interface PassageRow {
  annotation: ReportAnnotation;
  article: ArticleReport;
  link: ReportLink | null;
}

/** Tidy: a row for each link, by number of the annotation; those without a place have none. */
export function listPassageRows(report: Report): PassageRow[] {
  return report.articles.flatMap((article) =>
    [...article.annotations, ...article.orphans].flatMap((annotation): PassageRow[] =>
      annotation.links.length === 0
        ? [{ annotation, article, link: null }]
        : annotation.links.map((link) => ({ annotation, article, link })),
    ),
  );
}

export function passageColumns(report: Report, labels: ReportLabels): Column<PassageRow>[] {
  const { cells, fields, method } = labels;
  const ofAnnotation = (
    label: string,
    width: number,
    valueOf: (annotation: ReportAnnotation) => RowValue,
    wrap = false,
  ): Column<PassageRow> => ({ label, width, wrap, valueOf: ({ annotation }) => valueOf(annotation) });
  const ofArticle = (
    label: string,
    width: number,
    valueOf: (article: ArticleReport) => RowValue,
  ): Column<PassageRow> => ({ label, width, wrap: true, valueOf: ({ article }) => valueOf(article) });
  const ofLink = (label: string, width: number, valueOf: (link: ReportLink) => RowValue): Column<PassageRow> => ({
    label,
    width,
    wrap: width > 20,
    valueOf: ({ link }) => (link === null ? null : valueOf(link)),
  });
  return [
    ofAnnotation(cells.annotation, 8, ({ number }) => number),
    ofArticle(cells.article, 8, ({ number }) => number),
    ofArticle(fields.title, 26, ({ title }) => title.text),
    ofArticle(fields.outlet, 12, ({ outlet }) => outlet),
    ofArticle(fields.outletProvince, 12, ({ province }) => province),
    ofArticle(fields.publishedOn, 12, ({ cited }) => cited.publishedOn),
    ofAnnotation(cells.paragraph, 7, ({ place }) => place?.paragraph ?? null),
    ofAnnotation(cells.sentence, 7, ({ place }) => place?.sentence ?? null),
    ofAnnotation(cells.quote, 52, ({ quote }) => quote, true),
    ...(report.articles.some(({ annotations }) => annotations.some(({ quoteMarks }) => quoteMarks.length > 0))
      ? [ofAnnotation(cells.converted, 16, ({ quoteMarks }) => quoteMarks.join(' '))]
      : []),
    ofLink(cells.categoryNumber, 10, ({ number }) => number),
    ofLink(cells.category, 30, ({ title }) => title),
    ofLink(cells.relation, 11, ({ relationLabel }) => relationLabel),
    ofLink(cells.origin, 14, ({ origin }) => method.origins[origin]),
    ...(report.articles.some(({ annotations }) => annotations.some(({ references }) => references.length > 0))
      ? [ofAnnotation(cells.references, 40, ({ references }) => references.join('\n'), true)]
      : []),
    ofAnnotation(cells.voice, 16, ({ voice }) => voice?.label ?? null),
    ofAnnotation(cells.speaker, 12, ({ voice }) => voice?.name ?? null),
    ofAnnotation(cells.office, 20, ({ voice }) => voice?.office ?? null),
    ofAnnotation(cells.level, 10, ({ voice }) => voice?.level ?? null),
    ofAnnotation(cells.speakerPlace, 14, ({ voice }) => voice?.place ?? null),
    ofAnnotation(cells.note, 40, ({ note }) => note, true),
    ofAnnotation(cells.translation, 40, ({ translation }) => translation, true),
    ofAnnotation(cells.status, 10, ({ statusLabel }) => statusLabel),
    ofAnnotation(cells.coder, 12, ({ coderName }) => coderName),
    ofAnnotation(cells.createdAt, 17, ({ createdAt }) => ({ instant: createdAt })),
    ofAnnotation(cells.changedAt, 17, ({ changedAt }) => ({ instant: changedAt })),
    ofAnnotation(cells.start, 8, ({ place, start }) => (place === null ? null : start)),
    ofAnnotation(cells.end, 8, ({ place, end }) => (place === null ? null : end)),
  ];
}
