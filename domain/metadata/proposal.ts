import type { ArticleMetadata } from '../contract/article.ts';
import type { Role } from '../text/roles.ts';
import type { Span } from '../text/span.ts';

/** Where a value comes from: a span of the text (UTF-16), the file's name, the saved page, or a column of a table. */
export type Evidence = Span | 'file-name' | 'html' | 'declared';

/** `certain` is stated as such; `likely` is concluded and wants a look. */
export type Confidence = 'certain' | 'likely';

/** One value of several, with its own evidence. */
export interface Part {
  value: string;
  evidence: Evidence;
}

export interface Proposed<Value> {
  value: Value;
  /** That of the first part where there are several. */
  evidence: Evidence;
  confidence: Confidence;
  /** For reporters and places: each with its evidence, in the order of `value`. */
  parts?: readonly Part[];
}

/** A field that nothing speaks for is null: unknown stays unknown. */
export type MetadataProposal = {
  [Field in keyof ArticleMetadata]: Proposed<NonNullable<ArticleMetadata[Field]>> | null;
};

/** What a saved page says of itself, as its reader found it. */
export interface HtmlMetadata {
  title?: string | null | undefined;
  siteName?: string | null | undefined;
  publishedTime?: string | null | undefined;
  author?: string | null | undefined;
  url?: string | null | undefined;
}

export interface MetadataInput {
  /** Well-formed, paragraphs joined by one line feed. */
  text: string;
  /** One for each paragraph. */
  roles: readonly Role[];
  fileName?: string | undefined;
  htmlMetadata?: HtmlMetadata | undefined;
  /** What a table or the researcher states; it stands before everything else. */
  declared?: Partial<ArticleMetadata> | undefined;
}

/** The proposal as metadata: the values alone, unknown fields null or empty. */
export function toArticleMetadata(proposal: MetadataProposal): ArticleMetadata {
  return {
    title: proposal.title?.value ?? null,
    outlet: proposal.outlet?.value ?? null,
    outletProvince: proposal.outletProvince?.value ?? null,
    places: proposal.places?.value ?? [],
    publishedOn: proposal.publishedOn?.value ?? null,
    reporters: proposal.reporters?.value ?? [],
    editor: proposal.editor?.value ?? null,
    source: proposal.source?.value ?? null,
    address: proposal.address?.value ?? null,
    genre: proposal.genre?.value ?? null,
    script: proposal.script?.value ?? null,
  };
}
