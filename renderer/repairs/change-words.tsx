import { Check, CircleDashed, Flag, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RepairDecision } from '#domain/contract/repair.ts';

const glyphs = { open: CircleDashed, accepted: Check, refused: X, flag: Flag } as const;

/** The sign of a decision, or of what cannot be decided; the words are for screen readers. */
export function DecisionGlyph({ decision }: { decision: RepairDecision | 'flag' }) {
  const { t } = useTranslation();
  const Glyph = glyphs[decision];
  const name = decision === 'flag' ? t('repairs.flagged') : t(`repairs.decisions.${decision}`);
  return (
    <span className={`repair-glyph repair-${decision}`} title={name}>
      <Glyph size={13} strokeWidth={1.8} aria-hidden />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}

/** Words as they can be seen: a line feed, a space and nothing at all have signs. */
export function Visible({ text, nothing = '' }: { text: string; nothing?: string }) {
  if (text === '') return <span className="repair-nothing">{nothing}</span>;
  return <>{text.replaceAll('\n', '⏎').replaceAll(/[ \u00a0\u3000]/g, '␣')}</>;
}
