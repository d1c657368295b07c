import type { Category } from '../contract/codebook.ts';
import { categoryColours } from '../codebook/colours.ts';
import { readLabelled, writeLabelled } from './labelled-text.ts';

export type DescribedCategory = Pick<
  Category,
  'number' | 'definition' | 'rulesFor' | 'rulesAgainst' | 'boundaryCases' | 'examples' | 'retired'
>;

const labels = {
  rulesFor: 'applies',
  rulesAgainst: 'does not apply',
  boundaryCases: 'boundary cases',
  examples: 'examples',
  number: 'number',
  retired: 'retired',
} as const;

/** The definition of a category, with its rules and number as labelled fields; empty when there is none of it. */
export function describeCategory(category: DescribedCategory): string {
  const fields: Record<string, string> = {};
  for (const field of ['rulesFor', 'rulesAgainst', 'boundaryCases', 'examples', 'number'] as const)
    if (category[field] !== '') fields[labels[field]] = category[field];
  if (category.retired) fields[labels.retired] = 'yes';
  return writeLabelled({ body: category.definition, fields });
}

/** Reads what `describeCategory` wrote; of another program's description all is definition. */
export function readCategoryDescription(text: string): DescribedCategory {
  const { body, fields } = readLabelled(text, Object.values(labels));
  const field = (name: keyof typeof labels) => fields[labels[name]] ?? '';
  return {
    definition: body,
    rulesFor: field('rulesFor'),
    rulesAgainst: field('rulesAgainst'),
    boundaryCases: field('boundaryCases'),
    examples: field('examples'),
    number: field('number'),
    retired: field('retired') === 'yes',
  };
}

/** A category as other programs name it: its number before its title. */
export function codeName(number: string, title: string): string {
  return number === '' ? title : `${number} ${title}`;
}

/** The title in a code's name, given the number in its description. */
export function titleInCodeName(name: string, number: string): string {
  return number !== '' && name.startsWith(`${number} `) ? name.slice(number.length + 1) : name;
}

/** Of a palette index, as `#rrggbb`. */
export function colourOfIndex(index: number): string | null {
  return categoryColours[index - 1]?.light.rule ?? null;
}

/** The palette index of the colour nearest to one in `#rgb` or `#rrggbb`; null for what is no colour. */
export function indexOfColour(colour: string | null): number | null {
  const wanted = colour === null ? null : channels(colour);
  if (wanted === null) return null;
  let best: { index: number; distance: number } | null = null;
  for (const [at, { light }] of categoryColours.entries()) {
    const found = channels(light.rule) ?? [0, 0, 0];
    const distance = found.reduce((sum, value, channel) => sum + (value - (wanted[channel] ?? 0)) ** 2, 0);
    if (best === null || distance < best.distance) best = { index: at + 1, distance };
  }
  return best?.index ?? null;
}

function channels(colour: string): number[] | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (hex === undefined) return null;
  const whole = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16));
}
