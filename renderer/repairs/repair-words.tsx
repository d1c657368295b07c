import { Check, CircleDashed, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RepairDecision } from '#domain/contract/repair.ts';

const glyphs = { open: CircleDashed, accepted: Check, refused: X } as const;

/** The sign of a decision; the words are for screen readers. */
export function DecisionGlyph({ decision }: { decision: RepairDecision }) {
  const { t } = useTranslation();
  const Glyph = glyphs[decision];
  return (
    <span className={`repair-glyph repair-${decision}`} title={t(`repairs.decisions.${decision}`)}>
      <Glyph size={13} strokeWidth={1.8} aria-hidden />
      <span className="visually-hidden">{t(`repairs.decisions.${decision}`)}</span>
    </span>
  );
}

/** Words as they can be seen: a line feed, a space and nothing at all have signs. */
export function Visible({ text, nothing }: { text: string; nothing: string }) {
  if (text === '') return <span className="repair-nothing">{nothing}</span>;
  return <>{text.replaceAll('\n', '⏎').replaceAll(/[ \u00a0\u3000]/g, '␣')}</>;
}
