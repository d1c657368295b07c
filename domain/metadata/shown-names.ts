import type { ArticleMetadata } from '../contract/article.ts';
import type { Language } from '../contract/values.ts';
import { simplifiedPlaceName, storedPlaceName } from '../gazetteer/complete-place.ts';
import { provinceByName } from '../gazetteer/provinces.ts';
import { simplifiedGenre, storedGenre } from './genres.ts';
import { NATIONAL } from './outlets.ts';

const nationalHans = '全国';

/** A value in the script of the interface, where it is a name of the program's own lists; English keeps the stored one. */
export function shownName(name: keyof ArticleMetadata, value: string, language: Language): string {
  if (language !== 'zh-Hans') return value;
  if (name === 'genre') return simplifiedGenre(value);
  if (name !== 'outletProvince' && name !== 'places') return value;
  return value === NATIONAL ? nationalHans : simplifiedPlaceName(value);
}

/** What she wrote as it is kept, so that articles come together whichever script they were described in. */
export function storedName(name: keyof ArticleMetadata, written: string): string {
  const text = written.trim();
  if (name === 'genre') return storedGenre(text);
  if (name !== 'outletProvince' && name !== 'places') return text;
  if (text === nationalHans) return NATIONAL;
  return provinceByName(text)?.short.hant ?? storedPlaceName(text);
}

/** Whether a province is one of the gazetteer, or the whole country. */
export function isListedProvince(value: string): boolean {
  return value === NATIONAL || provinceByName(value) !== null;
}
