import type { PlaceMention } from '../gazetteer/find-places.ts';
import type { Place } from '../gazetteer/places.ts';
import { placeOfProvince } from '../gazetteer/places.ts';
import type { Province } from '../gazetteer/provinces.ts';
import { paragraphIndexAt, paragraphsOf } from '../text/paragraphs.ts';
import type { Role } from '../text/roles.ts';
import type { Span } from '../text/span.ts';
import type { Part } from './proposal.ts';

const IN_TITLE = 3;
const IN_SUBHEAD = 1;
const IN_OPENING = 1;
const OPENING_PARAGRAPHS = 2;
/** A province or prefecture below this share of the foremost one is named in passing. */
const PASSING_SHARE = 0.2;
const COUNTY_SCORE = 2;
const MOST_PLACES = 12;

interface Weighed {
  place: Place;
  score: number;
  first: Span;
}

/** Mentions in what the article says: not in bylines, sources, editors and boilerplate, nor the place of a dateline, nor in the name of a paper. */
export function mentionsInProse(
  text: string,
  roles: readonly Role[],
  mentions: readonly PlaceMention[],
): PlaceMention[] {
  const paragraphs = paragraphsOf(text);
  const spoken = new Set<Role | undefined>(['title', 'subhead', 'body', 'caption', undefined]);
  return mentions.filter(({ start, end }) => {
    const index = paragraphIndexAt(paragraphs, start);
    const isDateline = /^\d{1,2}月\d{1,2}日[電电訊讯]/u.test(text.slice(end, end + 8));
    const isPaper =
      /^(?:日|晚|晨|早|[农農]村|[经經][济濟]|法治)[报報]|^(?:新[闻聞])?[网網]|^[广廣]播|^[电電][视視]台/u.test(
        text.slice(end, end + 4),
      );
    return spoken.has(roles[index]) && !isDateline && !isPaper;
  });
}

/**
 * The places an article is about: provinces first, then prefectures, then counties, each by how often and where it is
 * named (title 3 more, first paragraphs and subheads 1 more). A province counts with the places in it and with 我省;
 * provinces and prefectures named in passing beside much more frequent ones are left out, and so are counties named
 * once. At most 12.
 */
export function weighPlaces(
  text: string,
  roles: readonly Role[],
  mentions: readonly PlaceMention[],
  own: { province: Province; spans: readonly Span[] } | null,
): Part[] {
  const paragraphs = paragraphsOf(text);
  const opening = new Set(
    paragraphs
      .filter(({ index, start, end }) => roles[index] === 'body' && end > start)
      .slice(0, OPENING_PARAGRAPHS)
      .map(({ index }) => index),
  );
  const weighed = new Map<Place, Weighed>();
  const add = (place: Place, score: number, span: Span): void => {
    const known = weighed.get(place);
    if (known === undefined) weighed.set(place, { place, score, first: span });
    else known.score += score;
  };
  for (const mention of mentions) {
    const index = paragraphIndexAt(paragraphs, mention.start);
    const role = roles[index];
    const score =
      1 + (role === 'title' ? IN_TITLE : role === 'subhead' ? IN_SUBHEAD : 0) + (opening.has(index) ? IN_OPENING : 0);
    const span = { start: mention.start, end: mention.end };
    if (mention.province !== null) add(placeOfProvince(mention.province), score, span);
    if (mention.place === null || mention.place.level === 'province') continue;
    add(mention.place, score, span);
    if (mention.place.prefecture !== null) add(mention.place.prefecture, score, span);
  }
  for (const span of own?.spans ?? []) if (own !== null) add(placeOfProvince(own.province), 1, span);
  const byScore = [...weighed.values()].toSorted((a, b) => b.score - a.score || a.first.start - b.first.start);
  const ofLevel = (level: Place['level']) => byScore.filter(({ place }) => place.level === level);
  const foremost = (list: readonly Weighed[]) =>
    list.filter(({ score }) => score >= PASSING_SHARE * (list[0]?.score ?? 0));
  const kept = [
    ...foremost(ofLevel('province')),
    ...foremost(ofLevel('prefecture')),
    ...ofLevel('county').filter(({ score }) => score >= COUNTY_SCORE),
  ];
  return kept.slice(0, MOST_PLACES).map(({ place, first }) => ({
    value: place.level === 'county' ? place.name.hant : place.short.hant,
    evidence: first,
  }));
}

/** The one province that nearly all the mentions lie in, or null. Open mentions do not count. */
export function soleProvince(mentions: readonly PlaceMention[]): Province | null {
  const counts = new Map<Province, number>();
  for (const { province } of mentions) if (province !== null) counts.set(province, (counts.get(province) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first !== undefined && (counts.size === 1 || (first[1] >= 3 && first[1] / total >= 0.75)) ? first[0] : null;
}
