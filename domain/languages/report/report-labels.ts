import type { Link } from '../../contract/annotation.ts';
import type { ArticleText, Exclusion } from '../../contract/article.ts';
import type { CategoryMeaning, CodingRules } from '../../contract/codebook.ts';
import type { MemoSubject } from '../../contract/memo.ts';
import type { ReportSection } from '../../contract/report.ts';
import type { AnnotationStatus, CodingState, Relation, Voice, VoiceKind } from '../../contract/values.ts';

export type Role = ArticleText['roles'][number];
export type OfficeLevel = NonNullable<Voice['level']>;
export type Origin = Link['origin'];
export type MetadataField =
  | 'title'
  | 'outlet'
  | 'outletProvince'
  | 'places'
  | 'publishedOn'
  | 'reporters'
  | 'editor'
  | 'source'
  | 'genre'
  | 'script'
  | 'address'
  | 'fileName'
  | 'corpus'
  | 'coders'
  | 'madeAt';
/** A column of a spreadsheet that has no name elsewhere. */
export type ReportCell =
  | 'annotation'
  | 'article'
  | 'paragraph'
  | 'sentence'
  | 'start'
  | 'end'
  | 'quote'
  | 'converted'
  | 'categoryNumber'
  | 'category'
  | 'relation'
  | 'origin'
  | 'voice'
  | 'speaker'
  | 'office'
  | 'level'
  | 'speakerPlace'
  | 'status'
  | 'note'
  | 'translation'
  | 'references'
  | 'coder'
  | 'createdAt'
  | 'changedAt'
  | 'citation'
  | 'annotations'
  | 'unstated'
  | 'characters'
  | 'share'
  | 'wholeArticle'
  | 'bodyCharacters'
  | 'markedCharacters'
  | 'part'
  | 'otherTitle'
  | 'codebook'
  | 'term'
  | 'sentences';
export type MethodTerm =
  | 'program'
  | 'selection'
  | 'corpus'
  | 'original'
  | 'changes'
  | 'script'
  | 'codebook'
  | 'codingRules'
  | 'coders'
  | 'codingState'
  | 'origins'
  | 'relations'
  | 'counting'
  | 'offsets';

/** A year and, as far as they are known, month (1 to 12) and day (1 to 31). */
export interface DateParts {
  year: number;
  month: number | null;
  day: number | null;
}

/** From one sentence to another; both counted from 1, sentences within their paragraph. */
export interface PlaceParts {
  paragraph: number;
  sentence: number;
  endParagraph: number;
  endSentence: number;
}

/** A value and how often it occurs. */
export interface Tally {
  label: string;
  count: number;
}

/** The way of the texts from those found to those counted, as `corpus.flow` has it, the reasons in words. */
export interface FlowParts {
  found: number;
  refused: number;
  duplicates: number;
  excluded: readonly Tally[];
  removed: number;
  included: number;
}

/** Every word of a report in one language. A key that one language lacks is a type error. */
export interface ReportLabels {
  documentKind: string;
  untitled: string;
  unknown: string;
  /** Stands for a category that is in no codebook of the report. */
  missingCategory: string;
  emptyText: string;
  noAnnotations: string;
  howToRead: string;
  /** Names a report of several articles. */
  collection: (corpus: string, articles: number, annotations: number) => string;
  /** Stands behind a quotation of which a conversion changed characters. */
  convertedMark: string;
  /** Stands behind a quotation that is given as it was imported, where it was repaired since. */
  importedMark: string;
  translation: string;
  /** A quotation in a line of text, with its marks, and in brackets who speaks and where it stands. */
  quoted: (quote: string, marks: readonly string[], source: readonly string[]) => string;
  /** A name with office and place. */
  withDetails: (name: string, details: string) => string;
  sections: Record<ReportSection | 'orphans' | 'contents', string>;
  /** The head of the metadata of several articles. */
  articles: string;
  citation: string;
  meaning: Record<keyof CategoryMeaning, string>;
  rules: Record<keyof CodingRules, string>;
  memoAbout: Record<MemoSubject, (name: string) => string>;
  exclusions: Record<Exclusion['reason'], string>;
  passages: (count: number) => string;
  /** Sheets of a spreadsheet, and their columns. */
  sheets: Record<'passages' | 'counts' | 'finding' | 'articles' | 'codebook' | 'method', string>;
  cells: Record<ReportCell, string>;
  fields: Record<MetadataField, string>;
  scripts: Record<'hant' | 'hans' | 'mixed', string>;
  totals: Record<
    | 'articles'
    | 'annotations'
    | 'links'
    | 'categories'
    | 'notes'
    | 'orphans'
    | 'bodyCharacters'
    | 'markedCharacters'
    | 'markedShare',
    string
  >;
  columns: Record<'category' | 'annotations' | 'unstated' | 'characters' | 'share', string>;
  tableRows: { itself: string; unlinked: string; all: string };
  relations: Record<Relation, string>;
  roles: Record<Role, string>;
  /** With the space that follows it, where the language has one. */
  colon: string;
  semicolon: string;
  voices: Record<VoiceKind, string>;
  levels: Record<OfficeLevel, string>;
  statuses: Record<AnnotationStatus, string>;
  toPassage: (number: number) => string;
  toNote: (number: number) => string;
  orphansExplained: (count: number) => string;
  place: (place: PlaceParts) => string;
  date: (date: DateParts) => string;
  /** `day` and `time` as in ISO 8601, in UTC. */
  instant: (day: string, time: string) => string;
  number: (value: number) => string;
  /** A share from 0 to 1 as a percentage with one decimal. */
  share: (value: number) => string;
  list: (items: readonly string[]) => string;
  codebookName: (name: string, revision: number) => string;
  codebookUse: (used: number, all: number) => string;
  methodTerms: Record<MethodTerm, string>;
  method: {
    program: (program: string, instant: string) => string;
    file: (name: string, bytes: number, encoding: string) => string;
    bytesSha256: (hash: string) => string;
    textSha256: (hash: string) => string;
    selection: {
      articles: (articles: number, annotations: number) => string;
      annotations: (articles: number, annotations: number) => string;
      categories: (categories: string, articles: number, annotations: number) => string;
      /** Of a comparison that was kept. */
      finding: (name: string, articles: number, annotations: number) => string;
    };
    flow: (flow: FlowParts) => string;
    reprints: (reprints: { articles: number; families: number }, counted: number) => string;
    noReprints: string;
    /** Articles of the report that are left out of the corpus's counts. */
    leftOutShown: (articles: number) => string;
    files: (files: number, encodings: readonly Tally[]) => string;
    outlets: (outlets: readonly Tally[]) => string;
    provinces: (provinces: readonly Tally[]) => string;
    /** From one date to another, and how many articles have none. */
    period: (from: string, to: string, undated: number) => string;
    asIs: string;
    converted: Record<'hant' | 'hans' | 'as-is', string>;
    convertedMarks: string;
    quotations: Record<'marked' | 'imported', string>;
    noRules: string;
    openRepairs: (count: number) => string;
    originalsKept: string;
    codingStateCounts: (coder: string, complete: number, inProgress: number, notBegun: number) => string;
    noChanges: string;
    repairs: (count: number, reasons: readonly Tally[]) => string;
    corrections: (count: number, reasons: readonly Tally[]) => string;
    revision: (revision: number) => string;
    /** Words for the reasons the program itself gives; other reasons are printed as they are. */
    reasons: Readonly<Record<string, string>>;
    codebook: (name: string, revision: number, used: number, all: number) => string;
    otherRevisions: (links: number) => string;
    noCodebook: string;
    coders: (coders: readonly Tally[]) => string;
    noCoders: string;
    madeBy: (coder: string) => string;
    codingStates: Record<CodingState, (coder: string) => string>;
    origins: Record<Origin, string>;
    originCounts: (origins: readonly (Tally & { share: number })[]) => string;
    noLinks: string;
    relations: Record<Relation, string>;
    units: string;
    characters: string;
    outsideBody: (count: number) => string;
    offsets: string;
  };
}
