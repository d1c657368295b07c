import type { Cited } from '../citation/cite.ts';
import type { Link } from '../contract/annotation.ts';
import type { ReportScript, ReportSection } from '../contract/report.ts';
import type { AnnotationStatus, Language, Relation, VoiceKind } from '../contract/values.ts';
import type { Shown } from '../matrix/read-matrix.ts';
import type { Picture } from '../pictures/picture.ts';
import type { MetadataField, MethodTerm, Role } from '../languages/report/report-labels.ts';

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
  /** From 1 through the report: in each article the placed annotations in text order, then its orphans. */
  number: number;
  /** The number of its article. */
  article: number;
  id: string;
  /** UTF-16 offsets in the article's text; of an orphan, where it last stood. */
  start: number;
  end: number;
  /** The passage, in the script of the report and as its plan wants quotations: repaired characters may be in 〔〕. */
  quote: string;
  /** Whether it has characters that a repair or a correction put in. */
  repaired: boolean;
  /** Whether a conversion changed a character of the passage. */
  converted: boolean;
  /** What must stand behind the quotation, such as `[script converted]`; each has its own brackets. */
  quoteMarks: string[];
  /** Null for an orphan. */
  place: ReportPlace | null;
  /** Palette index of the first link; null without any. */
  colour: number | null;
  links: ReportLink[];
  /** The places of reference texts that it is linked to, each in a line: the text, what of it, how it is taken up. */
  references: string[];
  voice: ReportVoice | null;
  status: AnnotationStatus;
  statusLabel: string;
  note: string;
  /** The researcher's own, empty without one. */
  translation: string;
  coderName: string;
  createdAt: string;
  changedAt: string;
}

/** A stretch of a paragraph over which the same annotations lie; numbers ascending. */
export interface ReportRun {
  /** In the script of the report. */
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

/** Runs in order, none of them empty; joined they are the paragraph's text, in the script of the report. */
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

/** A part of what a category means, with the name of the part. */
export interface MeaningPart {
  label: string;
  text: string;
}

export interface ReportCategory {
  id: string;
  number: string;
  title: string;
  /** The title in a second language: the Decision's own for an English report, English otherwise. */
  otherTitle: string;
  otherLanguage: Language;
  colour: number;
  /** Definition, rules for and against, boundary cases, examples: those that are written. */
  meaning: MeaningPart[];
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
  articles: number;
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

/** A bibliographic description of an article in the two styles a paper may ask for. */
export interface Citations {
  /** GB/T 7714–2015. */
  gbt7714: string;
  /** APA, seventh edition. */
  apa: string;
}

/** One article of a report. */
export interface ArticleReport {
  /** From 1, in the order of the report. */
  number: number;
  id: string;
  /** The language of the article's text; `zh` when its script is mixed or unknown. */
  textLanguage: 'zh-Hant' | 'zh-Hans' | 'zh';
  /** The title, or when it is unknown the opening of the text. */
  title: { text: string; known: boolean };
  outlet: string | null;
  /** As the labels' language writes it. */
  province: string | null;
  metadata: ReportMetadata[];
  citations: Citations;
  /** What a bibliography names, as it is known. */
  cited: Cited;
  /** The categories of the article as a whole, with who gave them. */
  wholeArticle: { number: string; title: string; colour: number | null; coderName: string }[];
  paragraphs: ReportParagraph[];
  /** Placed annotations in text order: by start, the longer first. */
  annotations: ReportAnnotation[];
  orphans: ReportAnnotation[];
  /** Code points. */
  bodyCharacters: number;
  markedCharacters: number;
}

/** Passages under one heading; `level` 1 for a part or a province, 2 for what stands below a part. */
export interface PassageGroup {
  level: 1 | 2;
  categoryId: string | null;
  number: string;
  title: string;
  colour: number | null;
  /** Numbers of annotations, ascending; none under a part of which only categories below it are in use. */
  annotationNumbers: number[];
}

export interface ReportMemo {
  about: string;
  title: string;
  body: string;
  coderName: string;
  /** `2024-08-05`, in UTC. */
  day: string;
}

/** A cell of a comparison that was kept. */
export interface ComparedCell {
  /** The value as the language writes it, or a sign for what has none. */
  text: string;
  value: number | null;
  state: Shown['state'];
  /** Of the shading; 0 is not shaded. */
  step: number;
}

export interface ComparedLine {
  name: string;
  cells: ComparedCell[];
  /** Whether it sums up the others. */
  whole: boolean;
}

/** A comparison that was kept: its numbers as they were, and what has changed since. */
export interface ReportFinding {
  name: string;
  /** The researcher's own, empty without one. */
  note: string;
  /** What was asked, in a line. */
  asked: string;
  /** When, by whom and of what it was counted, and what the corpus went through since. */
  facts: { label: string; text: string }[];
  unit: string;
  /** The name over the lines' names, then one for each cell. */
  heads: string[];
  lines: ComparedLine[];
  /** Says how many cells differ now; each of them, as far as they can be counted now. */
  since: string;
  changes: { row: string; column: string; before: string; now: string }[];
  changeHeads: { row: string; column: string; before: string; now: string };
  /** What was counted, a statement a line. */
  notes: string[];
}

/** A report without any layout: the writers of all formats start from it. */
export interface Report {
  language: Language;
  script: ReportScript;
  title: { text: string; known: boolean };
  /** The language of the title, when it is that of an article. */
  titleLanguage: Language | 'zh';
  /** Those of the plan that have something to show, in its order. */
  sections: ReportSection[];
  /** What the head of the report says of it as a whole; for one article its metadata say the same. */
  totals: ReportTotals;
  articles: ArticleReport[];
  byCategory: PassageGroup[];
  byProvince: PassageGroup[];
  table: CategoryTable;
  codebooks: ReportCodebook[];
  codingRules: MeaningPart[];
  memos: ReportMemo[];
  findings: ReportFinding[];
  /** Ready to be drawn in any document. */
  pictures: Picture[];
  method: MethodEntry[];
  corpusName: string;
  coderName: string;
  madeAt: string;
}
