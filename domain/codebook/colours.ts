/** One colour as sRGB hex: `tint` lies under text, `rule` is the thin line or swatch, `ink` sets a number label. */
export interface CategoryColour {
  readonly tint: string;
  readonly rule: string;
  readonly ink: string;
}

export interface CategoryColours {
  readonly light: CategoryColour;
  readonly dark: CategoryColour;
}

/** The grounds and inks that the palette was fitted to: the reading page, in light and in dark. */
export const PAGE_COLOURS = {
  light: { paper: '#faf6ee', ink: '#1d1a16' },
  dark: { paper: '#1b1916', ink: '#e6dfd2' },
} as const;

/**
 * Fifteen colours, one a part of the Decision, in the order of the parts.
 *
 * The rules were found by annealing over a grid of OKLCH colours (lightness, chroma and hue all vary, since fifteen hues
 * alone merge), so that the least distance between any two is greatest in normal, protan, deutan and tritan sight; the
 * order then sets neighbouring parts far apart and keeps off the accent. Distances are Euclidean in OKLab × 100.
 * Reached, least of all pairs: normal sight 10.5 light and 11.0 dark; simulated dichromacy 6.5 light and 6.9 dark;
 * neighbouring parts 15 in every sight and both themes; the accent 9. Contrast: page ink on tint at least 7:1,
 * rule on paper 3:1, ink on paper 4.5:1.
 *
 * Sources: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
 * Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0; B. Ottosson, "A perceptual color space for image processing"
 * (OKLab, 2020); WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11.
 */
export const categoryColours: readonly CategoryColours[] = [
  {
    light: { tint: '#c5e4c3', rule: '#057918', ink: '#057918' },
    dark: { tint: '#243d25', rule: '#7dbd7f', ink: '#7dbd7f' },
  },
  {
    light: { tint: '#bdd0f4', rule: '#052482', ink: '#052482' },
    dark: { tint: '#182d42', rule: '#446c95', ink: '#7599bf' },
  },
  {
    light: { tint: '#ffd7e1', rule: '#dd628e', ink: '#b73f6e' },
    dark: { tint: '#503035', rule: '#f3afb8', ink: '#f3afb8' },
  },
  {
    light: { tint: '#f3cbe3', rule: '#962d76', ink: '#962d76' },
    dark: { tint: '#44273b', rule: '#c96dad', ink: '#ce7ab4' },
  },
  {
    light: { tint: '#f3dfb9', rule: '#b18406', ink: '#896502' },
    dark: { tint: '#38280d', rule: '#81632f', ink: '#ad9262' },
  },
  {
    light: { tint: '#e7c9ac', rule: '#4a2a01', ink: '#4a2a01' },
    dark: { tint: '#463215', rule: '#de9c31', ink: '#de9c31' },
  },
  {
    light: { tint: '#ddd6fe', rule: '#7657c1', ink: '#7657c1' },
    dark: { tint: '#322844', rule: '#8864c0', ink: '#a686d9' },
  },
  {
    light: { tint: '#d4c8ed', rule: '#392a51', ink: '#392a51' },
    dark: { tint: '#403b4f', rule: '#e0d8fd', ink: '#e0d8fd' },
  },
  {
    light: { tint: '#f7d1d1', rule: '#8a6364', ink: '#886262' },
    dark: { tint: '#402927', rule: '#a27b77', ink: '#b18d8a' },
  },
  {
    light: { tint: '#c8d5fc', rule: '#3246a9', ink: '#3246a9' },
    dark: { tint: '#22324d', rule: '#5d91e7', ink: '#6596e8' },
  },
  {
    light: { tint: '#d3e7c4', rule: '#71895d', ink: '#5a7247' },
    dark: { tint: '#2f452b', rule: '#abf59b', ink: '#abf59b' },
  },
  {
    light: { tint: '#cbdbb4', rule: '#3a5103', ink: '#3a5103' },
    dark: { tint: '#263417', rule: '#649029', ink: '#7aa247' },
  },
  {
    light: { tint: '#bfe9fd', rule: '#5d95ae', ink: '#3a728a' },
    dark: { tint: '#143e4d', rule: '#29c9fa', ink: '#29c9fa' },
  },
  {
    light: { tint: '#f2c7d2', rule: '#663746', ink: '#663746' },
    dark: { tint: '#41212b', rule: '#ad456b', ink: '#d67999' },
  },
  {
    light: { tint: '#ebdbff', rule: '#ab75df', ink: '#8852b8' },
    dark: { tint: '#3a3245', rule: '#b2a3c5', ink: '#b2a3c5' },
  },
];

/**
 * The colours of a palette index, 1 to 15; a category of the researcher's own may use any of them.
 * Throws a RangeError for any other number.
 */
export function categoryColour(index: number): CategoryColours {
  const colours = categoryColours[index - 1];
  if (colours === undefined) throw new RangeError(`no category colour ${index}: the palette runs from 1 to 15`);
  return colours;
}
