import type { z } from 'zod';
import type { Alteration } from '../citation/quote-passage.ts';
import type { Annotation } from '../contract/annotation.ts';
import type { ArticleText, textChange } from '../contract/article.ts';
import type { Codebook, CodingRules } from '../contract/codebook.ts';
import type { FindingThenAndNow } from '../contract/finding.ts';
import type { Output } from '../contract/index.ts';
import type { Memo } from '../contract/memo.ts';
import type { ReferenceLevel } from '../contract/reference-link.ts';
import type { ReportChoice, ReportPlan } from '../contract/report.ts';
import type { Relation } from '../contract/values.ts';

/** The file an article came from and everything that was changed between it and the text shown. */
export interface ReportOriginal {
  fileName: string;
  encoding: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  bytesSha256: string;
  textSha256: string;
  /** What made the text well-formed, and the repairs of damage that stand in it. */
  changes: readonly z.infer<typeof textChange>[];
  repairs: readonly z.infer<typeof textChange>[];
}

/** A place of a reference text that an annotation is linked to. */
export interface ReportedReferenceLink {
  annotationId: string;
  /** The reference text's. */
  name: string;
  level: ReferenceLevel;
  /** Number and title, or the words of a sentence. */
  place: string;
  relation: Relation | null;
}

/** An article with what is reported of it. */
export interface ReportSource {
  /** Its `codingState` is that of the coder who makes the report. */
  article: ArticleText;
  original: ReportOriginal;
  /** In any order; those that are placed are in offsets of the article's revision. */
  annotations: readonly Annotation[];
  /** What repairs and corrections put into the text, sorted. */
  alterations: readonly Alteration[];
  /** The places of reference texts that its annotations are linked to. */
  referenceLinks: readonly ReportedReferenceLink[];
  /** The categories of the article as a whole. */
  articleLinks: Output<'articleLink.list'>;
}

/** All that a report is made of. */
export interface ReportInput {
  /** In the order of the report. */
  sources: readonly ReportSource[];
  /** Of a report of which only the beginning is built: how much the whole has, for its title. */
  whole?: { articles: number; annotations: number };
  /** What was asked for, and the categories it comes down to when it asks for categories; all are reported when null. */
  by: ReportChoice['by'];
  focus: ReadonlySet<string> | null;
  codebooks: readonly Codebook[];
  codingRules: CodingRules;
  /** Of the articles, of the categories in use, and of the corpus. */
  memos: readonly Memo[];
  /** The comparison that it is about, if it is about one. */
  about: FindingThenAndNow | null;
  /** Comparisons that it shows, in its order. */
  findings: readonly FindingThenAndNow[];
  /** By their ids, as the conditions of comparisons name them. */
  coderNames: ReadonlyMap<string, string>;
  /** Whether there is a reference text to compare with. */
  hasReferences: boolean;
  flow: Output<'corpus.flow'>;
  plan: ReportPlan;
  /** Converts a text to the script of the plan; null when it is taken as it is. */
  convert: ((text: string) => string) | null;
  coderName: string;
  corpusName: string;
  programVersion: string;
  /** The instant of making, ISO 8601 in UTC. */
  madeAt: string;
}
