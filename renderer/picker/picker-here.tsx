import type { RefObject } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '#domain/contract/annotation.ts';
import { useCreateAnnotation, useUpdateAnnotation } from '../annotations/mutations.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { getPlace } from '../app/place.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { Picker } from './picker.tsx';
import { closePicker, type Draft, type OpenPicker, openPicker } from './picker-state.ts';
import { rememberCategories } from './recent-categories.ts';

interface PickerHereProps {
  open: OpenPicker;
  annotations: readonly Annotation[];
  reader: RefObject<ReaderHandle | null>;
  /** After saving or cancelling a new annotation. */
  onDone: () => void;
}

/** The picker in its article: saves what was entered, and opens again with it when that was refused. */
export function PickerHere({ open, annotations, reader, onDone }: PickerHereProps) {
  const { span } = open;
  const rectOf = () => reader.current?.rectOf(span) ?? null;
  const create = useCreateAnnotation((input, thrown) => {
    if (getPlace().articleId !== input.articleId) {
      alertFailure(thrown);
      return;
    }
    const chosen = input.links.map(({ id, categoryId, relation }) => ({ linkId: id, categoryId, relation }));
    const draft: Draft = { chosen, note: input.note ?? '', voice: input.voice ?? null };
    const { articleId, revisionId, span, exact } = input;
    openPicker({ articleId, revisionId, span, exact, draft, error: failureText(thrown) });
  });
  const update = useUpdateAnnotation();

  const onSave = (draft: Draft) => {
    const { articleId, revisionId, exact, annotationId } = open;
    const links = draft.chosen.map(({ linkId, categoryId, relation }) => ({ id: linkId, categoryId, relation }));
    const entered = { note: draft.note, voice: draft.voice, links };
    rememberCategories(draft.chosen.map(({ categoryId }) => categoryId));
    const annotation = annotations.find(({ id }) => id === annotationId);
    if (annotationId === null) create.mutate({ id: uuidv7(), articleId, revisionId, span, exact, ...entered });
    else if (annotation) update.mutate({ annotation, change: entered });
    leave();
  };

  const leave = () => {
    closePicker();
    if (open.annotationId === null) onDone();
    reader.current?.focus();
  };

  return (
    <Picker
      open={open}
      annotations={annotations}
      rectOf={rectOf}
      onSave={onSave}
      onCancel={() => {
        closePicker();
        reader.current?.focus();
      }}
    />
  );
}
