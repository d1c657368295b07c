import { Pin } from 'lucide-react';
import { memo } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { quickDigits } from '#domain/codebook/quick-categories.ts';
import type { CommandId } from '#domain/commands/command-list.ts';
import { openDialog } from '../app/dialogs.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useKeyText } from '../commands/keymap.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { picker } from '../picker/picker-state.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { useQuick } from './quick-categories.ts';
import './quick.css';

interface QuickStripProps {
  /** Whether there is a passage for them. */
  ready: boolean;
  onChoose: (categoryId: string) => void;
}

/** Under the text: what 1 to 9 stand for. */
export function QuickStrip({ ready, onChoose }: QuickStripProps) {
  const free = picker.usePick((open) => open === null);
  const now = ready && free;
  // Off a moment later, on at once: never off under a finger that is on its way.
  const shortlyBefore = useAfterPaint(now);
  return <Strip ready={now || shortlyBefore} onChoose={onChoose} />;
}

const Strip = memo(function Strip({ ready, onChoose }: QuickStripProps) {
  const { t } = useTranslation();
  const { offered } = useCategoryBook();
  const title = useTitle();
  const keyText = useKeyText();
  const quick = useQuick();
  const used = quick.filter((each) => each !== null).length;
  const none = used === 0;
  return (
    <div
      className="quick-strip"
      role="group"
      aria-label={t('quick.strip')}
      data-ready={ready || undefined}
      data-used={used}
    >
      {none && <p className="quick-empty">{t('quick.empty')}</p>}
      {!none &&
        quickDigits.map((digit) => {
          const each = quick[digit - 1] ?? null;
          const category = offered.find(({ id }) => id === each?.categoryId);
          if (each === null || category === undefined) return null;
          const name = `${category.number} ${title(category)}`.trim();
          return (
            <TooltipTrigger key={digit} delay={500} closeDelay={0}>
              <Button
                className="quick-one"
                isDisabled={!ready}
                preventFocusOnPress
                onPress={() => onChoose(category.id)}
                style={categoryStyle(category.colour)}
              >
                <kbd>{keyText(`quick${digit}` as CommandId) || digit}</kbd>{' '}
                <span className="category-swatch" aria-hidden />
                <span className="number">{category.number}</span>{' '}
                <span className="category-title" data-alone={category.number === '' || undefined}>
                  {title(category)}
                </span>
                {each.pinned && (
                  <>
                    <Pin size={11} strokeWidth={1.8} aria-hidden />
                    <span className="visually-hidden"> {t('quick.pinned')}</span>
                  </>
                )}
              </Button>
              <Tooltip className="tooltip" offset={4} placement="top">
                {name}
              </Tooltip>
            </TooltipTrigger>
          );
        })}
      <span className="quick-end">
        <IconButton small icon={Pin} name={t('quick.edit')} onPress={() => openDialog({ kind: 'quick' })} />
      </span>
    </div>
  );
});
