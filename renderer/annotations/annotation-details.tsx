import { Plus, Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { AnnotationStatus } from '#domain/contract/values.ts';
import { useFormat } from '../app/format.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { NoteField } from '../notes/note-field.tsx';
import { editInPicker } from '../picker/picker-state.ts';
import { LinkedPlaces } from '../references/linked-places.tsx';
import { currentReader } from '../reading/reader-handle.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { focusPart, wantedDetail } from './detail-focus.ts';
import { useRemoveAnnotation, useUpdateAnnotation } from './mutations.ts';
import { RelationChoice } from './relation-choice.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { VoiceFields } from './voice-fields.tsx';
import { useProposedVoice } from './voice-proposal.ts';

const statuses: readonly AnnotationStatus[] = ['draft', 'settled', 'doubtful'];

/** All of an annotation, to be changed in place; what is typed is saved on leaving the field. */
export function AnnotationDetails({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { mutate: update } = useUpdateAnnotation();
  const { mutate: remove } = useRemoveAnnotation();
  const note = useKeptDraft(annotation.note, (value) => update({ annotation, change: { note: value } }));
  const translation = useKeptDraft(annotation.translation, (value) =>
    update({ annotation, change: { translation: value } }),
  );
  const voice = useKeptDraft(annotation.voice, (value) => update({ annotation, change: { voice: value } }));

  const group = useRef<HTMLDivElement>(null);
  const wanted = wantedDetail.use();
  useEffect(() => {
    if (wanted?.annotationId !== annotation.id) return;
    wantedDetail.set(null);
    focusPart(group.current, wanted.part);
  }, [wanted, annotation.id]);
  const proposed = useProposedVoice({
    articleId: annotation.articleId,
    revisionId: annotation.revisionId,
    span: annotation,
    wanted: voice.value === null && annotation.anchorState === 'placed',
  });

  return (
    <div
      ref={group}
      className="details"
      role="group"
      aria-label={t('annotations.details')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
        event.preventDefault();
        currentReader()?.focus();
      }}
    >
      <Links annotation={annotation} />
      <LinkedPlaces annotation={annotation} />
      <NoteField
        note={note.value}
        saved={annotation.note}
        label={t('annotations.note')}
        placeholder={t('annotations.noNote')}
        articleId={annotation.articleId}
        onChange={note.change}
        onLeave={note.keep}
        onDone={() => {
          note.keep();
          currentReader()?.focus();
        }}
        onDrop={note.drop}
      />
      <label className="details-translation">
        <span className="field-label">{t('quotations.translation')}</span>
        <textarea
          className="input"
          rows={translation.value === '' ? 1 : 3}
          value={translation.value}
          placeholder={t('quotations.translationHint')}
          maxLength={100_000}
          dir="auto"
          onChange={(event) => translation.change(event.target.value)}
          onBlur={translation.keep}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event)) translation.drop();
          }}
        />
      </label>
      <div
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) voice.keep();
        }}
      >
        <VoiceFields
          voice={voice.value}
          onChange={voice.change}
          proposed={proposed}
          onAccept={(accepted) => {
            voice.drop();
            update({ annotation, change: { voice: accepted } });
          }}
        />
      </div>
      <div className="details-foot">
        <Segmented
          labelHidden
          label={t('status.label')}
          choices={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          value={annotation.status}
          onChange={(status) => update({ annotation, change: { status } })}
        />
        <IconButton small icon={Trash2} name={t('annotations.remove')} onPress={() => remove(annotation)} />
      </div>
      <p className="details-by">
        {t('annotations.by', { name: annotation.coderName, time: moment(annotation.changedAt) })}
      </p>
    </div>
  );
}

function Links({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const { mutate: update } = useUpdateAnnotation();
  const { links } = annotation;
  const change = (next: typeof links) => {
    const kept = next.map(({ id, categoryId, relation }) => ({ id, categoryId, relation }));
    update({ annotation, change: { links: kept } });
  };
  return (
    <div className="details-links">
      {links.map((link) => {
        const category = byId.get(link.categoryId);
        if (category === undefined) return null;
        const name = `${category.number} ${title(category)}`.trim();
        return (
          <div key={link.id} className="details-link">
            <CategoryChip category={category}>
              <IconButton
                small
                icon={X}
                name={t('picker.removeChosen', { category: name })}
                onPress={() => change(links.filter(({ id }) => id !== link.id))}
              />
            </CategoryChip>
            <RelationChoice
              label={t('relation.of', { category: name })}
              value={link.relation}
              onChange={(relation) => change(links.map((each) => (each.id === link.id ? { ...each, relation } : each)))}
            />
          </div>
        );
      })}
      <Button className="button button-quiet details-add" onPress={() => editInPicker(annotation)}>
        <Plus size={14} strokeWidth={1.6} aria-hidden />
        {t('annotations.addCategory')}
      </Button>
    </div>
  );
}
