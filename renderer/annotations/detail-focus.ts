import type { Annotation } from '#domain/contract/annotation.ts';
import { activateAnnotation } from '../app/place.ts';
import { makeStore } from '../app/store.ts';
import { metadataPanel } from '../metadata/metadata-state.ts';

/** What of an annotation's details is to have the focus. */
export type DetailPart = 'note' | 'voice' | 'relation';

/** Asked for by a key, until the details are on screen and have it. */
export const wantedDetail = makeStore<{ annotationId: string; part: DetailPart } | null>(null);

const places: Readonly<Record<DetailPart, string>> = {
  note: '.note-editor .ProseMirror',
  voice: '.voice select',
  relation: '.details-links [type="radio"]:checked',
};

/** Opens an annotation's details beside the text, and goes into one of them. */
export function focusDetail({ id }: Annotation, part: DetailPart): void {
  metadataPanel.set(null);
  activateAnnotation(id);
  wantedDetail.set({ annotationId: id, part });
}

export function focusPart(details: HTMLElement | null, part: DetailPart): void {
  details?.querySelector<HTMLElement>(places[part])?.focus();
}

/** Brings the focus to an annotation in the list, once its row is there. */
export function focusRow(annotationId: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`.annotation-list [data-annotation-id="${annotationId}"]`);
    row?.querySelector<HTMLElement>('.annotation-main')?.focus({ preventScroll: true });
  });
}

/** The annotation whose row in the list has the focus. */
export function focusedRow(): string | null {
  const focused = document.activeElement;
  if (!focused?.matches('.annotation-main')) return null;
  return focused.closest<HTMLElement>('[data-annotation-id]')?.dataset.annotationId ?? null;
}
