import type { RefObject } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import { useUpdateAnnotation } from '../annotations/mutations.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { Picker } from './picker.tsx';
import { closePicker, type Draft, linkOf, type OpenPicker, picker } from './picker-state.ts';
import { rememberLinks } from './recent-categories.ts';
import { useMakeAnnotation } from './use-make-annotation.ts';

interface PickerHereProps {
  articleId: string;
  annotations: readonly Annotation[];
  reader: RefObject<ReaderHandle | null>;
  /** After saving or cancelling a new annotation. */
  onDone: () => void;
}

/** The picker in its article, while it is open there. */
export function PickerHere(props: PickerHereProps) {
  const open = picker.use();
  return open?.articleId === props.articleId ? <OpenHere key={open.key} {...props} open={open} /> : null;
}

/** Saves what was entered, and opens again with it when that was refused. */
function OpenHere({ open, annotations, reader, onDone }: PickerHereProps & { open: OpenPicker }) {
  const { span } = open;
  const rectOf = () => reader.current?.rectOf(span) ?? null;
  const make = useMakeAnnotation();
  const update = useUpdateAnnotation();

  const save = ({ chosen, note, voice }: Draft) => {
    const { articleId, revisionId, exact, annotationId } = open;
    const annotation = annotations.find(({ id }) => id === annotationId);
    if (annotationId === null) make({ id: articleId, revisionId }, { span, exact, chosen, note, voice });
    else if (annotation) {
      const links = chosen.map(linkOf);
      rememberLinks(annotationId, links);
      update.mutate({ annotation, change: { note, voice, links } });
    }
  };

  const onSave = (draft: Draft) => {
    save(draft);
    closePicker();
    if (open.annotationId === null) onDone();
    // Once what changed is drawn, which microtasks before this one do: the focus lays the page out, best only once.
    queueMicrotask(() => reader.current?.focus());
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
