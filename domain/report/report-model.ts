import type { Link } from '../contract/annotation.ts';
import type { AnnotationStatus, Language, Relation, VoiceKind } from '../contract/values.ts';
import { reportLabels } from '../languages/report/index.ts';
import type { MetadataField, MethodTerm, Role } from '../languages/report/report-labels.ts';
import { nextGrapheme } from '../text/graphemes.ts';
import { createBodyMeasure } from './body-measure.ts';
import { tabulateCategories } from './category-table.ts';
import { findCategoryUse } from './category-use.ts';
import { describeMetadata } from './describe-metadata.ts';
import { describeMethod } from './describe-method.ts';
import { numberAnnotations } from './number-annotations.ts';
import type { ReportInput } from './report-input.ts';
import { cutText } from './text-runs.ts';

export type { ReportInput, ReportOriginal } from './report-input.ts';

/** A row of metadata; when nothing is known, `values` holds the language's word for that. */
export interface ReportMetadata {
  field: MetadataField;
  label: string;
  values: string[];
  known: boolean;
}

/** Counted from 1: paragraphs without the blank ones, sentences within their paragraph. */
export interface ReportPlace {
  paragraph: number;
  sentence: number;
  endParagraph: number;
  endSentence: number;
}

export interface ReportLink {
  categoryId: string;
  /** As in the codebook; empty for a category without one, or one that is in no codebook given. */
  number: string;
  title: string;
  /** Palette index, 1 to 15; null for a category that is in no codebook given. */
  colour: number | null;
  relation: Relation | null;
  /** In the report's language; null when the relation is not stated. */
  relationLabel: string | null;
  origin: Link['origin'];
}

/** Who speaks; what is not known is null. */
export interface ReportVoice {
  kind: VoiceKind;
  label: string;
  name: string | null;
  office: string | null;
  level: string | null;
  place: string | null;
}

export interface ReportAnnotation {
  /** 1 to n through the placed annotations in text order, then on through the orphans. */
  number: number;
  id: string;
  /** UTF-16 offsets in the article's text; of an orphan, where it last stood. */
  start: number;
  end: number;
  quote: string;
  /** Null for an orphan. */
  place: ReportPlace | null;
  /** Palette index of the first link; null without any. */
  colour: number | null;
  links: ReportLink[];
  voice: ReportVoice | null;
  status: AnnotationStatus;
  statusLabel: string;
  note: string;
  coderName: string;
  createdAt: string;
  changedAt: string;
}

/** A stretch of a paragraph over which the same annotations lie; numbers ascending. */
export interface ReportRun {
  text: string;
  /** UTF-16 offsets in the article's text. */
  start: number;
  end: number;
  annotationNumbers: number[];
  /** Those whose passage begins with this run. */
  opens: number[];
  /** Those whose passage ends with this run. */
  closes: number[];
}

/** Runs in order, none of them empty; joined they are the paragraph's text. */
export interface ReportParagraph {
  /** Counted from 1 without the blank ones; null for a blank one. */
  number: number | null;
  role: Role;
  roleLabel: string;
  start: number;
  end: number;
  runs: ReportRun[];
  /** Numbers of the annotations whose place begins here, ascending. */
  annotationNumbers: number[];
}

/** Numbers of links by relation; `unstated` are those without one. */
export type RelationCounts = Record<Relation | 'unstated', number>;

export interface CategoryRow {
  categoryId: string | null;
  number: string;
  title: string;
  colour: number | null;
  /** Placed annotations, ascending; the same annotation stands in the row of each of its categories. */
  annotationNumbers: number[];
  relations: RelationCounts;
  /** Code points of body text under at least one of these annotations. */
  characters: number;
  /** `characters` of all body text, 0 to 1; null when the article has no body text. */
  share: number | null;
}

/** A part with all that is below it, then the categories in use; no rows when only the part itself is in use. */
export interface CategoryGroup {
  head: CategoryRow;
  rows: CategoryRow[];
}

export interface CategoryTable {
  groups: CategoryGroup[];
  /** Annotations without any link. */
  unlinked: CategoryRow | null;
  all: CategoryRow;
}

export interface ReportCategory {
  id: string;
  number: string;
  title: string;
  /** The title in a second language: the Decision's own for an English report, English otherwise. */
  otherTitle: string;
  otherLanguage: Language;
  colour: number;
}

/** A codebook of which at least one category is in use. */
export interface ReportCodebook {
  id: string;
  revisionId: string;
  revision: number;
  name: string;
  /** How many categories it has, and how many are used here. */
  size: number;
  used: number;
  /** `part` is the root of the tree; `categories` those in use below it, in the codebook's order. */
  parts: { part: ReportCategory; used: boolean; categories: ReportCategory[] }[];
}

export interface ReportTotals {
  /** Orphans included. */
  annotations: number;
  orphans: number;
  links: number;
  /** Different categories that placed annotations are linked to. */
  categories: number;
  notes: number;
  /** Paragraphs that are not blank. */
  paragraphs: number;
  /** Code points. */
  bodyCharacters: number;
  /** Code points of body text under at least one annotation. */
  markedCharacters: number;
  /** 0 to 1; null when the article has no body text. */
  markedShare: number | null;
  /** How many annotations lie over one another at the deepest place. */
  deepest: number;
}

export interface MethodEntry {
  term: MethodTerm;
  label: string;
  sentences: string[];
}

/** The annotated report of one article, without any layout: the writers of all formats start from it. */
export interface ArticleReport {
  language: Language;
  /** The language of the article's text; `zh` when its script is mixed or unknown. */
  textLanguage: 'zh-Hant' | 'zh-Hans' | 'zh';
  /** The title, or when it is unknown the opening of the text. */
  title: { text: string; known: boolean };
  metadata: ReportMetadata[];
  totals: ReportTotals;
  paragraphs: ReportParagraph[];
  /** Placed annotations in text order: by start, the longer first. */
  annotations: ReportAnnotation[];
  orphans: ReportAnnotation[];
  table: CategoryTable;
  codebooks: ReportCodebook[];
  method: MethodEntry[];
  madeAt: string;
}

/**
 * Builds the report of one article from its rows. Pure: the instant and the program's version are passed in.
 * Throws an Error when a placed annotation is not of the article's revision or does not quote what stands at its span,
 * and when the roles are not one a paragraph: a report must never show a passage other than the one annotated.
 */
export function buildArticleReport(input: ReportInput): ArticleReport {
  const { article, language } = input;
  const labels = reportLabels(language);
  const use = findCategoryUse(input.codebooks, language, labels);
  const { annotations, orphans } = numberAnnotations(input, use, labels);
  const { paragraphs, deepest } = cutText(article, annotations, labels);
  const measure = createBodyMeasure(article);
  const table = tabulateCategories(annotations, use, measure);
  const codebooks = use.codebooksInUse(annotations);
  const everyone = [...annotations, ...orphans];
  const totals: ReportTotals = {
    annotations: everyone.length,
    orphans: orphans.length,
    links: everyone.reduce((sum, each) => sum + each.links.length, 0),
    categories: new Set(annotations.flatMap((each) => each.links.map((link) => link.categoryId))).size,
    notes: everyone.filter((each) => each.note.trim() !== '').length,
    paragraphs: paragraphs.filter((paragraph) => paragraph.number !== null).length,
    bodyCharacters: measure.bodyCharacters,
    markedCharacters: table.all.characters,
    markedShare: table.all.share,
    deepest,
  };
  return {
    language,
    textLanguage: article.script === 'hant' ? 'zh-Hant' : article.script === 'hans' ? 'zh-Hans' : 'zh',
    title: titleOf(input, labels.untitled),
    metadata: describeMetadata(input, labels),
    totals,
    paragraphs,
    annotations,
    orphans,
    table,
    codebooks,
    method: describeMethod(input, { annotations, codebooks, measure }, labels),
    madeAt: input.madeAt,
  };
}

const OPENING_GRAPHEMES = 24;

function titleOf({ article }: ReportInput, untitled: string): ArticleReport['title'] {
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
