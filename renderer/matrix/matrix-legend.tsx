import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { heatLegend } from '#domain/matrix/heat-legend.ts';
import { heatColours } from '#domain/matrix/heat-steps.ts';
import type { MatrixWords } from '#domain/matrix/matrix-words.ts';

interface MatrixLegendProps {
  greatest: number;
  words: MatrixWords;
  /** What can be done about what is said. */
  children?: ReactNode;
}

/** What the shading means, and in words what was counted, by what it was divided, and of how many. */
export function MatrixLegend({ greatest, words, children }: MatrixLegendProps) {
  const { t } = useTranslation();
  return (
    <footer className="matrix-foot">
      <ul className="matrix-legend" aria-label={words.unit}>
        <li>{words.unit}</li>
        {heatLegend(greatest, words).map(({ step, label }) => (
          <li key={step}>
            <span className="matrix-swatch" style={swatch(step)} aria-hidden />
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
      {children}
    </footer>
  );
}

function swatch(step: number): CSSProperties {
  const colours = heatColours[step - 1];
  return colours === undefined ? {} : { background: `light-dark(${colours.light.fill}, ${colours.dark.fill})` };
}
