import { catalogues } from '#domain/languages/interface/index.ts';

/** The words of the interface in the language that a new researcher sees. */
export const words = catalogues['zh-Hant'];

/** Fills the places of a sentence of the catalogue: `{{name}}`. */
export function say(sentence: string, values: Record<string, string | number>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`“${sentence}” needs ${name}.`);
    return String(value);
  });
}

/** A pattern for a sentence of which some places are not known. */
export function like(sentence: string, values: Record<string, string | number> = {}): RegExp {
  const pattern = sentence
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\\\{\\\{(\w+)\\\}\\\}/g, (_place, name: string) =>
      name in values ? String(values[name]).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : '.+',
    );
  return new RegExp(pattern);
}
