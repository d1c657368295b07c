import type { RefObject } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { AnnotationStatus, Relation } from '#domain/contract/values.ts';
import { getPlace } from '../app/place.ts';
import { type Handler, type Handlers, useHandlers } from '../commands/handlers.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { copyQuotation } from '../report/copy-quotation.ts';
import { editInPicker } from '../picker/picker-state.ts';
import { rememberChange } from '../picker/recent-categories.ts';
import { focusDetail, focusedRow, focusRow } from './detail-focus.ts';
import { useConfirmPlace, useRemoveAnnotation, useUpdateAnnotation } from './mutations.ts';
import { goToAnnotation, nextUnreviewed, placing } from './to-confirm.ts';

const statuses: readonly AnnotationStatus[] = ['draft', 'settled', 'doubtful'];

/** Carries out what can be done with the active annotation, or with the one whose row has the focus. */
export function useAnnotationCommands(
  annotations: readonly Annotation[],
  revisionId: string,
  reader: RefObject<ReaderHandle | null>,
  active: boolean,
): void {
  const { mutate: update } = useUpdateAnnotation();
  const { mutate: remove } = useRemoveAnnotation();
  const confirm = useConfirmPlace();

  /** While a passage is selected in the text, keys are about that. */
  const free = () => focusedRow() !== null || reader.current?.getSelection() == null;
  const selected = () => reader.current?.getSelection() ?? null;
  const target = (): Annotation | null => {
    if (!free()) return null;
    const id = focusedRow() ?? getPlace().annotationId;
    return annotations.find((each) => each.id === id) ?? null;
  };
  const on = (
    act: (annotation: Annotation) => unknown,
    suits: (annotation: Annotation) => boolean = () => true,
  ): Handler => ({
    applies: () => {
      const annotation = target();
      return annotation !== null && suits(annotation);
    },
    run: () => {
      const annotation = target();
      return annotation === null ? false : act(annotation);
    },
  });
  const go = (annotation: Annotation) => {
    const inList = focusedRow() !== null;
    goToAnnotation(annotation);
    if (inList) focusRow(annotation.id);
  };
  const toUnreviewed = (direction: 1 | -1): Handler => {
    const next = () =>
      free() ? nextUnreviewed(annotations, focusedRow() ?? getPlace().annotationId, direction) : null;
    return {
      applies: () => next() !== null,
      run: () => {
        const annotation = next();
        if (annotation !== null) go(annotation);
      },
    };
  };
  const relate = (relation: Relation | null) =>
    on(
      (annotation) => {
        const links = annotation.links.map(({ id, categoryId, relation: before }, index, all) => ({
          id,
          categoryId,
          relation: index === all.length - 1 ? relation : before,
        }));
        rememberChange(annotation.id, links);
        update({ annotation, change: { links } });
      },
      ({ links }) => links.length > 0,
    );
  const setStatus = (next: (now: AnnotationStatus) => AnnotationStatus) =>
    on((annotation) => update({ annotation, change: { status: next(annotation.status) } }));

  const handlers: Handlers = {
    nextUnreviewed: toUnreviewed(1),
    previousUnreviewed: toUnreviewed(-1),
    editAnnotation: on(editInPicker),
    editNote: on((annotation) => focusDetail(annotation, 'note')),
    editVoice: on((annotation) => focusDetail(annotation, 'voice')),
    editRelation: on(
      (annotation) => focusDetail(annotation, 'relation'),
      ({ links }) => links.length > 0,
    ),
    relationVerbatim: relate('verbatim'),
    relationAdapted: relate('adapted'),
    relationLocal: relate('local'),
    relationMention: relate('mention'),
    relationNone: relate(null),
    turnStatus: setStatus((now) => statuses[(statuses.indexOf(now) + 1) % statuses.length] ?? 'draft'),
    toggleDoubtful: setStatus((now) => (now === 'doubtful' ? 'settled' : 'doubtful')),
    selectAnnotation: on(
      (annotation) => {
        reader.current?.select(annotation);
      },
      ({ anchorState }) => anchorState === 'placed',
    ),
    copyQuotation: {
      applies: () => target() !== null || selected() !== null,
      run: () => {
        const annotation = target();
        const span = selected();
        const { articleId } = getPlace();
        if (annotation !== null) void copyQuotation({ annotationIds: [annotation.id] });
        else if (span !== null && articleId !== null) void copyQuotation({ articleId, revisionId, span });
      },
    },
    confirmPlace: on(
      (annotation) => {
        const inList = focusedRow() !== null;
        const next = confirm(annotation);
        if (inList && next !== null) focusRow(next.id);
      },
      ({ toConfirm }) => toConfirm !== null,
    ),
    removeAnnotation: on((annotation) => remove(annotation)),
    cancelPlacing: {
      applies: () => placing.get() !== null || focusedRow() !== null,
      run: () => {
        const inList = focusedRow() !== null;
        placing.set(null);
        if (inList) reader.current?.focus();
      },
    },
  };
  useHandlers(handlers, active);
}
