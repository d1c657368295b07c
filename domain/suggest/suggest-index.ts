import { type FoldedText, foldText } from '../reuse/folded-text.ts';
import { type Bm25Index, indexBm25 } from './bm25.ts';
import { addGrams, type GramCounts, gramsOf } from './grams.ts';
import type { EarlierLink, SuggestInput } from './suggest-input.ts';

/** What suggestions rest on: without a reference that has units of the categories they are worth less. */
export type SuggestBasis = 'reference' | 'titles-and-links' | 'titles';

/** A text that speaks for a category, or against it. */
export interface Source {
  readonly of:
    | { readonly kind: 'unit'; readonly referenceId: string; readonly unitId: string }
    | { readonly kind: 'title'; readonly title: string }
    | { readonly kind: 'link'; readonly linkId: string; readonly accepted: boolean };
  readonly text: string;
  readonly folded: FoldedText;
  /** What to add to an offset in `text` for one in the reference; 0 for titles and links. */
  readonly offset: number;
}

/** All that is computed once from the input; what it holds is for `domain/suggest` alone. */
export interface SuggestIndex {
  readonly basis: SuggestBasis;
  readonly categoryIds: readonly string[];
  /** Whether there are categories below it. */
  readonly isAbove: readonly boolean[];
  readonly bm25: Bm25Index;
  /** By category: its titles, units and links. */
  readonly sources: readonly (readonly Source[])[];
  readonly links: readonly { readonly place: number; readonly accepted: boolean; readonly grams: number }[];
  /** By gram of two characters, the links that have it. */
  readonly linksWith: ReadonlyMap<number, readonly number[]>;
}

/** How often a title counts beside sentences of a reference. */
const TITLE_TIMES = 3;

/**
 * Makes the index that suggestions are drawn from: some 50 ms with the Decision, once, and again when links came or went.
 * A category is searched by its titles and the units of the references; links count by how near they are. Throws
 * RangeError for a category given twice.
 */
export function indexForSuggestions(input: SuggestInput): SuggestIndex {
  const { categories, references, links } = input;
  const places = new Map(categories.map(({ id }, at) => [id, at]));
  if (places.size < categories.length) throw new RangeError('a category is given twice');
  const counts = categories.map((): GramCounts => new Map());
  const sources = categories.map((): Source[] => []);
  const add = (place: number, of: Source['of'], text: string, { times = 1, offset = 0 } = {}) => {
    sources[place]?.push({ of, text, folded: foldText(text), offset });
    const own = counts[place];
    if (own !== undefined && times > 0) addGrams(own, text, times);
  };
  const hasUnits = references.some(({ units }) => units.some(({ categoryId }) => places.has(categoryId ?? '')));
  const times = hasUnits ? TITLE_TIMES : 1;
  for (const [place, { titles }] of categories.entries()) {
    for (const title of differentTitles(titles)) add(place, { kind: 'title', title }, title, { times });
  }
  for (const { id, text, units } of references) {
    for (const { id: unitId, categoryId, start, end } of units) {
      const place = categoryId === null ? undefined : places.get(categoryId);
      if (place === undefined) continue;
      add(place, { kind: 'unit', referenceId: id, unitId }, text.slice(start, end), { offset: start });
    }
  }
  const known = links.filter(({ categoryId }) => places.has(categoryId));
  for (const { id, categoryId, text, accepted } of known) {
    const place = places.get(categoryId) ?? 0;
    add(place, { kind: 'link', linkId: id, accepted }, text, { times: 0 });
  }
  const parents = new Set(categories.map(({ parentId }) => parentId));
  return {
    basis: hasUnits ? 'reference' : known.length > 0 ? 'titles-and-links' : 'titles',
    categoryIds: categories.map(({ id }) => id),
    isAbove: categories.map(({ id }) => parents.has(id)),
    bm25: indexBm25(counts),
    sources,
    ...indexLinks(known, places),
  };
}

/** Titles that are the same after folding, such as those of the two scripts, count once. */
function differentTitles(titles: readonly string[]): string[] {
  const different = new Map<string, string>();
  for (const title of titles) {
    const key = foldText(title).codes.join(' ');
    if (key !== '' && !different.has(key)) different.set(key, title);
  }
  return [...different.values()];
}

function indexLinks(
  known: readonly EarlierLink[],
  places: ReadonlyMap<string, number>,
): Pick<SuggestIndex, 'links' | 'linksWith'> {
  const linksWith = new Map<number, number[]>();
  const links = known.map(({ categoryId, text, accepted }, at) => {
    const grams = gramsOf(foldText(text), 2);
    for (const gram of grams) {
      const others = linksWith.get(gram);
      if (others === undefined) linksWith.set(gram, [at]);
      else others.push(at);
    }
    return { place: places.get(categoryId) ?? 0, accepted, grams: grams.size };
  });
  return { links, linksWith };
}
