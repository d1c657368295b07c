import type { ArticleMetadata } from '#domain/contract/article.ts';
import { type MetadataProposal, toArticleMetadata } from '#domain/metadata/proposal.ts';
import { proposeMetadata } from '#domain/metadata/propose-metadata.ts';
import type { Role } from '#domain/text/roles.ts';
import type { Format, MetadataHints } from '../files/readers/read-article.ts';

/** Formats in which somebody has put each value into a column of its own. */
const TABLES: ReadonlySet<Format> = new Set(['csv', 'tsv', 'xlsx', 'jsonl', 'json']);

export interface ArticleSource {
  name: string;
  format?: Format;
  hints?: MetadataHints;
}

/**
 * What an import writes down of an article without being asked: what the text, the page or the table states. What is
 * only concluded, such as the province behind 我省, stays unknown until somebody confirms it; a title that stands above
 * the text is taken, since a wrong one is seen at once.
 */
export function knownMetadata(source: ArticleSource, text: string, roles: readonly Role[]): ArticleMetadata {
  const { hints = {}, format = 'text' } = source;
  const proposal = proposeMetadata({
    text,
    roles,
    fileName: source.name,
    htmlMetadata: hints,
    declared: declared(format, hints),
  });
  return toArticleMetadata(stated(proposal));
}

function declared(format: Format, hints: MetadataHints): Partial<ArticleMetadata> {
  if (!TABLES.has(format)) return {};
  return {
    ...(hints.title === undefined ? {} : { title: hints.title }),
    ...(hints.siteName === undefined ? {} : { outlet: hints.siteName }),
    ...(hints.province === undefined ? {} : { outletProvince: hints.province }),
    ...(hints.source === undefined ? {} : { source: hints.source }),
    ...(hints.url === undefined ? {} : { address: hints.url }),
  };
}

function stated(proposal: MetadataProposal): MetadataProposal {
  const isStated = ({ confidence, evidence }: { confidence: string; evidence: unknown }) =>
    confidence === 'certain' || evidence === 'html' || evidence === 'declared';
  const kept = Object.entries(proposal).map(([field, proposed]) => [
    field,
    proposed !== null && (field === 'title' || isStated(proposed)) ? proposed : null,
  ]);
  return Object.fromEntries(kept) as MetadataProposal;
}
