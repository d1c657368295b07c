import type { Language } from '#domain/contract/values.ts';
import { completePlace, completeProvince, placeName } from '#domain/gazetteer/complete-place.ts';
import { foldName } from '#domain/gazetteer/name-characters.ts';
import type { Place } from '#domain/gazetteer/places.ts';
import { completeGenre } from '#domain/metadata/genres.ts';
import { NATIONAL } from '#domain/metadata/outlets.ts';
import { t } from '../app/language.ts';
import type { Suggestion } from '../widgets/suggest-input.tsx';
import { shownName } from '#domain/metadata/shown-names.ts';

/** Rows of a list that nobody scrolls further. */
const most = 40;

type Suggested = 'outlet' | 'outletProvince' | 'genre';

/** What can be meant by what is typed; all there is for an empty text. */
export function suggestNames(
  name: Suggested,
  typed: string,
  used: readonly string[],
  language: Language,
): readonly Suggestion[] {
  if (name === 'outletProvince') return suggestProvinces(typed, language);
  const key = foldName(typed.trim());
  const others = used.filter((value) => foldName(value).includes(key));
  if (name === 'outlet') return others.slice(0, most).map((value) => ({ value, label: value }));
  const listed = completeGenre(typed);
  const own = others.filter((value) => listed.every(({ hant }) => hant !== value));
  return [
    ...listed.map(({ hant, en }) => ({
      value: hant,
      label: shownName('genre', hant, language),
      ...(language === 'en' ? { hint: en } : {}),
    })),
    ...own.map((value) => ({ value, label: value })),
  ].slice(0, most);
}

function suggestProvinces(typed: string, language: Language): Suggestion[] {
  const national = {
    value: NATIONAL,
    label: shownName('outletProvince', NATIONAL, language),
    hint: t('metadata.central'),
  };
  const key = typed.trim();
  const fits = [NATIONAL, '全国', national.hint].some((each) => each.toLowerCase().includes(key.toLowerCase()));
  const found = completeProvince(typed).map(({ short, en }) => ({
    value: short.hant,
    label: language === 'zh-Hans' ? short.hans : short.hant,
    ...(language === 'en' ? { hint: en } : {}),
  }));
  return fits ? [...found, national] : found;
}

/** Places of the gazetteer that are not there yet, each with what it lies in. */
export function suggestPlaces(typed: string, present: readonly string[], language: Language): Suggestion[] {
  const inScript = ({ hant, hans }: { hant: string; hans: string }) => (language === 'zh-Hans' ? hans : hant);
  return completePlace(typed, most).flatMap((place) => {
    const name = placeName(place);
    if (present.includes(name.hant)) return [];
    return [{ value: name.hant, label: inScript(name), hint: placeHint(place, inScript, language) }];
  });
}

function placeHint(
  place: Place,
  inScript: (name: { hant: string; hans: string }) => string,
  language: Language,
): string {
  const { level, prefecture, province } = place;
  if (level === 'province') return language === 'en' ? province.en : t('metadata.levels.province');
  const within = [province.short, ...(prefecture ? [prefecture.short] : [])].map(inScript).join(' · ');
  return level === 'prefecture' ? `${within} · ${t('metadata.levels.prefecture')}` : within;
}
