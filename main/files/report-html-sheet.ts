import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ArticleReport, Report, ReportAnnotation } from '#domain/report/report-model.ts';
import { type Markup, markup } from './report-html-markup.ts';

/** What the parts of a document have to know of one another. */
export interface Sheet {
  readonly report: Report;
  readonly labels: ReportLabels;
  /** Whether the texts stand in it, to which the number of an annotation can lead. */
  readonly hasTexts: boolean;
  /** The section in which each annotation stands with its own anchor; null when none lists them. */
  readonly home: 'text' | 'byCategory' | 'byProvince' | null;
  readonly several: boolean;
  readonly severalCoders: boolean;
  annotationOf(number: number): ReportAnnotation;
  articleOf(annotation: ReportAnnotation): ArticleReport;
}

export function layOut(report: Report, labels: ReportLabels): Sheet {
  const { articles, sections } = report;
  const annotations = articles.flatMap(({ annotations, orphans }) => [...annotations, ...orphans]);
  const byNumber = new Map(annotations.map((annotation) => [annotation.number, annotation]));
  const lists = ['text', 'byCategory', 'byProvince'] as const;
  return {
    report,
    labels,
    hasTexts: sections.includes('text'),
    home: lists.find((section) => sections.includes(section)) ?? null,
    several: articles.length > 1,
    severalCoders: new Set(annotations.map(({ coderName }) => coderName)).size > 1,
    annotationOf: (number) => {
      const annotation = byNumber.get(number);
      if (annotation === undefined) throw new Error(`no annotation ${number}`);
      return annotation;
    },
    articleOf: ({ article }) => {
      const found = articles[article - 1];
      if (found === undefined) throw new Error(`no article ${article}`);
      return found;
    },
  };
}

/** The number of an annotation, leading to where it stands, if it does. */
export function numberLink(number: number, { home }: Sheet): Markup {
  return home === null ? markup`<span>${number}</span>` : markup`<a href="${`#a${number}`}">${number}</a>`;
}
