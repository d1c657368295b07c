import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { useExport } from './export-side.tsx';
import { useImport } from './import-side.tsx';
import './exchange.css';

export type ExchangeSide = 'out' | 'in';

/** Out to other programs, archives and machines, or in from them; what is lost stands there before anything is written. */
export function ExchangeDialog({ side: first }: { side: ExchangeSide }) {
  const { t } = useTranslation();
  const [side, setSide] = useState(first);
  const out = useExport(side === 'out');
  const into = useImport();
  const { body, foot } = side === 'out' ? out : into;
  return (
    <DialogFrame wide title={t('exchange.title')} onClose={closeDialog} foot={foot}>
      <Segmented
        label={t('exchange.direction')}
        labelHidden
        choices={[
          { value: 'out', label: t('exchange.out') },
          { value: 'in', label: t('exchange.in') },
        ]}
        value={side}
        onChange={setSide}
      />
      {body}
    </DialogFrame>
  );
}
