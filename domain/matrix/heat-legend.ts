import { heatRanges } from './heat-steps.ts';
import type { MatrixWords } from './matrix-words.ts';

/** What each step of the shading stands for, from the palest; none where nothing is shaded. */
export function heatLegend(
  greatest: number,
  { wholeNumbers, amount }: Pick<MatrixWords, 'wholeNumbers' | 'amount'>,
): { step: number; label: string }[] {
  return heatRanges(greatest, wholeNumbers).map(({ step, above, to }) => {
    const label = wholeNumbers && above + 1 < to ? `${amount(above + 1)}–${amount(to)}` : amount(to);
    return { step, label: wholeNumbers ? label : `≤ ${label}` };
  });
}
