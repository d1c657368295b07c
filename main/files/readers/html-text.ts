import { Parser } from 'htmlparser2';
import { limits } from './limits.ts';
import { tooComplex } from './refusals.ts';
import { TextLines } from './text-lines.ts';

/** What a reader never sees: programs, styles, forms to fill in, and what stands in for programs. */
const UNSEEN = new Set(
  'script style template noscript iframe object embed svg canvas audio video select textarea datalist title'.split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup p pre section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

export interface HtmlText {
  /** What is seen of the page, one paragraph a line. */
  text: string;
  title: string;
  /** First-level and second-level headings, in order. */
  headings: string[];
  /** `name`, `property` or `itemprop` in lower case, and the content. */
  metas: Map<string, string>;
  canonical: string | null;
  /** The address that a browser noted when it saved the page. */
  savedFrom: string | null;
  elements: number;
  depth: number;
}

/**
 * Reads the text of a page without building it: nothing runs, nothing is fetched, and no depth of nesting can exhaust the
 * stack. `listNumbers` writes out the numbers of ordered lists.
 */
export function readHtmlText(name: string, html: string, listNumbers = false): HtmlText {
  const found: HtmlText = {
    text: '',
    title: '',
    headings: [],
    metas: new Map(),
    canonical: null,
    savedFrom: null,
    elements: 0,
    depth: 0,
  };
  const lines = new TextLines();
  const open: string[] = [];
  const lists: { next: number; ordered: boolean }[] = [];
  let unseenAt = 0;
  let headingFrom = -1;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        found.elements += 1;
        open.push(tag);
        found.depth = Math.max(found.depth, open.length);
        if (open.length > limits.htmlDepth) throw tooComplex(name, `nests more than ${limits.htmlDepth} elements`);
        if (tag === 'meta') noteMeta(found, attributes);
        if (tag === 'link' && attributes['rel'] === 'canonical') found.canonical ??= attributes['href'] ?? null;
        if (unseenAt > 0) return;
        if (UNSEEN.has(tag) || isHidden(tag, attributes)) {
          unseenAt = open.length;
          return;
        }
        if (tag === 'br') lines.breakLine();
        if (tag === 'td' || tag === 'th') lines.cell();
        if (BLOCKS.has(tag)) lines.breakLine();
        if (tag === 'pre') lines.preserve(true);
        if (tag === 'ol' || tag === 'ul') lists.push({ next: Number(attributes['start'] ?? 1), ordered: tag === 'ol' });
        const list = lists.at(-1);
        if (tag === 'li' && listNumbers && list?.ordered === true) lines.write(`${list.next++}. `);
        if (tag === 'h1' || tag === 'h2') headingFrom = lines.count;
      },
      ontext(text) {
        if (unseenAt === 0) lines.write(text);
        else if (open.at(-1) === 'title' && !open.includes('svg')) found.title += text;
      },
      onclosetag(tag) {
        open.pop();
        if (unseenAt > 0) {
          if (open.length < unseenAt) unseenAt = 0;
          return;
        }
        if (tag === 'pre') lines.preserve(false);
        if (tag === 'ol' || tag === 'ul') lists.pop();
        if (BLOCKS.has(tag)) lines.breakLine();
        if ((tag === 'h1' || tag === 'h2') && headingFrom >= 0) {
          const heading = lines.since(headingFrom).join('');
          if (heading !== '') found.headings.push(heading);
          headingFrom = -1;
        }
      },
      oncomment(comment) {
        found.savedFrom ??= /^\s*saved from url=\(\d+\)(\S+)/.exec(comment)?.[1] ?? null;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  // In pieces, so that the bounds on nesting hold before a whole page is taken apart.
  const piece = 1 << 16;
  for (let at = 0; at < html.length; at += piece) parser.write(html.slice(at, at + piece));
  parser.end();
  found.text = lines.toText();
  found.title = found.title.replaceAll(/[ \t\r\n\f]+/g, ' ').trim();
  return found;
}

function isHidden(tag: string, attributes: Record<string, string>): boolean {
  if (VOID.has(tag)) return false;
  return 'hidden' in attributes || /(^|;)\s*display\s*:\s*none/i.test(attributes['style'] ?? '');
}

function noteMeta(found: HtmlText, attributes: Record<string, string>): void {
  const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase();
  const content = attributes['content']?.trim();
  if (key !== undefined && content !== undefined && content !== '' && !found.metas.has(key)) {
    found.metas.set(key, content);
  }
}
