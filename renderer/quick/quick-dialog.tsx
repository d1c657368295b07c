import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinCategory, quickDigits, unpinCategory } from '#domain/codebook/quick-categories.ts';
import type { CommandId } from '#domain/commands/command-list.ts';
import type { Category } from '#domain/contract/codebook.ts';
import type { QuickCategory } from '#domain/contract/session.ts';
import { closeDialog } from '../app/dialogs.ts';
import { categoryIndex, useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useKeyText } from '../commands/keymap.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { SuggestInput } from '../widgets/suggest-input.tsx';
import { setQuick, useQuick } from './quick-categories.ts';

/** Suggestions that are worth looking through. */
const most = 30;

/** What 1 to 9 stand for in this corpus, to be pinned. */
export function QuickDialog() {
  const { t } = useTranslation();
  const quick = useQuick();
  return (
    <DialogFrame title={t('quick.title')} onClose={closeDialog}>
      <p className="field-hint">{t('quick.lead')}</p>
      <div className="quick-list">
        {quickDigits.map((digit) => (
          <QuickRow key={digit} digit={digit} quick={quick[digit - 1] ?? null} />
        ))}
      </div>
    </DialogFrame>
  );
}

function QuickRow({ digit, quick }: { digit: number; quick: QuickCategory | null }) {
  const { t } = useTranslation();
  const { offered, byId } = useCategoryBook();
  const title = useTitle();
  const keyText = useKeyText();
  const nameOf = (category: Category) => `${category.number} ${title(category)}`.trim();
  const category = byId.get(quick?.categoryId ?? '');
  const name = category === undefined ? '' : nameOf(category);
  const [typed, setTyped] = useState<string | null>(null);
  const found =
    typed === null || typed.trim() === ''
      ? offered.map(({ id }) => ({ id }))
      : categoryIndex(offered).match(typed).slice(0, most);
  const suggestions = found.flatMap(({ id }) => {
    const each = byId.get(id);
    return each === undefined ? [] : [{ value: id, label: nameOf(each) }];
  });
  const pinned = quick?.pinned ?? false;
  const pin = (categoryId: string | null) => setQuick((now, at) => pinCategory(now, digit, categoryId, at));
  return (
    <div className="quick-row">
      <kbd aria-hidden>{keyText(`quick${digit}` as CommandId) || digit}</kbd>
      <SuggestInput
        className="input"
        aria-label={t('quick.choose', { number: digit })}
        placeholder={t('quick.free')}
        value={typed ?? name}
        onChange={setTyped}
        suggestions={suggestions}
        listLabel={t('quick.suggestions')}
        eager
        onChoose={(categoryId) => {
          setTyped(null);
          pin(categoryId);
        }}
        onBlur={() => {
          if (typed?.trim() === '') pin(null);
          setTyped(null);
        }}
      />
      <IconButton
        small
        icon={pinned ? PinOff : Pin}
        name={t(pinned ? 'quick.unpin' : 'quick.pin', { number: digit })}
        aria-pressed={pinned}
        isDisabled={quick === null}
        onPress={() => {
          if (pinned) setQuick((now) => unpinCategory(now, digit));
          else pin(quick?.categoryId ?? null);
        }}
      />
    </div>
  );
}
