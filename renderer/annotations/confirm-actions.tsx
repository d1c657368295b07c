import { Check, Crosshair, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { useConfirmPlace, useRemoveAnnotation } from './mutations.ts';
import { beginPlacing, placing } from './to-confirm.ts';

/** What can be done about an annotation whose place a new text left in doubt. */
export function ConfirmActions({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const confirm = useConfirmPlace();
  const { mutate: remove } = useRemoveAnnotation();
  const isPlacing = placing.use() === annotation.id;
  return (
    <div className="confirm-actions" role="group" aria-label={t('confirm.actions')}>
      {annotation.anchorState === 'placed' && (
        <Button className="button button-small" onPress={() => confirm(annotation)}>
          <Check size={13} strokeWidth={1.8} aria-hidden />
          {t('confirm.confirm')}
          <kbd aria-hidden>C</kbd>
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
        {isPlacing && t('confirm.placing')}
      </p>
    </div>
  );
}
