import { type RefObject, useCallback } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Span } from '#domain/text/span.ts';
import { paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import { useConfirmPlace, useRemoveAnnotation } from '../annotations/mutations.ts';
import { goToAnnotation, nextToConfirm, placing } from '../annotations/to-confirm.ts';
import { getPlace } from '../app/place.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { editInPicker } from '../picker/picker-state.ts';
import { isComposing } from '../widgets/keys.ts';
import { chooseRole, toggleRoles } from './role-display.ts';

interface ReaderKeys {
  annotations: readonly Annotation[];
  text: string;
  reader: RefObject<ReaderHandle | null>;
  annotate: (span: Span, filter?: string) => void;
  /** Begins to correct the text. */
  correct: () => void;
}

/** The keys of the text that are not about moving in it. */
export function useReaderKeys({
  annotations,
  text,
  reader,
  annotate,
  correct,
}: ReaderKeys): (event: KeyboardEvent) => boolean {
  const { mutate: remove } = useRemoveAnnotation();
  const confirm = useConfirmPlace();
  return useCallback(
    (event) => {
      if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'F2') {
        correct();
        return true;
      }
      const span = reader.current?.getSelection() ?? null;
      if (span !== null) {
        if (/^[0-9]$/.test(event.key)) annotate(span, event.key);
        else if (event.key === 'Enter' || event.key === 'a') annotate(span);
        else return false;
        return true;
      }
      if (event.key === 'Escape' && placing.get() !== null) {
        placing.set(null);
        return true;
      }
      if (event.key === 'p' || event.key === 'r') {
        if (event.key === 'p') toggleRoles();
        else chooseRoleAtCaret(text, reader.current);
        return true;
      }
      if (event.key === 'n') {
        const next = nextToConfirm(annotations, getPlace().annotationId);
        if (next !== null) goToAnnotation(next);
        return next !== null;
      }
      const active = annotations.find(({ id }) => id === getPlace().annotationId);
      if (active === undefined) return false;
      if (event.key === 'e') editInPicker(active);
      else if (event.key === 'c' && active.toConfirm !== null) confirm(active);
      else if (event.key === 'Delete' || event.key === 'Backspace') remove(active);
      else return false;
      return true;
    },
    [annotations, text, reader, annotate, correct, remove, confirm],
  );
}

function chooseRoleAtCaret(text: string, reader: ReaderHandle | null): void {
  if (reader === null) return;
  const paragraphs = paragraphsOf(text);
  const index = paragraphIndexAt(paragraphs, Math.min(reader.caretOffset(), text.length));
  const paragraph = paragraphs[index];
  // A paragraph without words is nothing.
  if (paragraph === undefined || paragraph.start === paragraph.end) return;
  reader.reveal({ start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + 1) });
  chooseRole(index);
}
