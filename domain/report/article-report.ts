import { citeApa, citedOf, citeGbt7714 } from '../citation/cite.ts';
import type { ArticleText } from '../contract/article.ts';
import type { Language } from '../contract/values.ts';
import { simplifiedPlaceName } from '../gazetteer/complete-place.ts';
import { translationIn } from '../languages/interface/translation.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import { nextGrapheme } from '../text/graphemes.ts';
import { type BodyMeasure, createBodyMeasure } from './body-measure.ts';
import type { CategoryUse } from './category-use.ts';
import { describeMetadata } from './describe-metadata.ts';
import { numberAnnotations } from './number-annotations.ts';
import { createReading } from './reading.ts';
import type { ReportedReferenceLink, ReportInput, ReportSource } from './report-input.ts';
import type { ArticleReport } from './report-model.ts';
import { cutText } from './text-runs.ts';

/** What the articles before it leave behind. */
export interface Before {
  articles: number;
  annotations: number;
}

/**
 * Describes one article of a report. Throws an Error when a placed annotation is not of the article's revision or does not
 * quote what stands at its span, and when the roles are not one a paragraph: a report must never show a passage other than
 * the one annotated.
 */
export function describeArticle(
  source: ReportSource,
  input: ReportInput,
  before: Before,
  use: CategoryUse,
  labels: ReportLabels,
): { report: ArticleReport; measure: BodyMeasure; deepest: number } {
  const { article } = source;
  const { language } = input.plan;
  const number = before.articles + 1;
  const reading = createReading(article.text, input.convert);
  const numbered = numberAnnotations(source, {
    article: number,
    before: before.annotations,
    use,
    labels,
    reading,
    quotations: input.plan.quotations,
    describeReference: referenceTeller(language, labels),
  });
  const { paragraphs, deepest } = cutText(article, numbered.annotations, labels, reading);
  const measure = createBodyMeasure(article);
  const report: ArticleReport = {
    number,
    id: article.id,
    textLanguage: textLanguageOf(article, input),
    title: titleOf(article, labels.untitled),
    outlet: article.outlet,
    province: provinceIn(article.outletProvince, language),
    metadata: describeMetadata(source, input, labels),
    citations: { gbt7714: citeGbt7714(article), apa: citeApa(article) },
    cited: citedOf(article),
    wholeArticle: linksOfWhole(source, input).map(({ categoryId, coderName }) => {
      const { number, title, colour } = use.describeLink({ categoryId, relation: null, origin: 'hand' });
      return { number, title, colour, coderName };
    }),
    paragraphs,
    ...numbered,
    bodyCharacters: measure.bodyCharacters,
    markedCharacters: measure.characters(numbered.annotations),
  };
  return { report, measure, deepest };
}

/** Those of the categories that the report is about, if it is about any. */
export function linksOfWhole({ articleLinks }: ReportSource, { focus }: ReportInput) {
  return focus === null ? articleLinks : articleLinks.filter(({ categoryId }) => focus.has(categoryId));
}

function referenceTeller(language: Language, labels: ReportLabels) {
  const { t } = translationIn(language);
  return ({ name, level, place, relation }: ReportedReferenceLink): string =>
    [
      `${name} · ${t(`references.level.${level}`)} ${place}`,
      ...(relation === null ? [] : [labels.relations[relation]]),
    ].join(labels.semicolon);
}

function textLanguageOf({ script }: ArticleText, { plan, convert }: ReportInput): ArticleReport['textLanguage'] {
  const shown = convert === null || plan.script === 'as-is' ? script : plan.script;
  return shown === 'hant' ? 'zh-Hant' : shown === 'hans' ? 'zh-Hans' : 'zh';
}

function provinceIn(province: string | null, language: Language): string | null {
  if (province === null || language !== 'zh-Hans') return province;
  return province === '全國' ? '全国' : simplifiedPlaceName(province);
}

const OPENING_GRAPHEMES = 24;

/** The title, or the beginning of the text, cut between graphemes. */
function titleOf(article: ArticleText, untitled: string): ArticleReport['title'] {
  const known = article.title?.trim() ?? '';
  if (known !== '') return { text: known, known: true };
  const [opening = ''] = article.text.trimStart().split('\n', 1);
  if (opening === '') return { text: untitled, known: false };
  let end = 0;
  for (let count = 0; count < OPENING_GRAPHEMES; count++) end = end < opening.length ? nextGrapheme(opening, end) : end;
  if (end >= opening.length) return { text: opening, known: false };
  // A bracket that was cut open, such as a gloss, is left out whole.
  const shown = opening.slice(0, end).replace(/[(（][^()（）]*$/u, '');
  return { text: `${shown}……`, known: false };
}
