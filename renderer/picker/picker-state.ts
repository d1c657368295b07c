import type { Annotation, Link } from '#domain/contract/annotation.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Relation, Voice } from '#domain/contract/values.ts';
import type { Span } from '#domain/text/span.ts';
import { makeStore } from '../app/store.ts';

export interface ChosenCategory {
  linkId: string;
  categoryId: string;
  relation: Relation | null;
  /** Where it was suggested. */
  suggestion?: NonNullable<Link['suggestion']>;
}

/** What is entered in the picker, before it is saved. */
export interface Draft {
  chosen: readonly ChosenCategory[];
  note: string;
  voice: Voice | null;
}

export interface OpenPicker {
  key: number;
  articleId: string;
  revisionId: string;
  span: Span;
  exact: string;
  draft: Draft;
  /** The annotation that is edited; null for a new one. */
  annotationId: string | null;
  /** Why it could not be saved, after a refusal. */
  error: string | null;
}

export const emptyDraft: Draft = { chosen: [], note: '', voice: null };

export const picker = makeStore<OpenPicker | null>(null);
let lastKey = 0;

export function openPicker(
  what: Pick<OpenPicker, 'articleId' | 'revisionId' | 'span' | 'exact'> & Partial<OpenPicker>,
): void {
  lastKey += 1;
  picker.set({ draft: emptyDraft, annotationId: null, error: null, ...what, key: lastKey });
}

export function closePicker(): void {
  picker.set(null);
}

/** A link as it is entered in the picker, and back. */
export function chosenOf(link: Pick<Link, 'id' | 'categoryId' | 'relation' | 'suggestion'>): ChosenCategory {
  const { id, suggestion, categoryId, relation } = link;
  return { linkId: id, categoryId, relation, ...(suggestion === undefined ? {} : { suggestion }) };
}

export function linkOf({ linkId, ...chosen }: ChosenCategory): Input<'annotation.create'>['links'][number] {
  return { id: linkId, ...chosen };
}

export function draftOf({ links, note, voice }: Pick<Annotation, 'links' | 'note' | 'voice'>): Draft {
  return {
    chosen: links.map(chosenOf),
    note,
    voice,
  };
}

/** Opens the picker with what an annotation holds. */
export function editInPicker(annotation: Annotation): void {
  const { id, articleId, revisionId, start, end, exact } = annotation;
  openPicker({ articleId, revisionId, span: { start, end }, exact, draft: draftOf(annotation), annotationId: id });
}
