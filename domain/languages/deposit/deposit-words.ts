import type { DepositColumn, DepositTable } from '../../exchange/deposit-columns.ts';

/** What a deposit says of itself in one language. Names of files and columns, and the codes in cells, are the same in all. */
export interface DepositWords {
  /** How much is in it; `day` as YYYY-MM-DD. */
  summary: (
    counts: { articles: number; annotations: number; coders: number; codebooks: number },
    day: string,
    program: string,
  ) => string;
  heads: readonly [file: string, about: string];
  files: Record<'coding' | 'annotations' | 'articles' | 'codebook' | 'texts' | 'dictionary' | 'checksums', string>;
  /** How the tables are to be read, a paragraph each; `texts` where the texts are part of it. */
  reading: (texts: boolean) => readonly string[];
  rules: string;
  meanings: { [Table in DepositTable]: Record<DepositColumn<Table>, string> };
}
