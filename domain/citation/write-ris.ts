import { type Cited, citedTitle, isOnline, oneLine } from './cite.ts';

/**
 * Articles as RIS (tags of 2001, UTF-8, CRLF): a NEWS record each. A Han name stands undivided, since a comma would make a
 * family name of what is before it.
 */
export function writeRis(articles: readonly (Cited & { id: string })[]): string {
  return articles.map((article) => writeRecord(article)).join('\r\n');
}

function writeRecord(article: Cited & { id: string }): string {
  const [year, month, day] = article.publishedOn?.split('-') ?? [];
  const lines: (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', article.id],
    ...article.reporters.map((name) => ['AU', name] as const),
    ['TI', citedTitle(article)],
    ['T2', article.outlet],
    ['PY', year ?? null],
    ['DA', year === undefined ? null : `${year}/${month ?? ''}/${day ?? ''}/`],
    ['LA', languageOf(article)],
    ['UR', isOnline(article) ? (article.address?.trim() ?? null) : null],
    ['N1', article.source],
  ];
  const written = lines.flatMap(([tag, value]) =>
    value === null || oneLine(value) === '' ? [] : [`${tag}  - ${oneLine(value)}`],
  );
  return [...written, 'ER  - ', ''].join('\r\n');
}

function languageOf({ script }: Cited): string {
  return script === 'hant' ? 'zh-Hant' : script === 'hans' ? 'zh-Hans' : 'zh';
}
