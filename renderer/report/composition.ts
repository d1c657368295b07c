import {
  mostFindings,
  type ReportChoice,
  type ReportFormat,
  type ReportPlan,
  type ReportSection,
  type ReportTemplate,
  reportSections,
} from '#domain/contract/report.ts';
import { currentLanguage } from '../app/language.ts';

/** A report being composed: its sections in order, those left out included, so that each keeps its place. */
export interface Composition extends Omit<ReportPlan, 'sections' | 'title' | 'findingIds'> {
  order: readonly ReportSection[];
  chosen: ReadonlySet<ReportSection>;
  title: string;
  /** Which of the comparisons that were kept: all there are, or these. */
  findings: 'all' | readonly string[];
  format: ReportFormat;
  byteOrderMark: boolean;
}

const first: Readonly<Record<'article' | ReportChoice['by'], readonly ReportSection[]>> = {
  article: ['metadata', 'wholeArticles', 'text', 'counts', 'memos', 'codebook', 'codingRules', 'method'],
  articles: [
    'metadata',
    'wholeArticles',
    'text',
    'byCategory',
    'byProvince',
    'counts',
    'memos',
    'codebook',
    'codingRules',
    'method',
  ],
  annotations: ['byCategory', 'counts', 'metadata', 'codebook', 'codingRules', 'method'],
  finding: ['findings', 'pictures', 'byCategory', 'method'],
  categories: [
    'byCategory',
    'wholeArticles',
    'byProvince',
    'counts',
    'memos',
    'codebook',
    'metadata',
    'codingRules',
    'method',
  ],
};

/** What is proposed for a choice, until she changes it. */
export function proposed(choice: ReportChoice): Composition {
  const one = choice.by === 'articles' && choice.articleIds.length === 1;
  return {
    ...arranged(first[one ? 'article' : choice.by]),
    script: 'as-is',
    quotations: 'as-read',
    language: currentLanguage(),
    title: '',
    findings: choice.by === 'finding' ? [choice.findingId] : 'all',
    format: 'html',
    byteOrderMark: true,
  };
}

/** The plan of a report, in a corpus with these comparisons kept. */
export function planOf(composition: Composition, kept: readonly string[]): ReportPlan {
  const { order, chosen, script, quotations, language, title } = composition;
  const given = title.trim();
  const sections = order.filter((section) => chosen.has(section));
  return {
    sections,
    script,
    quotations,
    language,
    ...(showsFindings(composition) ? { findingIds: findingsOf(composition, kept) } : {}),
    ...(given === '' ? {} : { title: given }),
  };
}

/** Whether it has a section in which comparisons stand. */
export function showsFindings({ chosen }: Pick<Composition, 'chosen'>): boolean {
  return chosen.has('findings') || chosen.has('pictures');
}

/** The comparisons that it shows, of those that are kept, as many as a report can have. */
export function findingsOf({ findings }: Pick<Composition, 'findings'>, kept: readonly string[]): string[] {
  return kept.filter((id) => findings === 'all' || findings.includes(id)).slice(0, mostFindings);
}

/** Goes by a template, the title aside. */
export function byTemplate(composition: Composition, { plan, format, byteOrderMark }: ReportTemplate): Composition {
  const { sections, ...rest } = plan;
  return { ...composition, ...arranged(sections), ...rest, format, byteOrderMark };
}

/** What a template keeps of it. */
export function templateOf(composition: Composition): Pick<ReportTemplate, 'plan' | 'format' | 'byteOrderMark'> {
  const { title: _title, ...plan } = planOf(composition, []);
  return { plan, format: composition.format, byteOrderMark: composition.byteOrderMark };
}

/** Moves a section by one place. */
export function stepSection(
  order: readonly ReportSection[],
  section: ReportSection,
  step: -1 | 1,
): readonly ReportSection[] {
  const at = order.indexOf(section);
  const other = order[at + step];
  if (other === undefined) return order;
  return order.map((each) => (each === section ? other : each === other ? section : each));
}

/** Puts some sections, in their present order, before or after another. */
export function placeSections(
  order: readonly ReportSection[],
  moved: ReadonlySet<unknown>,
  target: unknown,
  where: 'before' | 'after',
): readonly ReportSection[] {
  if (moved.has(target)) return order;
  const carried = order.filter((each) => moved.has(each));
  return order.flatMap((each) => {
    if (moved.has(each)) return [];
    if (each !== target) return [each];
    return where === 'before' ? [...carried, each] : [each, ...carried];
  });
}

function arranged(sections: readonly ReportSection[]): Pick<Composition, 'order' | 'chosen'> {
  const others = reportSections.filter((section) => !sections.includes(section));
  return { order: [...sections, ...others], chosen: new Set(sections) };
}
