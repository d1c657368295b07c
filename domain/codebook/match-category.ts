import type { Span } from '../text/span.ts';
import { readChineseNumeral } from './chinese-numeral.ts';
import { findPinyin, type PinyinKind, type PinyinReading, readPinyin } from './pinyin-reading.ts';

/** What the picker needs of a category; a title that does not exist is an empty string. */
export interface SearchableCategory {
  readonly id: string;
  /** `13` for a part, `13·51` for an item, empty without a number. */
  readonly number: string;
  readonly titleHant: string;
  readonly titleHans: string;
  readonly titleEn: string;
}

export type TitleField = 'titleHant' | 'titleHans' | 'titleEn';

export interface CategoryMatch {
  readonly id: string;
  /** The greater the better; 0 for all when the query is empty. */
  readonly score: number;
  /** What of each title matched, in UTF-16 offsets of that title, sorted and disjoint; a title in which nothing did is left out. */
  readonly ranges?: Readonly<Partial<Record<TitleField, readonly Span[]>>>;
}

export interface CategoryIndex {
  /** As `matchCategories`, over the categories that the index was made from. */
  readonly match: (query: string) => CategoryMatch[];
}

type Ranges = Partial<Record<TitleField, readonly Span[]>>;
interface Found {
  readonly score: number;
  readonly ranges: Ranges;
}
interface Term {
  readonly text: string;
  readonly number: string;
  readonly spelt: string;
}
interface Entry {
  readonly id: string;
  readonly number: string;
  readonly titles: Readonly<Record<TitleField, string>>;
  readonly readings: readonly { readonly fields: readonly TitleField[]; readonly reading: PinyinReading }[];
}

const SCORES = { number: 1000, numberEnd: 990, numberStart: 900, titleStart: 800, title: 700, inWord: 600 } as const;
const PINYIN: Record<PinyinKind, number> = { initials: 480, syllables: 470, mixed: 450 };
const PINYIN_LEADING = 20;
const SEVERAL_TERMS = -5;
const FIELDS = ['titleHant', 'titleHans', 'titleEn'] as const;
const LONGEST_QUERY = 100;
const NONE: Found = { score: 0, ranges: {} };

/** Keeps every UTF-16 offset: one unit in, one unit out. */
function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const plain = unit.normalize('NFKC').toLowerCase();
    folded += plain.length === 1 ? plain : unit;
  }
  return folded.replace(/[“”「」『』]/g, '"').replace(/[‘’]/g, "'");
}

function foldNumber(text: string): string {
  return fold(text)
    .replace(/^[\s([【〔第]+|[\s)\]】〕]+$/g, '')
    .replace(/[條条項项部]分?$/, '')
    .replace(/\s*[.・‧•∙⋅\-–—_/,:。、]\s*/g, '·')
    .split('·')
    .map((segment) => readChineseNumeral(segment) ?? segment)
    .join('·');
}

function isWordUnit(unit: string): boolean {
  return /[a-z0-9\u00c0-\u024f]/.test(unit);
}

function findInTitle(term: string, title: string): { score: number; range: Span } | null {
  let inWord: number | null = null;
  for (let at = title.indexOf(term); at >= 0; at = title.indexOf(term, at + 1)) {
    const range = { start: at, end: at + term.length };
    if (at === 0) return { score: SCORES.titleStart, range };
    if (!isWordUnit(term.charAt(0)) || !isWordUnit(title.charAt(at - 1))) return { score: SCORES.title, range };
    inWord ??= at;
  }
  if (inWord === null || term.length < 3) return null;
  return { score: SCORES.inWord, range: { start: inWord, end: inWord + term.length } };
}

function findNumber(number: string, query: string): number {
  if (number === '' || query === '') return 0;
  const last = number.slice(number.lastIndexOf('·') + 1);
  if (number === query) return SCORES.number;
  if (last === query) return SCORES.numberEnd;
  return number.startsWith(query) || last.startsWith(query) ? SCORES.numberStart : 0;
}

function prepareTerm(text: string): Term {
  return { text, number: foldNumber(text), spelt: text.replace(/[\s']/g, '').replaceAll('ü', 'v') };
}

function findTerm(term: Term, entry: Entry): Found {
  let score: number = findNumber(entry.number, term.number);
  const ranges: Ranges = {};
  for (const field of FIELDS) {
    const found = findInTitle(term.text, entry.titles[field]);
    if (found === null) continue;
    score = Math.max(score, found.score);
    ranges[field] = [found.range];
  }
  if (score > 0) return { score, ranges };
  for (const { fields, reading } of entry.readings) {
    const hit = findPinyin(term.spelt, reading);
    if (hit === null) continue;
    const range = { start: hit.start, end: hit.end };
    return {
      score: PINYIN[hit.kind] + (hit.leading ? PINYIN_LEADING : 0),
      ranges: Object.fromEntries(fields.map((field) => [field, [range]])),
    };
  }
  return NONE;
}

function joinRanges(all: readonly Ranges[]): Ranges {
  const joined: Ranges = {};
  for (const field of FIELDS) {
    const merged: Span[] = [];
    for (const range of all.flatMap((ranges) => ranges[field] ?? []).toSorted((a, b) => a.start - b.start)) {
      const previous = merged.at(-1);
      if (previous === undefined || range.start > previous.end) merged.push(range);
      else merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) };
    }
    if (merged.length > 0) joined[field] = merged;
  }
  return joined;
}

function findTerms(whole: Term, terms: readonly Term[], entry: Entry): Found {
  const found = findTerm(whole, entry);
  if (found.score > 0 || terms.length < 2) return found;
  const each: Found[] = [];
  for (const term of terms) {
    const one = findTerm(term, entry);
    if (one.score === 0) return NONE;
    each.push(one);
  }
  return {
    score: Math.min(...each.map((one) => one.score)) + SEVERAL_TERMS,
    ranges: joinRanges(each.map((one) => one.ranges)),
  };
}

function prepare({ id, number, titleHant, titleHans, titleEn }: SearchableCategory): Entry {
  const titles = { titleHant: fold(titleHant), titleHans: fold(titleHans), titleEn: fold(titleEn) };
  // Titles of one length are taken to answer character for character, so that the Simplified reading serves both.
  const groups: (readonly ('titleHant' | 'titleHans')[])[] =
    titleHant.length === titleHans.length ? [['titleHans', 'titleHant']] : [['titleHans'], ['titleHant']];
  const readings = groups
    .map((fields) => ({ fields, reading: readPinyin(titles[fields[0] ?? 'titleHans']) }))
    .filter(({ reading }) => reading.syllables.length > 0);
  return { id, number: foldNumber(number), titles, readings };
}

/** Prepares categories, in codebook order, for a search at every keystroke. Reading the pinyin is the dear part. */
export function createCategoryIndex(categories: readonly SearchableCategory[]): CategoryIndex {
  const entries = categories.map(prepare);
  return {
    match: (query) => {
      const whole = fold(query.slice(0, LONGEST_QUERY)).trim();
      if (whole === '') return entries.map(({ id }) => ({ id, score: 0 }));
      const wholeTerm = prepareTerm(whole);
      const terms = whole.split(/\s+/).map(prepareTerm);
      return entries
        .map((entry): CategoryMatch => {
          const { score, ranges } = findTerms(wholeTerm, terms, entry);
          return Object.keys(ranges).length > 0 ? { id: entry.id, score, ranges } : { id: entry.id, score };
        })
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score);
    },
  };
}

/**
 * Finds the categories that a query names, best first, equals in codebook order; an empty query gives all in order.
 *
 * By number (`51`, `13·51`, `13.51`, `（51）`, `五十一`), exact before begun; then by title in either script or in
 * English, at its start, then within, then inside an English word; then by pinyin: initials (`gjaq`), syllables
 * (`guojia`), mixed (`guojaq`). Words parted by spaces must all be found. Only the first 100 UTF-16 units count.
 */
export function matchCategories(query: string, categories: readonly SearchableCategory[]): CategoryMatch[] {
  return createCategoryIndex(categories).match(query);
}
