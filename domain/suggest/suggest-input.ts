import type { Reference } from '../reuse/reference-index.ts';

/** What a suggestion needs of a category. */
export interface SuggestibleCategory {
  readonly id: string;
  /** The category above it; null at the top. */
  readonly parentId: string | null;
  /** As shown, such as `13·51`; empty without a number. */
  readonly number: string;
  /** Its titles in any scripts and languages; empty ones are passed over. */
  readonly titles: readonly string[];
}

/** A passage that the researcher linked to a category, or a suggestion that she refused for it. */
export interface EarlierLink {
  readonly id: string;
  readonly categoryId: string;
  readonly text: string;
  readonly accepted: boolean;
}

/** All that suggestions are made from; plain values. Units and links of categories that are not given are passed over. */
export interface SuggestInput {
  readonly categories: readonly SuggestibleCategory[];
  /** Reference texts by units with their categories; none when nothing is imported. */
  readonly references: readonly Reference[];
  readonly links: readonly EarlierLink[];
}
