import { foldName } from './name-characters.ts';
import { counties, type Place, placeOfProvince, prefectures } from './places.ts';
import { corps, type PlaceName, type Province, provinces } from './provinces.ts';

/** What can be chosen for a province: the 34 units of the province level, by code, and the Corps. */
export const provinceChoices: readonly Province[] = [...provinces, corps];

interface Keyed {
  place: Place;
  short: string;
  full: string;
  /** In small letters, without spaces; only of provinces. */
  en: string;
}

const all: readonly Keyed[] = [...provinceChoices.map(placeOfProvince), ...prefectures, ...counties].map((place) => ({
  place,
  short: foldName(place.short.hans),
  full: foldName(place.name.hans),
  en: place.level === 'province' ? plainLatin(place.province.en) : '',
}));

/** How metadata name a place: a county with its kind, anything above it without (平城區, 大同, 山西). */
export function placeName({ level, name, short }: Place): PlaceName {
  return level === 'county' ? name : short;
}

/**
 * The places whose name begins with, or else contains, what was typed in either script; provinces also by their English
 * name. Names that begin so come first, then larger units, then the order of the gazetteer. At most `limit`; none for
 * an empty text.
 */
export function completePlace(typed: string, limit: number): Place[] {
  const key = foldName(typed.trim());
  if (key === '') return [];
  const latin = plainLatin(key);
  const begun: Place[] = [];
  const within: Place[] = [];
  for (const { place, short, full, en } of all) {
    if (full.startsWith(key) || short.startsWith(key) || (latin !== '' && en.startsWith(latin))) begun.push(place);
    else if (full.includes(key)) within.push(place);
  }
  return [...begun, ...within].slice(0, limit);
}

/** The provinces that fit what was typed, in either script or in English; all of them for an empty text. */
export function completeProvince(typed: string): Province[] {
  const key = foldName(typed.trim());
  const latin = plainLatin(key);
  return provinceChoices.filter(
    ({ name, short, en }) =>
      foldName(name.hans).includes(key) ||
      foldName(short.hans).includes(key) ||
      (latin !== '' && plainLatin(en).startsWith(latin)),
  );
}

function plainLatin(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/gu, '');
}

const simplified = new Map<string, string>();
const stored = new Map<string, string>();
for (const { place } of all) {
  for (const { hant, hans } of [place.short, place.name]) if (!simplified.has(hant)) simplified.set(hant, hans);
  const { hant } = placeName(place);
  for (const full of [place.name.hant, place.name.hans]) if (!stored.has(full)) stored.set(full, hant);
  if (!stored.has(place.short.hans)) stored.set(place.short.hans, place.short.hant);
}

/**
 * A place of the gazetteer as metadata keep it: in Traditional characters, and what is above a county without its kind
 * (大同市 is 大同). Any other text as it is.
 */
export function storedPlaceName(name: string): string {
  return stored.get(name) ?? name;
}

/** A place of the gazetteer in Simplified characters; any other text as it is. */
export function simplifiedPlaceName(name: string): string {
  return simplified.get(name) ?? name;
}
