import type { ArticleMetadata, Exclusion } from '../contract/article.ts';
import type { CodingRules } from '../contract/codebook.ts';
import type { MemoSubject } from '../contract/memo.ts';
import type { AnnotationStatus, Relation, Voice } from '../contract/values.ts';
import type { Anchor } from '../text/anchor.ts';
import type { DescribedCategory } from './category-description.ts';
import type { OffsetConvention } from './conventions.ts';
import { type Loss, MOST_EXAMPLES } from './losses.ts';
import type { LinkOrigin, ReferenceLevel } from './snapshot.ts';

/** What is there already, or goes by another id or name, where an import meets a corpus. */
export const meetingKinds = [
  'article-there',
  'article-differs',
  'annotation-there',
  'category-there',
  'category-differs',
  'category-same-name',
  'coder-same-name',
  'memo-there',
  'reference-there',
  'rules-there',
  'new-id',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export interface Meeting {
  kind: MeetingKind;
  count: number;
  examples: string[];
}

/** What an import would bring into a corpus, ready to be stored. Offsets are UTF-16. */
export interface ImportPlan {
  /** Whether this program wrote the file. */
  own: boolean;
  convention: OffsetConvention;
  /** Selections that have a name, among those looked at, and those that quote what it says under the convention. */
  named: number;
  fitting: number;
  coders: { id: string; name: string }[];
  codebooks: { id: string; name: string; description: string }[];
  categories: PlannedCategory[];
  articles: PlannedArticle[];
  annotations: PlannedAnnotation[];
  wholeLinks: { id: string; articleId: string; categoryId: string; coderId: string; origin: LinkOrigin }[];
  memos: PlannedMemo[];
  references: { id: string; name: string; fileName: string; text: string }[];
  referenceLinks: PlannedReferenceLink[];
  codingRules: CodingRules | null;
  meetings: Meeting[];
  losses: Loss[];
}

export interface PlannedCategory extends DescribedCategory {
  id: string;
  codebookId: string;
  parentId: string | null;
  title: string;
  /** Palette index; null takes that of what it stands below, or one little used. */
  colour: number | null;
}

export interface PlannedArticle {
  id: string;
  /** The source's GUID in the file. */
  source: string;
  name: string;
  /** The text as its file has it. */
  raw: string;
  /** What is known; with `whole`, what is not given is unknown. */
  metadata: Partial<ArticleMetadata>;
  whole: boolean;
  exclusion: Exclusion | null;
}

export interface PlannedAnnotation {
  id: string;
  articleId: string;
  coderId: string;
  anchor: Anchor;
  note: string;
  translation: string;
  voice: Voice | null;
  status: AnnotationStatus;
  links: {
    id: string;
    categoryId: string;
    coderId: string;
    relation: Relation | null;
    origin: LinkOrigin;
  }[];
}

export interface PlannedMemo {
  id: string;
  subject: MemoSubject;
  subjectId: string;
  coderId: string;
  title: string;
  body: string;
}

export interface PlannedReferenceLink {
  id: string;
  annotationId: string;
  referenceId: string;
  level: ReferenceLevel;
  start: number;
  end: number;
  coderId: string;
  relation: Relation | null;
  origin: LinkOrigin;
}

export type RowState = 'free' | 'live' | 'bin';
export type RowKind =
  | 'articles'
  | 'annotations'
  | 'links'
  | 'article_links'
  | 'codebooks'
  | 'categories'
  | 'memos'
  | 'reference_texts'
  | 'reference_links';

/** Gathers meetings, kind by kind. */
export class MeetingReport {
  readonly #found = new Map<MeetingKind, Meeting>();

  add(kind: MeetingKind, example = ''): void {
    const meeting = this.#found.get(kind) ?? { kind, count: 0, examples: [] };
    meeting.count += 1;
    const short = [...example].slice(0, 60).join('').trim();
    if (short !== '' && meeting.examples.length < MOST_EXAMPLES && !meeting.examples.includes(short))
      meeting.examples.push(short);
    this.#found.set(kind, meeting);
  }

  /** In the order of `meetingKinds`. */
  list(): Meeting[] {
    return meetingKinds.flatMap((kind) => this.#found.get(kind) ?? []);
  }
}
