import type { ArticleMetadata } from '#domain/contract/article.ts';
import { type Evidence, type MetadataProposal, type Part, toArticleMetadata } from '#domain/metadata/proposal.ts';
import { proposeMetadata } from '#domain/metadata/propose-metadata.ts';
import type { Format, MetadataHints } from '../files/readers/read-article.ts';
import type { NewRevision, Proposal } from './context.ts';

/** Formats in which somebody has put each value into a column of its own. */
const TABLES: ReadonlySet<Format> = new Set(['csv', 'tsv', 'xlsx', 'jsonl', 'json']);
/** UTF-16 units of the text that are kept as the words that say so. */
const LONGEST_QUOTE = 80;

export interface ArticleSource {
  name: string;
  format?: Format;
  hints?: MetadataHints;
}

/** What an import writes down of an article, and for each value where it comes from. */
export function proposeKnown(
  source: ArticleSource,
  { id, text, roles }: NewRevision,
): { metadata: ArticleMetadata; proposal: Proposal } {
  const { hints = {}, format = 'text' } = source;
  const proposed = proposeMetadata({
    text,
    roles,
    fileName: source.name,
    htmlMetadata: hints,
    declared: declared(format, hints),
  });
  return { metadata: toArticleMetadata(proposed), proposal: { revisionId: id, fields: fieldsOf(proposed, text) } };
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

function fieldsOf(proposed: MetadataProposal, text: string): Proposal['fields'] {
  return Object.entries(proposed).flatMap(([field, found]) => {
    if (found === null) return [];
    const { value, evidence, confidence, parts } = found;
    const all: readonly Part[] =
      parts ?? (Array.isArray(value) ? value : [value]).map((each) => ({ value: each, evidence }));
    return [
      {
        field: field as keyof ArticleMetadata,
        confidence,
        parts: all.map((part) => ({ value: part.value, ...sourceOf(part.evidence, text) })),
      },
    ];
  });
}

function sourceOf(evidence: Evidence, text: string) {
  if (typeof evidence === 'string') return { from: evidence, quote: '', start: 0, end: 0 } as const;
  const { start, end } = evidence;
  const quote = text.slice(start, Math.min(end, start + LONGEST_QUOTE)).toWellFormed();
  return { from: 'text', quote, start, end } as const;
}
