import { plainDate } from '../contract/values.ts';

const WRITTEN =
  /^(\d{4})(?:(?:\s*[年/.\-‐–—．]\s*)(\d{1,2})(?:(?:\s*[月/.\-‐–—．]\s*)(\d{1,2})\s*日?|\s*月?)|\s*年?)$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/u;

/**
 * A date as people write one (2024年8月5日, 2024/8/5, 2024.8, 20240805, 2024) as a plain date, as precise as it was
 * written; null for anything else, and for a day that does not exist. Full-width digits are read too.
 */
export function readWrittenDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = WRITTEN.exec(plain) ?? COMPACT.exec(plain);
  if (found === null) return null;
  const date = found.slice(1).flatMap((part, at) => (part === undefined ? [] : part.padStart(at === 0 ? 4 : 2, '0')));
  const read = plainDate.safeParse(date.join('-'));
  return read.success ? read.data : null;
}

/** How precisely a plain date is known. */
export function datePrecision(date: string): 'year' | 'month' | 'day' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}
