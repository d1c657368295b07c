import { type RefObject, useCallback } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Span } from '#domain/text/span.ts';
import { useRemoveAnnotation } from '../annotations/mutations.ts';
import { getPlace } from '../app/place.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { editInPicker } from '../picker/picker-state.ts';
import { isComposing } from '../widgets/keys.ts';

interface ReaderKeys {
  annotations: readonly Annotation[];
  reader: RefObject<ReaderHandle | null>;
  annotate: (span: Span, filter?: string) => void;
}

/** The keys of the text that are not about moving in it. */
export function useReaderKeys({ annotations, reader, annotate }: ReaderKeys): (event: KeyboardEvent) => boolean {
  const { mutate: remove } = useRemoveAnnotation();
  return useCallback(
    (event) => {
      if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
      const span = reader.current?.getSelection() ?? null;
      if (span !== null) {
        if (/^[0-9]$/.test(event.key)) annotate(span, event.key);
        else if (event.key === 'Enter' || event.key === 'a') annotate(span);
        else return false;
        return true;
      }
      const active = annotations.find(({ id }) => id === getPlace().annotationId);
      if (active === undefined) return false;
      if (event.key === 'e') editInPicker(active);
      else if (event.key === 'Delete' || event.key === 'Backspace') remove(active);
      else return false;
      return true;
    },
    [annotations, reader, annotate, remove],
  );
}
