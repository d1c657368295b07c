import type { z } from 'zod';
import type { Annotation } from '../contract/annotation.ts';
import type { ArticleText, textChange } from '../contract/article.ts';
import type { Codebook } from '../contract/codebook.ts';
import type { CodingState, Language } from '../contract/values.ts';

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

/** All that a report of one article is made of. */
export interface ReportInput {
  article: ArticleText;
  original: ReportOriginal;
  /** In any order; those that are placed are in offsets of the article's revision. */
  annotations: readonly Annotation[];
  codebooks: readonly Codebook[];
  /** The coding status that `coderName` gave the article. */
  codingState: CodingState;
  coderName: string;
  corpusName: string;
  programVersion: string;
  /** The instant of making, ISO 8601 in UTC. */
  madeAt: string;
  language: Language;
}
