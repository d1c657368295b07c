/** Steps of the shading above nothing. */
export const HEAT_STEPS = 6;

interface HeatColour {
  fill: string;
  ink: string;
}

/**
 * One hue from pale to dark, so that the order is seen without telling colours apart and on a black-and-white print; on a
 * dark page from dark to pale. The ink on each stands out by at least 4.5 : 1 (WCAG 2.2, 1.4.3).
 */
export const heatColours: readonly { light: HeatColour; dark: HeatColour }[] = [
  { light: { fill: '#f4e8d3', ink: '#1d1a16' }, dark: { fill: '#2b241c', ink: '#e6dfd2' } },
  { light: { fill: '#e4cba5', ink: '#1d1a16' }, dark: { fill: '#43341f', ink: '#e6dfd2' } },
  { light: { fill: '#cda676', ink: '#1d1a16' }, dark: { fill: '#5d472a', ink: '#f0eadf' } },
  { light: { fill: '#b58554', ink: '#14110d' }, dark: { fill: '#765833', ink: '#f6f1e8' } },
  { light: { fill: '#7b5130', ink: '#fffdf8' }, dark: { fill: '#c39a63', ink: '#14110d' } },
  { light: { fill: '#472a16', ink: '#fffdf8' }, dark: { fill: '#eed5a8', ink: '#14110d' } },
];

/** The step of a value, 0 for nothing and `HEAT_STEPS` for the greatest; steps are of equal width. */
export function heatStep(value: number, greatest: number): number {
  if (value <= 0 || greatest <= 0) return 0;
  return Math.min(HEAT_STEPS, Math.max(1, Math.ceil((value / greatest) * HEAT_STEPS - 1e-9)));
}

/** What a step stands for: values above `above`, up to and with `to`. */
export interface HeatRange {
  step: number;
  above: number;
  to: number;
}

/** The ranges of the steps, from the palest; of whole numbers only those that hold one, with such ends. */
export function heatRanges(greatest: number, whole: boolean): HeatRange[] {
  if (greatest <= 0) return [];
  const limit = (step: number) => {
    const exact = (greatest * step) / HEAT_STEPS;
    return whole ? Math.floor(exact + 1e-9) : exact;
  };
  return heatColours
    .map((_colour, index) => ({ step: index + 1, above: limit(index), to: limit(index + 1) }))
    .filter(({ above, to }) => above < to);
}
