import type { Span } from '../text/span.ts';
import type { ProposedRepair } from './repair-report.ts';

const TAGS =
  'p|span|div|br|strong|b|em|i|u|font|a|img|section|article|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|center|blockquote|sup|sub|script|style|iframe|video|hr|input|label|o:p';
const ATTRIBUTES = `(?:\\s+[\\w:-]+(?:\\s*=\\s*(?:"[^"<>\\n]*"|'[^'<>\\n]*'|[^\\s"'<>]+))?)*`;
// A whole tag, or one whose `<` was swallowed: only the end of a closing tag, or of one without attributes, is then sure.
const TAG = new RegExp(`<\\/?(?:${TAGS})${ATTRIBUTES}\\s*\\/?>|(?<![<a-zA-Z/])(?:\\/(?:${TAGS})|br ?\\/?)>`, 'gi');
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const ENTITY = /&(?:([a-z]{2,6})|#(\d{2,6})|#x([0-9a-f]{2,5}));?/gi;
const ABOUT_MARKUP = /html|xml|网页代码|網頁代碼|源代码|源代碼|标签|標籤|轉義|转义/i;
const BLANKS = /(^|\n)(\?{1,4})(?=[\p{Script=Han}“《])/gu;

function decodeEntity(match: RegExpExecArray): string | null {
  const [whole, name, decimal, hexadecimal] = match;
  if (name !== undefined) return whole.endsWith(';') ? (ENTITIES[name.toLowerCase()] ?? null) : null;
  if (!whole.endsWith(';')) return null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (code === 0xa0 || code === 0x3000) return ' ';
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : null;
}

/** Whether what looks like a tag of one letter may as well be a letter between signs of comparison. */
function isFormula(text: string, start: number, tag: string): boolean {
  const letter = /^<?\/?([a-z])\s*\/?>$/i.exec(tag)?.[1]?.toLowerCase();
  if (letter === undefined) return false;
  const end = start + tag.length;
  const before = text.charAt(start - 1);
  const opensLine = start === 0 || before === '\n';
  const endsLine = end === text.length || text.charAt(end) === '\n';
  if (!tag.startsWith('<')) return !(endsLine && /[?\p{Script=Han}\p{P}]/u.test(before));
  const closing = tag.startsWith('</');
  if (letter === 'p' && (closing ? endsLine : opensLine)) return false;
  return !new RegExp(closing ? `<${letter}[\\s>]` : `</${letter}>`, 'i').test(text);
}

/**
 * Finds what is left of a page in its text: tags (whole, or without the `<` that was swallowed), entities, and blanks
 * before a paragraph that became `?`. Certain, unless the text is itself about markup, are
 * - a tag: its name is one of HTML, and prose has no such bracket; but a single letter stands between brackets in formulas
 *   too (`a<b>c`, `1/p>2`), so such a tag must have an attribute, its other half in the text, or the edge of the line that
 *   a paragraph's tag has;
 * - an entity that stands for exactly one character.
 * A blank that became `?` is a proposal: any character that the page's encoding lacked looks the same. `taken` are
 * stretches that other repairs replace, sorted.
 */
export function proposeResidueRepairs(text: string, taken: readonly Span[]): ProposedRepair[] {
  const repairs: ProposedRepair[] = [];
  if (!/[<>&?]/.test(text)) return repairs;
  const certain = !ABOUT_MARKUP.test(text);
  const add = (start: number, before: string, insert: string, reason: ProposedRepair['reason'], sure: boolean) => {
    const end = start + before.length;
    if (taken.some((span) => span.start < end && start < span.end)) return;
    const evidence = [{ kind: 'markup', quote: before, count: 1 }] as const;
    const candidates = [{ insert, score: 1, evidence }];
    repairs.push({ start, end, before, candidates, kind: 'html-residue', certain: sure, reason, place: null });
  };
  for (const match of text.matchAll(TAG)) {
    const [tag] = match;
    const end = match.index + tag.length;
    const atEdge =
      end === text.length || text.charAt(end) === '\n' || match.index === 0 || text.charAt(match.index - 1) === '\n';
    const breaks = /^<?\/?(?:p|br|div|h[1-6]|li|tr)\b/i.test(tag) && !atEdge;
    const sure = certain && !breaks && !isFormula(text, match.index, tag);
    add(match.index, tag, breaks ? '\n' : '', 'residue-tag', sure);
  }
  for (const match of text.matchAll(ENTITY)) {
    const insert = decodeEntity(match);
    if (insert !== null) add(match.index, match[0], insert, 'residue-entity', certain);
  }
  for (const match of text.matchAll(BLANKS)) {
    add(match.index + (match[1] ?? '').length, match[2] ?? '', '', 'residue-space', false);
  }
  return repairs.toSorted((one, other) => one.start - other.start);
}
