import { categoryColours } from '#domain/codebook/colours.ts';

/** Index 0 is an annotation without a category. */
const NEUTRAL = { tint: 'light-dark(#e6e1d6, #34312b)', rule: 'light-dark(#8c857a, #8f877a)' };

/** Sets `--hl-N-tint` and `--hl-N-rule` for N = 0 to 15; `highlights.css` chooses light or dark by `color-scheme`. */
export function definePalette(element: HTMLElement): void {
  element.style.setProperty('--hl-0-tint', NEUTRAL.tint);
  element.style.setProperty('--hl-0-rule', NEUTRAL.rule);
  for (const [index, { light, dark }] of categoryColours.entries()) {
    element.style.setProperty(`--hl-${index + 1}-tint`, `light-dark(${light.tint}, ${dark.tint})`);
    element.style.setProperty(`--hl-${index + 1}-rule`, `light-dark(${light.rule}, ${dark.rule})`);
  }
}
