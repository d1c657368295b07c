import type { Refusal } from '#domain/contract/answer.ts';
import type { ColumnField } from '#domain/contract/import.ts';
import type { Encoding, EncodingGuess } from './decode-source.ts';

export type ReadSource = { name: string; bytes: Uint8Array } | { name: string; path: string };

export interface ReadOptions {
  /** The encoding of every text in the source, instead of the one found. */
  encoding?: Encoding;
  /** Which column of a table holds what, instead of the names known. */
  columns?: Partial<Record<ColumnField, string>>;
}

/** What the file says of itself, as it says it: evidence for the metadata, not yet the metadata. */
export interface MetadataHints {
  title?: string;
  siteName?: string;
  author?: string;
  publishedTime?: string;
  url?: string;
  /** Where the text was taken from, such as `来源：新华社`. */
  source?: string;
  province?: string;
}

export interface ReadArticle {
  outcome: 'read';
  /** Of the file, with the path inside an archive and the row of a table: `省報.zip/7月/1.html`, `表.csv#12`. */
  name: string;
  format: Format;
  /** Of the file, or of the part of an archive; of a row, its cells as JSON in UTF-8. */
  bytes: Uint8Array;
  /** The encoding the text was read in; the format where that says it (`docx`, `odt`, `xlsx`, `pdf`). */
  encoding: string;
  confidence: EncodingGuess['confidence'];
  /** Places where the bytes hold no character; each is U+FFFD in the text. */
  invalid: number;
  /** Other readings of the bytes that are nearly as good. */
  alternatives: EncodingGuess['alternatives'];
  /** The text as a reader of the file sees it, exactly. */
  text: string;
  /** All text of a web page of which `text` is the article. */
  pageText?: string;
  hints: MetadataHints;
}

export interface RefusedFile {
  outcome: 'refused';
  name: string;
  refusal: Refusal;
}

export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'odt'
  | 'pdf'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'jsonl'
  | 'json'
  | 'zip';
