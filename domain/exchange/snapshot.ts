import type { ArticleMetadata, Exclusion } from '../contract/article.ts';
import type { Codebook, CodingRules } from '../contract/codebook.ts';
import type { MemoSubject } from '../contract/memo.ts';
import type { AnnotationStatus, CodingState, Relation, Voice } from '../contract/values.ts';
import type { Anchor } from '../text/anchor.ts';
import type { Loss } from './losses.ts';

export type LinkOrigin = 'hand' | 'suggestion' | 'search' | 'import';
export type ReferenceLevel = 'part' | 'lead-in' | 'item' | 'sentence';

/** What goes out of a corpus, as it was at one moment. Offsets are UTF-16. */
export interface CorpusSnapshot {
  corpus: { id: string; name: string };
  coders: readonly { id: string; name: string }[];
  codebooks: readonly Codebook[];
  codingRules: CodingRules;
  articles: readonly SnapshotArticle[];
  memos: readonly SnapshotMemo[];
  references: readonly SnapshotReference[];
  codingStatuses: readonly { articleId: string; coderId: string; codebookId: string; state: CodingState }[];
  /** Rows of the corpus that only a copy of it holds. */
  leftBehind: readonly Loss[];
}

export interface SnapshotArticle {
  id: string;
  metadata: ArticleMetadata;
  fileName: string;
  opening: string;
  exclusion: Exclusion | null;
  createdAt: string;
  changedAt: string;
  text: string;
  annotations: readonly SnapshotAnnotation[];
  wholeLinks: readonly { id: string; categoryId: string; coderId: string; at: string; origin: LinkOrigin }[];
}

export interface SnapshotAnnotation extends Anchor {
  id: string;
  coderId: string;
  orphan: boolean;
  toConfirm: boolean;
  note: string;
  translation: string;
  voice: Voice | null;
  status: AnnotationStatus;
  createdAt: string;
  changedAt: string;
  links: readonly SnapshotLink[];
  referenceLinks: readonly SnapshotReferenceLink[];
}

export interface SnapshotLink {
  id: string;
  categoryId: string;
  coderId: string;
  relation: Relation | null;
  origin: LinkOrigin;
  /** Rank and score of a suggestion are kept beside the link. */
  suggested: boolean;
  recheck: boolean;
  at: string;
}

export interface SnapshotReferenceLink {
  id: string;
  referenceId: string;
  level: ReferenceLevel;
  start: number;
  end: number;
  coderId: string;
  relation: Relation | null;
  origin: LinkOrigin;
}

export interface SnapshotMemo {
  id: string;
  subject: MemoSubject;
  subjectId: string;
  coderId: string;
  title: string;
  body: string;
  createdAt: string;
  changedAt: string;
}

export interface SnapshotReference {
  id: string;
  name: string;
  fileName: string;
  text: string;
  createdAt: string;
}
