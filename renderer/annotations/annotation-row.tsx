import { memo } from 'react';
import { CircleDashed, CircleHelp, EllipsisVertical } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { plainNote } from '#domain/text/plain-note.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import { activateAnnotation } from '../app/place.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useKeyText } from '../commands/keymap.ts';
import { editInPicker } from '../picker/picker-state.ts';
import { copyQuotation } from '../report/copy-quotation.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { AnnotationDetails } from './annotation-details.tsx';
import { annotationHover } from './annotation-hover.ts';
import type { NumberedAnnotation } from './annotation-list.tsx';
import { ConfirmActions } from './confirm-actions.tsx';
import { useRemoveAnnotation } from './mutations.ts';
import { PlaceChange } from './place-change.tsx';
import { isToConfirm } from './to-confirm.ts';

interface AnnotationRowProps {
  item: NumberedAnnotation;
  active: boolean;
  /** Whether Tab stops here; the arrows reach the others. */
  tabStop: boolean;
  onActivate: (annotation: Annotation) => void;
}

/** An annotation in a few lines; the active one is open, to be changed in place. */
export const AnnotationRow = memo(function AnnotationRow({
  item: { annotation, number },
  active,
  tabStop,
  onActivate,
}: AnnotationRowProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { mutate: remove } = useRemoveAnnotation();
  const { byId } = useCategoryBook();
  const toConfirm = isToConfirm(annotation);
  const colour = byId.get(annotation.links[0]?.categoryId ?? '')?.colour;
  return (
    <div
      className="annotation-row"
      data-to-confirm={toConfirm || undefined}
      style={categoryStyle(colour)}
      onMouseEnter={() => annotationHover.set(annotation.id)}
      onMouseLeave={() => annotationHover.set(null)}
    >
      <button
        type="button"
        className="annotation-main"
        aria-expanded={active}
        tabIndex={tabStop ? 0 : -1}
        onClick={() => (active ? activateAnnotation(null) : onActivate(annotation))}
      >
        <span className="annotation-number">
          <span className="visually-hidden">{t('annotations.title')} </span>
          {number}
        </span>
        <span className="annotation-body">
          {toConfirm ? (
            <PlaceChange annotation={annotation} />
          ) : (
            <span className="annotation-quote" data-open={active || undefined}>
              {annotation.exact}
            </span>
          )}
          {!active && <Summary annotation={annotation} />}
        </span>
        <StatusGlyph status={annotation.status} />
      </button>
      <MenuTrigger>
        <IconButton small icon={EllipsisVertical} name={t('annotations.menu', { number })} />
        <MenuList
          items={[
            {
              id: 'edit',
              label: t('annotations.edit'),
              act: () => editInPicker(annotation),
              keys: keyText('editAnnotation'),
            },
            {
              id: 'quote',
              label: t('quotations.copy'),
              act: () => void copyQuotation({ annotationIds: [annotation.id] }),
              keys: keyText('copyQuotation'),
            },
            {
              id: 'remove',
              label: t('annotations.remove'),
              act: () => remove(annotation),
              keys: keyText('removeAnnotation'),
            },
          ]}
        />
      </MenuTrigger>
      {toConfirm && <ConfirmActions annotation={annotation} />}
      {active && <AnnotationDetails key={annotation.id} annotation={annotation} />}
    </div>
  );
});

function Summary({ annotation: { links, note, voice } }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  return (
    <>
      <span className="annotation-links">
        {links.length === 0 && <span className="annotation-none">{t('annotations.noCategory')}</span>}
        {links.map(({ id, categoryId, relation }) => {
          const category = byId.get(categoryId);
          if (category === undefined) return null;
          return (
            <span key={id} className="category-chip" style={categoryStyle(category.colour)}>
              <span className="category-swatch" aria-hidden />
              <span className="number">{category.number}</span>
              {links.length === 1 && <span className="category-title">{title(category)}</span>}
              {relation && <span className="chip-relation">{t(`relation.${relation}`)}</span>}
            </span>
          );
        })}
      </span>
      {(note !== '' || voice !== null) && (
        <span className="annotation-note">
          {voice && <span className="annotation-voice">{voice.name ?? t(`voice.${voice.kind}`)}</span>}
          {plainNote(note)}
        </span>
      )}
    </>
  );
}

function StatusGlyph({ status }: { status: Annotation['status'] }) {
  const { t } = useTranslation();
  if (status === 'settled') return null;
  const Glyph = status === 'draft' ? CircleDashed : CircleHelp;
  return (
    <span className="annotation-status" title={t(`status.${status}`)}>
      <Glyph size={13} strokeWidth={1.6} aria-hidden />
      <span className="visually-hidden">{t(`status.${status}`)}</span>
    </span>
  );
}
