import { readPinyin } from '../codebook/pinyin-reading.ts';
import { type Cited, citedTitle, isOnline, oneLine } from './cite.ts';

const SPECIAL = /[\\{}$&#^_%~]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * Articles as BibTeX (UTF-8): an @article each. Its key is the outlet in pinyin with the date, so that it can be typed and
 * stays the same from one export to the next; where several share it they are told apart by numbers.
 */
export function writeBibtex(articles: readonly Cited[]): string {
  const keys = makeKeys(articles);
  return articles.map((article, index) => writeEntry(article, keys[index] ?? '')).join('\n');
}

function writeEntry(article: Cited, key: string): string {
  const [year, month, day] = article.publishedOn?.split('-') ?? [];
  const fields: [string, string | null][] = [
    // A name in braces is one word: a Han name has no first and last part to turn round.
    ['author', article.reporters.map((name) => `{${escape(name)}}`).join(' and ')],
    ['title', `{${escape(citedTitle(article))}}`],
    ['journal', article.outlet && escape(article.outlet)],
    ['year', year ?? null],
    ['month', month === undefined ? null : String(Number(month))],
    ['day', day === undefined ? null : String(Number(day))],
    // An address is taken as it is, percent signs too; braces would end the field.
    ['url', isOnline(article) ? (article.address?.trim().replaceAll(/[\s{}\\]/g, encodeURIComponent) ?? null) : null],
    ['note', article.source && escape(article.source)],
    ['langid', 'chinese'],
  ];
  const written = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}}`]));
  return `@article{${key},\n${written.join(',\n')}\n}\n`;
}

function escape(text: string): string {
  return oneLine(text).replaceAll(SPECIAL, (found) => ESCAPED[found] ?? `\\${found}`);
}

function makeKeys(articles: readonly Cited[]): string[] {
  const bases = articles.map(({ outlet, publishedOn }) => {
    const letters = outlet === null ? '' : readPinyin(outlet).letters.replaceAll(/[^a-z0-9]/g, '');
    return `${letters === '' ? 'article' : letters}${publishedOn?.replaceAll('-', '') ?? ''}`;
  });
  const counts = new Map<string, number>();
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1);
  const given = new Map<string, number>();
  return bases.map((base) => {
    if (counts.get(base) === 1) return base;
    const place = (given.get(base) ?? 0) + 1;
    given.set(base, place);
    // A hyphen keeps `b-1` apart from an outlet whose date ends in 1.
    return `${base}-${place}`;
  });
}
