import { type CategoryColour, categoryColours, PAGE_COLOURS } from '#domain/codebook/colours.ts';

type Theme = 'light' | 'dark';
type Shade = Pick<CategoryColour, 'tint' | 'rule'>;

/** Of an annotation that has no category yet. */
const NEUTRAL: Record<Theme, Shade> = {
  light: { tint: '#e6e1d6', rule: '#8c857a' },
  dark: { tint: '#34312b', rule: '#8f877a' },
};

/** Index 0 is neutral, 1 to 15 are the palette's. */
const shades: readonly Record<Theme, Shade>[] = [NEUTRAL, ...categoryColours];

/** Annotations over one another that are told apart by how dark the tint is; more look the same. */
export const DEEPEST_SHADE = 5;

/** How much of the page's ink a tint takes on for each annotation below the first. */
const INK_PER_LAYER = 0.035;
const RULE_IN_LIFTED = 0.22;
const TINT_IN_DIMMED = 0.5;

/** Stands for a colour index: the rule of an annotation that steps back. */
export const FADED = -1;

/** Of a rule; an index outside the palette is neutral. The element's `color-scheme` chooses light or dark. */
export function ruleColour(index: number): string {
  if (index === FADED) return lightDark('#d8d0c1', '#3d3831');
  return ruleColours[index] ?? ruleColours[0] ?? '';
}

const ruleColours = shades.map(({ light, dark }) => lightDark(light.rule, dark.rule));

export function tintClass(index: number, depth: number): string {
  return `hl-${index in shades ? index : 0}-${Math.min(depth, DEEPEST_SHADE)}`;
}

/**
 * The tints as rules of a style sheet. One class and fixed colours for each of the few tints there are, since variables
 * and mixtures are resolved again for every element, which took twice the time on a page full of highlights.
 */
export function tintRules(): string[] {
  const rules: string[] = [];
  for (const [index, shade] of shades.entries()) {
    for (let depth = 1; depth <= DEEPEST_SHADE; depth++) {
      const ink = INK_PER_LAYER * (depth - 1);
      const tint = (theme: Theme) => mix(shade[theme].tint, PAGE_COLOURS[theme].ink, ink);
      const dimmed = (theme: Theme) => mix(PAGE_COLOURS[theme].paper, tint(theme), TINT_IN_DIMMED);
      const lifted = (theme: Theme) => mix(shade[theme].tint, shade[theme].rule, RULE_IN_LIFTED);
      const name = `.hl-${index}-${depth}`;
      rules.push(
        `${name} { background-color: ${lightDark(tint('light'), tint('dark'))}; }`,
        `[data-lifted] ${name} { background-color: ${lightDark(dimmed('light'), dimmed('dark'))}; }`,
        `.reader ${name}.hl-lifted { background-color: ${lightDark(lifted('light'), lifted('dark'))}; border-top-color: ${ruleColour(index)}; }`,
      );
    }
  }
  return rules;
}

let adopted = false;

/** Gives the document the tints, once; through the object model, which a strict content security policy allows. */
export function adoptTints(): void {
  if (adopted) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tintRules().join('\n'));
  document.adoptedStyleSheets.push(sheet);
  adopted = true;
}

function lightDark(light: string, dark: string): string {
  return `light-dark(${light}, ${dark})`;
}

/** Of two colours written #rrggbb, in sRGB; `share` (0 to 1) is that of the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (at: number) => {
    const from = Number.parseInt(first.slice(at, at + 2), 16);
    const to = Number.parseInt(second.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
