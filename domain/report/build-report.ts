import type { Memo } from '../contract/memo.ts';
import type { ReportSection } from '../contract/report.ts';
import { reportLabels } from '../languages/report/index.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import { plainNote } from '../text/plain-note.ts';
import { describeArticle, linksOfWhole } from './article-report.ts';
import { type BodyMeasure, joinMeasures } from './body-measure.ts';
import { tabulateCategories } from './category-table.ts';
import { findCategoryUse } from './category-use.ts';
import { describeFinding } from './describe-finding.ts';
import { describeMethod } from './describe-method.ts';
import { groupByCategory, groupByProvince } from './passage-groups.ts';
import type { ReportInput } from './report-input.ts';
import type { ArticleReport, Report, ReportMemo, ReportTotals } from './report-model.ts';
import { listPictures } from './report-pictures.ts';
import { writtenRules } from './written-rules.ts';

/**
 * Builds a report from rows. Pure: the instant, the program's version and the conversion are passed in. Throws an Error
 * when an annotation does not quote what stands at its span (see `describeArticle`), and when there are no articles and it
 * is not about a comparison.
 */
export function buildReport(input: ReportInput): Report {
  const { plan, focus } = input;
  const labels = reportLabels(plan.language);
  const use = findCategoryUse(input.codebooks, plan.language, labels);
  const articles: ArticleReport[] = [];
  const measures: BodyMeasure[] = [];
  let deepest = 0;
  let numbered = 0;
  for (const source of input.sources) {
    const before = { articles: articles.length, annotations: numbered };
    const described = describeArticle(source, input, before, use, labels);
    articles.push(described.report);
    measures.push(described.measure);
    deepest = Math.max(deepest, described.deepest);
    numbered += source.annotations.length;
  }
  const annotations = articles.flatMap((article) => article.annotations);
  const orphans = articles.flatMap((article) => article.orphans);
  const everyone = [...annotations, ...orphans].toSorted((a, b) => a.number - b.number);
  const measure = joinMeasures(measures);
  const table = tabulateCategories(annotations, use, measure, focus);
  const ofWholes = input.sources.flatMap((source) => linksOfWhole(source, input).map(({ categoryId }) => categoryId));
  const codebooks = use.codebooksInUse(annotations, ofWholes);
  const markedCharacters = measure.characters(annotations);
  const totals: ReportTotals = {
    articles: articles.length,
    annotations: everyone.length,
    orphans: orphans.length,
    links: everyone.reduce((sum, each) => sum + each.links.length, 0),
    categories: new Set(annotations.flatMap((each) => each.links.map((link) => link.categoryId))).size,
    notes: everyone.filter((each) => each.note.trim() !== '').length,
    paragraphs: articles.reduce((sum, { paragraphs }) => sum + paragraphs.filter(isNumbered).length, 0),
    bodyCharacters: measure.bodyCharacters,
    markedCharacters,
    markedShare: measure.share(markedCharacters),
    deepest,
  };
  const report: Report = {
    language: plan.language,
    script: plan.script,
    ...titleOf(input, articles, totals, labels),
    sections: [...plan.sections],
    totals,
    articles,
    byCategory: groupByCategory(everyone, use, labels, focus),
    byProvince: groupByProvince(articles, labels),
    table,
    codebooks,
    codingRules: writtenRules(input.codingRules, labels),
    memos: describeMemos(input, articles, labels),
    findings: plan.sections.includes('findings')
      ? input.findings.map((kept) => describeFinding(kept, input, labels))
      : [],
    pictures: plan.sections.includes('pictures') ? listPictures(input, articles, table) : [],
    method: describeMethod(input, { annotations, codebooks, measure }, labels),
    corpusName: input.corpusName,
    coderName: input.coderName,
    madeAt: input.madeAt,
  };
  return { ...report, sections: plan.sections.filter((section) => hasContent(report, section)) };
}

function isNumbered({ number }: ArticleReport['paragraphs'][number]): boolean {
  return number !== null;
}

function titleOf(
  { plan, about, corpusName, whole: given }: ReportInput,
  articles: readonly ArticleReport[],
  totals: ReportTotals,
  labels: ReportLabels,
): Pick<Report, 'title' | 'titleLanguage'> {
  const own = plan.title?.trim() ?? '';
  if (own !== '') return { title: { text: own, known: true }, titleLanguage: plan.language };
  const whole = given ?? totals;
  const [only, ...others] = articles;
  if (about !== null) return { title: { text: about.finding.name, known: true }, titleLanguage: plan.language };
  if (only === undefined) throw new Error('a report of no articles');
  if (whole.articles === 1 && others.length === 0) return { title: only.title, titleLanguage: only.textLanguage };
  const text = labels.collection(corpusName, whole.articles, whole.annotations);
  return { title: { text, known: true }, titleLanguage: plan.language };
}

function hasContent(report: Report, section: ReportSection): boolean {
  switch (section) {
    case 'wholeArticles':
      return report.articles.some(({ wholeArticle }) => wholeArticle.length > 0);
    case 'byCategory':
      return report.byCategory.length > 0;
    case 'byProvince':
      return report.byProvince.length > 0;
    case 'counts':
      return report.totals.annotations > report.totals.orphans;
    case 'findings':
      return report.findings.length > 0;
    case 'pictures':
      return report.pictures.length > 0;
    case 'memos':
      return report.memos.length > 0;
    case 'codebook':
      return report.codebooks.length > 0;
    case 'codingRules':
      return report.codingRules.length > 0;
    case 'metadata':
    case 'text':
      return report.articles.length > 0;
    case 'method':
      return true;
  }
}

function describeMemos(input: ReportInput, articles: readonly ArticleReport[], labels: ReportLabels): ReportMemo[] {
  const titles = new Map(articles.map(({ id, title }) => [id, title.text]));
  const use = findCategoryUse(input.codebooks, input.plan.language, labels);
  const aboutOf = ({ subject, subjectId }: Memo): string => {
    if (subject === 'corpus') return labels.memoAbout.corpus(input.corpusName);
    if (subject === 'article') return labels.memoAbout.article(titles.get(subjectId) ?? labels.untitled);
    const { number, title } = use.describeLink({ categoryId: subjectId, relation: null, origin: 'hand' });
    return labels.memoAbout.category(`${number} ${title}`.trim());
  };
  return input.memos.map((memo) => ({
    about: aboutOf(memo),
    title: memo.title,
    body: plainNote(memo.body),
    coderName: memo.coderName,
    day: memo.changedAt.slice(0, 10),
  }));
}
