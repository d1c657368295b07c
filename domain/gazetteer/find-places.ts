import type { Span } from '../text/span.ts';
import type { Entry, LexiconNode } from './lexicon.ts';
import { lexicon } from './lexicon.ts';
import { foldUnit } from './name-characters.ts';
import type { Place, PlaceLevel } from './places.ts';
import type { Province } from './provinces.ts';
import { corps, getProvince } from './provinces.ts';

const XINJIANG = getProvince('650000');

/** A place named in a text, in UTF-16 offsets of that text. */
export interface PlaceMention extends Span {
  /** Null while several places of this name are possible and the text does not say which. */
  place: Place | null;
  /** What the name can stand for here; one when `place` is known. Never empty. */
  candidates: readonly Place[];
  /** That of `place`, or the one that all candidates share. */
  level: PlaceLevel | null;
  province: Province | null;
}

interface Found {
  /** Indices of folded units. */
  from: number;
  to: number;
  entry: Entry;
  /** The mention that ends where this one begins, if any. */
  before: Found | null;
  places: readonly Place[];
}

interface Folded {
  units: Uint16Array;
  /** For each folded unit its UTF-16 offset in the text. */
  offsets: Uint32Array;
  length: number;
}

const OPEN = new Set([0x28, 0xff08]);
const CLOSE = new Set([0x29, 0xff09]);
const LONGEST_GLOSS = 8;
const ENUMERATION = new Set(Array.from('、和与及', (character) => character.charCodeAt(0)));
const BEFORE_PLACE = new Set(Array.from('在到从由对向赴往至是为', (character) => character.charCodeAt(0)));
// Characters that make a word with the kind before them: 市场, 区域, 县级, 州长.
const AFTER_KIND: readonly [string, string][] = [
  ['市', '场价值'],
  ['区', '域别块间划分'],
  ['县', '级'],
  ['州', '际'],
];
const NOT_AFTER = new Map(
  AFTER_KIND.map(([kind, after]) => [kind.charCodeAt(0), new Set(Array.from(after, (each) => each.charCodeAt(0)))]),
);
const NOT_AFTER_BOUNDED = new Set(Array.from('域级市区乡长直处', (character) => character.charCodeAt(0)));

/**
 * The places named in a text, in their order, without overlaps: provinces, prefectures and counties by full and short
 * names, and provinces in fixed compounds (京津冀). Reads both scripts and passes over pinyin glosses: `臨(lín)汾`. The
 * longest name from the left wins.
 *
 * A name that several places share is resolved by the unit right before it, else by the prefectures, else by the
 * provinces the text names, else by `outlet`, the province of the paper; otherwise it stays open. Short names that are
 * also ordinary words count only beside a mention that supports them (`Caution` in lexicon.ts).
 */
export function findPlaces(text: string, outlet: Province | null = null): PlaceMention[] {
  const folded = foldText(text);
  const found = scan(folded);
  const context = contextOf(found, outlet);
  const mentions: PlaceMention[] = [];
  for (const [index, each] of found.entries()) {
    const places = resolve(each, context);
    if (!isSupported(folded, found, index, places, context)) continue;
    const place = places.length === 1 ? (places[0] ?? null) : null;
    mentions.push({
      start: folded.offsets[each.from] ?? 0,
      end: (folded.offsets[each.to - 1] ?? 0) + 1,
      place,
      candidates: places,
      level: shared(places, ({ level }) => level),
      province: shared(places, ({ province }) => province),
    });
  }
  return mentions;
}

function shared<T>(places: readonly Place[], read: (place: Place) => T): T | null {
  const first = places[0];
  if (first === undefined) return null;
  const value = read(first);
  return places.every((place) => read(place) === value) ? value : null;
}

function foldText(text: string): Folded {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (OPEN.has(unit)) {
      const end = glossEnd(text, offset);
      if (end !== -1) {
        offset = end;
        continue;
      }
    }
    units[length] = foldUnit(unit);
    offsets[length] = offset;
    length += 1;
  }
  return { units, offsets, length };
}

/** Offset of the bracket that closes a gloss of Latin letters, or -1. */
function glossEnd(text: string, open: number): number {
  for (let offset = open + 1; offset <= open + LONGEST_GLOSS && offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (CLOSE.has(unit)) return offset > open + 1 ? offset : -1;
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x1ff) || unit === 0x20;
    if (!isLetter) return -1;
  }
  return -1;
}

function scan(folded: Folded): Found[] {
  const root = lexicon();
  const found: Found[] = [];
  let at = 0;
  while (at < folded.length) {
    at = step(folded, root, at, found);
  }
  return found;
}

/** Takes the longest acceptable name at `at`, and answers where to go on. */
function step(folded: Folded, root: LexiconNode, at: number, found: Found[]): number {
  let node: LexiconNode | undefined = root.next.get(folded.units[at] ?? 0);
  if (node === undefined) return at + 1;
  const last = found.at(-1);
  const before = last !== undefined && last.to === at ? last : null;
  let reached = at + 1;
  let best: Found | null = null;
  let compound: readonly (Place | null)[] | null = null;
  for (let to = at + 1; node !== undefined; to++) {
    if (node.blocks) {
      best = null;
      compound = null;
      reached = to;
    } else if (node.compound !== null) {
      best = null;
      compound = node.compound;
      reached = to;
    } else if (node.entry !== null) {
      const candidate = { from: at, to, entry: node.entry, before, places: node.entry.places };
      if (isAcceptable(folded, candidate)) {
        best = candidate;
        compound = null;
        reached = to;
      }
    }
    node = to < folded.length ? node.next.get(folded.units[to] ?? 0) : undefined;
  }
  if (best !== null) found.push(best);
  if (compound !== null) {
    for (const [index, place] of compound.entries()) {
      if (place === null) continue;
      const entry: Entry = { places: [place], caution: 'plain', isFull: true };
      found.push({ from: at + index, to: at + index + 1, entry, before: null, places: entry.places });
    }
  }
  return reached;
}

/** What can be told from the characters around the name alone. */
function isAcceptable(folded: Folded, { from, to, entry, before }: Found): boolean {
  const kind = folded.units[to - 1] ?? 0;
  const next = to < folded.length ? (folded.units[to] ?? 0) : 0;
  if (entry.isFull && NOT_AFTER.get(kind)?.has(next) === true) return false;
  if (entry.caution === 'attached')
    return before !== null && entry.places.some((place) => liesIn(place, before.places));
  if (entry.caution !== 'bounded') return true;
  if (before !== null && entry.places.some((place) => liesIn(place, before.places))) return true;
  if (NOT_AFTER_BOUNDED.has(next)) return false;
  const previous = from > 0 ? (folded.units[from - 1] ?? 0) : 0;
  return !isHan(previous) || BEFORE_PLACE.has(previous);
}

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}

function liesIn(place: Place, units: readonly Place[]): boolean {
  return units.some(
    (unit) =>
      unit !== place &&
      (unit.level === 'province' ? unit.province === place.province : unit === place.prefecture) &&
      rank(unit) < rank(place),
  );
}

function rank({ level }: Place): number {
  return level === 'province' ? 0 : level === 'prefecture' ? 1 : 2;
}

interface Context {
  prefectures: Set<Place>;
  provinces: Set<Province>;
  /** Named in full, with the kind. */
  full: Set<Place>;
  outlet: Province | null;
}

/** What the text names beyond doubt. */
function contextOf(found: readonly Found[], outlet: Province | null): Context {
  const context: Context = { prefectures: new Set(), provinces: new Set(), full: new Set(), outlet };
  for (const { entry, before, places } of found) {
    const within = before === null ? [] : places.filter((place) => liesIn(place, before.places));
    const certain =
      within.length === 1 ? within[0] : entry.caution === 'plain' && places.length === 1 ? places[0] : null;
    if (certain === null || certain === undefined) continue;
    context.provinces.add(certain.province);
    if (certain.level === 'prefecture') context.prefectures.add(certain);
    if (certain.prefecture !== null) context.prefectures.add(certain.prefecture);
    if (entry.isFull) context.full.add(certain);
  }
  return context;
}

function resolve({ before, places }: Found, context: Context): readonly Place[] {
  if (places.length === 1) return places;
  const narrowed = [
    before === null ? [] : places.filter((place) => liesIn(place, before.places)),
    places.filter((place) => context.full.has(place)),
    places.filter((place) => place.prefecture !== null && context.prefectures.has(place.prefecture)),
    places.filter((place) => context.provinces.has(place.province)),
    places.filter((place) => place.province === context.outlet),
  ];
  return narrowed.find((each) => each.length === 1) ?? narrowed.find((each) => each.length > 1) ?? places;
}

function isSupported(
  folded: Folded,
  found: readonly Found[],
  index: number,
  places: readonly Place[],
  context: Context,
): boolean {
  const each = found[index];
  if (each === undefined || each.entry.caution === 'plain' || each.entry.caution === 'attached') return true;
  if (places.some((place) => context.full.has(place))) return true;
  if (each.before !== null && places.some((place) => liesIn(place, each.before?.places ?? []))) return true;
  if (each.entry.caution !== 'adjoining') {
    return places.some(({ province }) => isNamed(province, context));
  }
  return [found[index - 1], found[index + 1]].some(
    (neighbour) =>
      neighbour !== undefined &&
      isEnumerated(folded, each, neighbour) &&
      neighbour.places.some((other) => places.some((place) => place.province === other.province)),
  );
}

function isNamed(province: Province, { provinces, outlet }: Context): boolean {
  return provinces.has(province) || province === outlet || (province === corps && provinces.has(XINJIANG));
}

/** Whether exactly one mark or word of an enumeration stands between the two. */
function isEnumerated(folded: Folded, a: Found, b: Found): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return second.from === first.to + 1 && ENUMERATION.has(folded.units[first.to] ?? 0);
}
