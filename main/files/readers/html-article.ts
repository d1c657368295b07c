import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type HtmlText, readHtmlText } from './html-text.ts';
import { limits } from './limits.ts';
import type { MetadataHints } from './read-article.ts';

export interface HtmlArticle {
  text: string;
  /** All text of the page, where `text` is only the article in it. */
  pageText?: string;
  hints: MetadataHints;
}

/** Chinese says in this many characters what Readability's own measure takes for too little to be an article. */
const ARTICLE_LENGTH = 80;
const SHORTEST = 20;

/** The article of a page; the whole text of the page when no article stands out. */
export function readHtmlArticle(name: string, html: string): HtmlArticle {
  const page = readHtmlText(name, html);
  const article = findArticle(name, html, page);
  const hints = hintsOf(page, article?.title ?? null);
  if (article === null || article.text === page.text) return { text: page.text, hints };
  return { text: article.text, pageText: page.text, hints };
}

function findArticle(name: string, html: string, page: HtmlText): { text: string; title: string | null } | null {
  if (page.elements > limits.articleElements || page.depth > limits.articleDepth) return null;
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`);
  const parsed = parse(document);
  if (parsed === null || typeof parsed.content !== 'string') return null;
  const { text } = readHtmlText(name, parsed.content);
  if (text.length < SHORTEST) return null;
  const title = parsed.title?.trim() ?? '';
  return { text: withHeading(text, title, page), title: title === '' ? null : title };
}

function parse(document: Document): ReturnType<Readability['parse']> {
  try {
    return new Readability(document, { charThreshold: ARTICLE_LENGTH, disableJSONLD: false }).parse();
  } catch {
    // Pages that are malformed beyond what Readability foresees throw at any place in it; their whole text is read instead.
    return null;
  }
}

/** Readability takes the heading that repeats the title away; a reader of the page sees it. */
function withHeading(text: string, title: string, page: HtmlText): string {
  const heading = page.headings.find((each) => title !== '' && (title.includes(each) || each.includes(title)));
  if (heading === undefined || text.split('\n', 5).includes(heading)) return text;
  return `${heading}\n${text}`;
}

function hintsOf(page: HtmlText, articleTitle: string | null): MetadataHints {
  const meta = (...keys: string[]) => keys.map((key) => page.metas.get(key)).find((each) => each !== undefined);
  const title =
    meta('og:title', 'articletitle', 'title') ?? articleTitle ?? (page.title === '' ? undefined : page.title);
  const siteName = meta('og:site_name', 'sitename', 'application-name');
  const author = meta('author', 'article:author', 'dc.creator', 'contentsource.author');
  const publishedTime = meta(
    'article:published_time',
    'pubdate',
    'publishdate',
    'publish-date',
    'datepublished',
    'og:release_date',
    'weibo:article:create_at',
    'dc.date',
    'date',
  );
  const source = meta('contentsource', 'source', 'mediaid');
  const url = meta('og:url', 'url') ?? page.canonical ?? page.savedFrom ?? undefined;
  return {
    ...(title !== undefined && { title }),
    ...(siteName !== undefined && { siteName }),
    ...(author !== undefined && { author }),
    ...(publishedTime !== undefined && { publishedTime }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
  };
}
