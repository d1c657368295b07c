import { Check, CheckCheck, Crosshair, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { useKeyText } from '../commands/keymap.ts';
import { useConfirmPlace, useRemoveAnnotation, useUpdateAnnotation } from './mutations.ts';
import { beginPlacing, isOnlyShifted, placing } from './to-confirm.ts';

/** Above those to confirm; what only shifted can be confirmed in one go. */
export function ConfirmHead({ annotations }: { annotations: readonly Annotation[] }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { mutate: update } = useUpdateAnnotation();
  const shifted = annotations.filter(isOnlyShifted);
  const confirmShifted = () => {
    for (const annotation of shifted) {
      const { start, end } = annotation;
      update({ annotation, change: { span: { start, end } } });
    }
  };
  return (
    <div className="annotation-group">
      <span>{t('confirm.group')}</span>
      <span className="annotation-group-keys">
        {t('confirm.keys', { confirm: keyText('confirmPlace'), next: keyText('nextUnreviewed') })}
      </span>
      {shifted.length > 1 && (
        <Button className="button button-small" onPress={confirmShifted}>
          <CheckCheck size={13} strokeWidth={1.8} aria-hidden />
          {t('confirm.allShifted', { count: shifted.length })}
        </Button>
      )}
    </div>
  );
}

/** What can be done about an annotation whose place a new text left in doubt. */
export function ConfirmActions({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const confirm = useConfirmPlace();
  const { mutate: remove } = useRemoveAnnotation();
  const isPlacing = placing.use() === annotation.id;
  return (
    <div className="confirm-actions" role="group" aria-label={t('confirm.actions')}>
      {annotation.anchorState === 'placed' && (
        <Button className="button button-small" onPress={() => confirm(annotation)}>
          <Check size={13} strokeWidth={1.8} aria-hidden />
          {t('confirm.confirm')}
          <kbd aria-hidden>{keyText('confirmPlace')}</kbd>
        </Button>
      )}
      <Button
        className="button button-small"
        aria-pressed={isPlacing}
        onPress={() => (isPlacing ? placing.set(null) : beginPlacing(annotation))}
      >
        <Crosshair size={13} strokeWidth={1.6} aria-hidden />
        {t(isPlacing ? 'common.cancel' : 'confirm.placeAnew')}
      </Button>
      <Button className="button button-small button-quiet" onPress={() => remove(annotation)}>
        <Trash2 size={13} strokeWidth={1.6} aria-hidden />
        {t('confirm.remove')}
      </Button>
      <p className="confirm-hint" role="status">
        {isPlacing && t('confirm.placing', { key: keyText('annotate') })}
      </p>
    </div>
  );
}
