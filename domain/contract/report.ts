import { z } from 'zod';
import { operation } from './operation.ts';
import { id, language, name, nothing, shortText, token, version } from './values.ts';

/** What a report can be made of, in the order of a plain one; what has nothing to show is left out of a report. */
export const reportSections = [
  'metadata',
  'wholeArticles',
  'text',
  'byCategory',
  'byProvince',
  'counts',
  'findings',
  'pictures',
  'memos',
  'codebook',
  'codingRules',
  'method',
] as const;
export const reportSection = z.enum(reportSections);
export type ReportSection = z.infer<typeof reportSection>;

/** Texts and quotations as they are, or converted for reading; what a conversion changed is marked. */
export const reportScript = z.enum(['as-is', 'hant', 'hans']);
export type ReportScript = z.infer<typeof reportScript>;

/** Quotations as the text reads now, with repaired characters marked, or as they were imported. */
export const quotationMode = z.enum(['as-read', 'marked', 'imported']);

/** What a report is about. */
export const reportChoice = z.discriminatedUnion('by', [
  /** Articles with all their annotations, in this order. */
  z.strictObject({ by: z.literal('articles'), articleIds: z.array(id).min(1).max(10_000) }),
  /** These annotations, wherever they are. */
  z.strictObject({ by: z.literal('annotations'), annotationIds: z.array(id).min(1).max(100_000) }),
  /** What is linked to these categories and all below them, in the articles that are not left out. */
  z.strictObject({ by: z.literal('categories'), categoryIds: z.array(id).min(1).max(1000) }),
  /** What a comparison that was kept counts, as the articles are coded now; its own numbers stay. */
  z.strictObject({ by: z.literal('finding'), findingId: id }),
]);
export type ReportChoice = z.infer<typeof reportChoice>;

/** Comparisons that a report can show. */
export const mostFindings = 20;

export const reportPlan = z.strictObject({
  sections: z
    .array(reportSection)
    .min(1)
    .max(reportSections.length)
    .refine((all) => new Set(all).size === all.length, 'a section stands once'),
  script: reportScript,
  quotations: quotationMode,
  /** Comparisons that were kept, which the report shows; where it is not said, the one that it is about. */
  findingIds: z.array(id).max(mostFindings).optional(),
  /** Of the labels. */
  language,
  /** In place of the title the program gives. */
  title: shortText.optional(),
});
export type ReportPlan = z.infer<typeof reportPlan>;

export const reportFormats = ['html', 'docx', 'pdf', 'markdown', 'xlsx', 'csv', 'ris', 'bibtex'] as const;
export const reportFormat = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof reportFormat>;

/** A plan with its format, under a name of her own. */
const templateContent = {
  name,
  format: reportFormat,
  plan: reportPlan.omit({ title: true, findingIds: true }),
  /** Of a CSV: whether it begins with a byte order mark, by which Excel knows UTF-8. */
  byteOrderMark: z.boolean(),
};
export const reportTemplate = z.strictObject({ id, version, ...templateContent });
export type ReportTemplate = z.infer<typeof reportTemplate>;

export const reportOperations = {
  'report.export': operation(
    'job',
    'Makes a report as one file: of articles, annotations, categories or a comparison that was kept, by a plan, in a format.',
    z.strictObject({
      choice: reportChoice,
      plan: reportPlan,
      format: reportFormat,
      byteOrderMark: z.boolean().optional(),
    }),
    z.strictObject({ file: token, name: z.string(), bytes: z.int() }),
  ),
  'report.preview': operation(
    'job',
    'The beginning of a report as it will stand in its file.',
    z.strictObject({ choice: reportChoice, plan: reportPlan }),
    z.strictObject({
      /** Markup of the sheet, in which everything of the corpus is text, and its style for a shadow root. */
      markup: z.string(),
      style: z.string(),
      /** How many articles and annotations the whole report has, and how many of the articles are shown here. */
      articles: z.int(),
      annotations: z.int(),
      shownArticles: z.int(),
    }),
  ),
  'reportTemplate.list': operation(
    'read',
    'The templates of reports of this corpus, by name.',
    nothing,
    z.array(reportTemplate),
  ),
  'reportTemplate.save': operation(
    'write',
    'Keeps how a report is made under a name; with a version, changes the template of that id.',
    z.strictObject({ id, version: version.optional(), ...templateContent }),
    reportTemplate,
  ),
  'reportTemplate.remove': operation(
    'write',
    'Puts a template of reports into the bin.',
    z.strictObject({ id, version }),
    nothing,
  ),
};
