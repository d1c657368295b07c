import type { Annotation } from '#domain/contract/annotation.ts';
import { activateAnnotation } from '../app/place.ts';
import { makeStore } from '../app/store.ts';
import { currentReader, revealSpan } from '../reading/reader-handle.ts';

/** Whether a new text left its place in doubt: found elsewhere, in other words, or not at all. */
export function isToConfirm({ toConfirm, anchorState }: Annotation): boolean {
  return toConfirm !== null || anchorState === 'orphan';
}

/** Whether it stands elsewhere in the new text, and neither its words nor those around it differ. */
export function isOnlyShifted({ toConfirm, formerly, exact, prefix, suffix }: Annotation): boolean {
  if (toConfirm !== 'moved' || formerly === undefined) return false;
  return formerly.exact === exact && formerly.prefix === prefix && formerly.suffix === suffix;
}

/** Whether the list shows only those. */
export const onlyToConfirm = makeStore(false);

/** The annotation that is to be put at the next passage selected in the text. */
export const placing = makeStore<string | null>(null);

/** The next one to confirm after an annotation, in the order of the list and round again; itself never. */
export function nextToConfirm(annotations: readonly Annotation[], afterId: string | null): Annotation | null {
  const at = annotations.findIndex(({ id }) => id === afterId);
  const round = [...annotations.slice(at + 1), ...annotations.slice(0, Math.max(at, 0))];
  return round.find(isToConfirm) ?? null;
}

/** Whether its coder has not settled it: a draft, doubtful, or left in doubt by a new text. */
export function isUnreviewed(annotation: Annotation): boolean {
  return annotation.status !== 'settled' || isToConfirm(annotation);
}

/** The nearest unreviewed one behind an annotation, or before it, and round again; itself never. */
export function nextUnreviewed(
  annotations: readonly Annotation[],
  fromId: string | null,
  direction: 1 | -1,
): Annotation | null {
  const ordered = direction === 1 ? annotations : annotations.toReversed();
  const at = ordered.findIndex(({ id }) => id === fromId);
  const round = [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))];
  return round.find(isUnreviewed) ?? null;
}

export function goToAnnotation(annotation: Annotation): void {
  activateAnnotation(annotation.id);
  if (annotation.anchorState === 'placed') revealSpan(annotation);
}

export function beginPlacing(annotation: Annotation): void {
  goToAnnotation(annotation);
  placing.set(annotation.id);
  currentReader()?.focus();
}
