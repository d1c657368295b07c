import { plainDate } from '../contract/values.ts';

/** A date as `plainDate` writes it, found at `start` of the text it was read from. */
export interface DateIn {
  value: string;
  start: number;
  end: number;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const WRITTEN = /(?<!\d)((?:19|20)\d{2})\s*([-年/.])\s*(\d{1,2})\s*(?:[-月/.])\s*(\d{1,2})(?!\d)\s*日?/gu;
const MONTH = /(?<!\d)((?:19|20)\d{2})(?:年(\d{1,2})月|-(\d{2})(?![-\d]))/u;
const HAN = /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/gu;
const IN_ADDRESS = [
  /(?<!\d)((?:19|20)\d{2})[-/](\d{2})[-/](\d{2})(?!\d)/u,
  /(?<!\d)((?:19|20)\d{2})\/?(\d{2})(\d{2})(?!\d)/u,
];
const IN_FILE_NAME = [
  /(?<!\d)((?:19|20)\d{2})[-_.年](\d{1,2})[-_.月](\d{1,2})(?!\d)/u,
  /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u,
];
const BEIJING = 8 * 60;

/** A plain date, or null when there is no such day. */
export function dateOf(year: string, month: string, day: string | null): string | null {
  const parts = day === null ? [year, month.padStart(2, '0')] : [year, month.padStart(2, '0'), day.padStart(2, '0')];
  const parsed = plainDate.safeParse(parts.join('-'));
  return parsed.success ? parsed.data : null;
}

/** Full dates of a folded line in their order: 2024年8月5日, 2024-08-05, 2024/8/5, 二〇二四年八月五日. */
export function datesIn(folded: string): DateIn[] {
  const dates: DateIn[] = [];
  for (const match of folded.matchAll(WRITTEN)) push(dates, match, match[1] ?? '', match[3] ?? '', match[4] ?? '');
  for (const match of folded.matchAll(HAN)) {
    const year = Array.from(match[1] ?? '', (each) => HAN_DIGITS.indexOf(/[○零]/u.test(each) ? '〇' : each)).join('');
    push(dates, match, year, String(hanNumber(match[2] ?? '')), String(hanNumber(match[3] ?? '')));
  }
  return dates.toSorted((a, b) => a.start - b.start);
}

function push(dates: DateIn[], match: RegExpMatchArray, year: string, month: string, day: string): void {
  const value = dateOf(year, month, day);
  const start = match.index ?? 0;
  if (value !== null) dates.push({ value, start, end: start + match[0].trimEnd().length });
}

/** 1 to 99 in Han numerals. */
function hanNumber(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (han: string | undefined) =>
    Math.max(0, HAN_DIGITS.indexOf(han === undefined || han === '' ? '〇' : han));
  const ten = numeral.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0;
  return ten * 10 + digit(ones);
}

/**
 * The day, in Beijing time, of a page's own statement (`2024-08-05T10:22:00+08:00`, `2024-08-05 10:22`); an instant with
 * another offset is moved to Beijing. Null when it is none.
 */
export function dateOfInstant(stated: string): string | null {
  const match =
    /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/iu.exec(
      stated,
    );
  if (match === null) return datesIn(stated)[0]?.value ?? null;
  const [, year = '', month = '', day = '', time, offset] = match;
  const date = dateOf(year, month, day);
  if (date === null || time === undefined || offset === undefined) return date;
  const zone = /^z$/iu.test(offset) ? '+00:00' : offset.replace(/^(...)(\d\d)$/u, '$1:$2');
  const instant = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}${zone}`);
  if (Number.isNaN(instant.getTime())) return date;
  return new Date(instant.getTime() + BEIJING * 60_000).toISOString().slice(0, 10);
}

function firstOf(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const date = match === null ? null : dateOf(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (date !== null) return date;
  }
  return null;
}

/** The date that the address of a page carries: /2024-08/05/, /20240805/, t20240805_1.html; null when none. */
export function dateInAddress(address: string): string | null {
  return firstOf(IN_ADDRESS, address.replace(/^[a-z]+:\/\/[^/]*/iu, ''));
}

/** The date in a file name, to the day or to the month; null when none. */
export function dateInFileName(name: string): string | null {
  const day = firstOf(IN_FILE_NAME, name);
  if (day !== null) return day;
  const month = MONTH.exec(name);
  return month === null ? null : dateOf(month[1] ?? '', month[2] ?? month[3] ?? '', null);
}

/** A year that a file name states. */
export function yearInFileName(name: string): string | null {
  return /(?<!\d)(20\d{2}|19[5-9]\d)(?!\d)/u.exec(name)?.[1] ?? null;
}
