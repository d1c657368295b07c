import type { ExchangeCounts } from '#domain/contract/exchange.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { buildDeposit } from '#domain/exchange/deposit.ts';
import type { Loss } from '#domain/exchange/losses.ts';
import type { CorpusSnapshot } from '#domain/exchange/snapshot.ts';
import { toCodebook, toProject } from '#domain/exchange/to-project.ts';
import { toWebAnnotations } from '#domain/exchange/to-web-annotations.ts';
import type { ReadContext } from './context.ts';
import { takeSnapshot, type Wanted } from './exchange-snapshot.ts';
import { assertArticle } from './live-article.ts';

export function previewExchange(context: ReadContext, input: Input<'exchange.preview'>): Output<'exchange.preview'> {
  const snapshot = takeSnapshot(context.db, wantedOf(context, input));
  return { counts: countsOf(snapshot, input.format), losses: lossesOf(snapshot, input, context.coder?.id ?? null) };
}

/** What is asked for, once it is there: a copy and a codebook are always of the whole corpus. */
export function wantedOf({ db }: Pick<ReadContext, 'db'>, input: Input<'exchange.export'>): Wanted {
  const { articleIds, format, references = true } = input;
  for (const id of articleIds ?? []) assertArticle(db, id);
  const isWhole = articleIds === undefined || format === 'copy' || format === 'qdc';
  return { articleIds: isWhole ? null : [...new Set(articleIds)], references };
}

export function countsOf(snapshot: CorpusSnapshot, format: Input<'exchange.export'>['format']): ExchangeCounts {
  const { articles, codebooks, memos, coders, references } = snapshot;
  const isCodebook = format === 'qdc';
  return {
    articles: isCodebook ? 0 : articles.length,
    annotations: isCodebook ? 0 : articles.reduce((sum, { annotations }) => sum + annotations.length, 0),
    categories: codebooks.reduce((sum, { categories }) => sum + categories.length, 0),
    memos: format === 'qdpx' || format === 'copy' ? memos.length : 0,
    coders: isCodebook ? 0 : coders.length,
    references: format === 'qdpx' || format === 'copy' ? references.length : 0,
  };
}

function lossesOf(snapshot: CorpusSnapshot, input: Input<'exchange.preview'>, coderId: string | null): Loss[] {
  const { format, language, texts = true } = input;
  const madeAt = new Date(0).toISOString();
  switch (format) {
    case 'copy':
      return [];
    case 'qdc':
      return codebookLosses(snapshot, toCodebook(snapshot.codebooks, language).losses);
    case 'qdpx':
      return toProject(snapshot, { language, coderId, madeAt }).losses;
    case 'jsonld':
      return toWebAnnotations(snapshot, { language, madeAt, texts }).losses;
    case 'deposit':
      return buildDeposit(snapshot, { language, madeAt, texts }).losses;
  }
}

/** A codebook holds nothing but its categories. */
export function codebookLosses({ articles, memos }: CorpusSnapshot, losses: readonly Loss[]): Loss[] {
  const count = (kind: Loss['kind'], number: number): Loss[] =>
    number === 0 ? [] : [{ kind, count: number, examples: [] }];
  return [
    ...losses,
    ...count('memos', memos.filter(({ subject }) => subject === 'category').length),
    ...count('articles', articles.length),
    ...count(
      'annotations',
      articles.reduce((sum, { annotations }) => sum + annotations.length, 0),
    ),
  ];
}
