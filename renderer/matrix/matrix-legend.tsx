import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { heatColours, heatLimits } from '#domain/matrix/heat-steps.ts';
import type { MatrixWords } from './matrix-words.ts';

/** What the shading means, and in words what was counted, by what it was divided, and of how many. */
export function MatrixLegend({ greatest, words }: { greatest: number; words: MatrixWords }) {
  const { t } = useTranslation();
  return (
    <footer className="matrix-foot">
      <ul className="matrix-legend" aria-label={words.unit}>
        <li>{words.unit}</li>
        {stepLabels(greatest, words).map((label, index) => (
          <li key={label}>
            <span className="matrix-swatch" style={swatch(index)} aria-hidden />
            {label}
          </li>
        ))}
        <li>
          <span className="matrix-swatch" aria-hidden />
          {t('matrix.silent')}
        </li>
        <li>
          <span className="matrix-swatch" data-state="not-coded" aria-hidden />
          {t('matrix.notCoded')}
        </li>
      </ul>
      {words.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </footer>
  );
}

/** The range of each step of the shading, from the palest; none where nothing is shaded. */
export function stepLabels(greatest: number, words: MatrixWords): string[] {
  return greatest <= 0 ? [] : heatLimits(greatest).map((limit) => `≤ ${words.amount(limit)}`);
}

function swatch(index: number): CSSProperties {
  const colours = heatColours[index];
  return colours === undefined ? {} : { background: `light-dark(${colours.light.fill}, ${colours.dark.fill})` };
}
