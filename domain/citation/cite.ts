import type { ArticleMetadata } from '../contract/article.ts';

/** What is known of an article that a bibliography names. */
export type Cited = Pick<
  ArticleMetadata,
  'title' | 'outlet' | 'publishedOn' | 'reporters' | 'source' | 'address' | 'script'
> & {
  /** Stands for a title that is unknown. */
  opening: string;
};

/** A web edition is described as an electronic bulletin or newspaper; without an address it is taken for the printed paper. */
export function isOnline({ address }: Cited): boolean {
  return address !== null && /^https?:\/\//i.test(address.trim());
}

/**
 * A newspaper article by GB/T 7714–2015, 4.4 and 4.6: `王某, 李某. 題名[N]. 報紙名, 2024-08-05.`, or `[N/OL]` with the
 * address for one on the web. Of more than three authors the first three are named. What is unknown is left out; the
 * standard has no sign for it but `[s.l.]`, which is of books. Punctuation is that of the standard, half-width.
 */
export function citeGbt7714(article: Cited): string {
  const authors = article.reporters.length === 0 ? '' : `${authorsOf(article)}. `;
  const kind = isOnline(article) ? '[N/OL]' : '[N]';
  const published = [article.outlet, article.publishedOn].filter((part) => part !== null && part !== '').join(', ');
  const where = published === '' ? '' : ` ${published}.`;
  const address = isOnline(article) ? ` ${article.address?.trim()}.` : '';
  return `${authors}${citedTitle(article)}${kind}.${where}${address}`;
}

function authorsOf({ reporters }: Cited): string {
  return reporters.length > 3 ? `${reporters.slice(0, 3).join(', ')}, 等` : reporters.join(', ');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A newspaper article by the seventh edition of the APA manual, 10.1 (example 15): `王某, & 李某. (2024, August 5). 題名.
 * 報紙名. address`. Chinese names stand in full, since they have no initials. Without an author the title comes first.
 */
export function citeApa(article: Cited): string {
  const names = article.reporters;
  const authors =
    names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).slice(0, 19).join(', ')}, & ${names.at(-1)}`;
  const date = `(${apaDate(article.publishedOn)})`;
  const title = citedTitle(article);
  const outlet = article.outlet === null ? '' : ` ${article.outlet}.`;
  const address = isOnline(article) ? ` ${article.address?.trim()}` : '';
  return authors === '' ? `${title}. ${date}.${outlet}${address}` : `${authors}. ${date}. ${title}.${outlet}${address}`;
}

function apaDate(publishedOn: string | null): string {
  if (publishedOn === null) return 'n.d.';
  const [year, month, day] = publishedOn.split('-').map(Number);
  const named = month === undefined ? '' : `, ${MONTHS[month - 1] ?? ''}${day === undefined ? '' : ` ${day}`}`;
  return `${year}${named}`;
}

/** The title on one line; an unknown one is the opening of the text in brackets. */
export function citedTitle({ title, opening }: Cited): string {
  const known = title?.trim() ?? '';
  return known === '' ? `[${oneLine(opening)}]` : oneLine(known);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What a bibliography names of an article, and nothing else of it. */
export function citedOf(article: Cited): Cited {
  const { title, outlet, publishedOn, reporters, source, address, script, opening } = article;
  return { title, outlet, publishedOn, reporters, source, address, script, opening };
}
