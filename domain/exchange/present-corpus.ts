import type { Codebook, CodingRules } from '../contract/codebook.ts';
import type { RowKind, RowState } from './import-plan.ts';

/** The corpus that something is to come into, as far as a plan has to know it. */
export interface PresentCorpus {
  id: string;
  coders: readonly { id: string; name: string }[];
  codebooks: readonly Codebook[];
  codingRules: CodingRules;
  state(kind: RowKind, id: string): RowState;
  /** The current text of a live article. */
  textOf(articleId: string): string | null;
  /** The live article that has this text, and no other outlet. */
  articleWithText(text: string, outlet: string | null): string | null;
  referenceText(referenceId: string): string | null;
  referenceWithText(text: string): string | null;
}

export interface PlanOptions {
  /** Who imports: what names nobody becomes theirs. */
  coderId: string;
  /** Whether a category or a coder of the same name is the same. */
  matchNames: boolean;
  /** Makes a UUID that is new. */
  makeId: () => string;
}
