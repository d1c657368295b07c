import type { Role } from '../text/roles.ts';
import type { Labelled } from './labelled-values.ts';
import type { Legible, Line } from './legible-text.ts';
import { namesIn, WRITER_PATTERN } from './person-names.ts';
import type { Part } from './proposal.ts';

// (本報記者 張三 李四) within a dateline or at the end of a paragraph.
const BRACKETED = new RegExp(`[(【[](${WRITER_PATTERN}[^()【】[\\]]{1,80})[)】\\]]`, 'gu');
// 本報記者 張三 at the end of the last paragraphs.
const TRAILING = new RegExp(`(?<=[。!?”」』…]\\s{0,4})(?:\\(|【)?((?:本报|本网|新华社)${WRITER_PATTERN}.{1,60})$`, 'u');
const ENDS_WITH_PHOTO = /[摄]\s*$/u;
const LINES_AT_AN_END = 4;

/** The reporters: bylines, names in brackets behind a dateline, and what stands behind 作者：, each once. */
export function findReporters(legible: Legible, roles: readonly Role[], labelled: readonly Labelled[]): Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  const take = (line: Line, from: number, until: number, needFamily: boolean): void => {
    const folded = line.folded.slice(from, until);
    if (ENDS_WITH_PHOTO.test(folded)) return;
    const names = namesIn(folded);
    if (names === null || (needFamily && !names.every(({ isFamiliar }) => isFamiliar))) return;
    for (const { start, end } of names) {
      const value = withoutSpace(line.plain.slice(from + start, from + end));
      if (seen.has(value)) continue;
      seen.add(value);
      parts.push({ value, evidence: legible.spanOf(line.start + from + start, line.start + from + end) });
    }
  };
  const filled = legible.lines.filter(({ plain }) => plain.trim() !== '');
  const edge = new Set([...filled.slice(0, LINES_AT_AN_END), ...filled.slice(-LINES_AT_AN_END)]);
  for (const line of legible.lines) {
    if (roles[line.index] === 'byline') {
      const inner = [...line.folded.matchAll(BRACKETED)];
      if (inner.length === 0) take(line, 0, line.folded.length, false);
      for (const match of inner) take(line, match.index + 1, match.index + match[0].length - 1, false);
      continue;
    }
    if (roles[line.index] === 'caption') continue;
    for (const match of line.folded.matchAll(BRACKETED)) {
      const isDateline = /[电讯]\s*$/u.test(line.folded.slice(0, match.index));
      take(line, match.index + 1, match.index + match[0].length - 1, !isDateline);
    }
    const trailing = edge.has(line) ? TRAILING.exec(line.folded) : null;
    if (trailing !== null) take(line, trailing.index, line.folded.length, true);
  }
  for (const { label, line, start, end } of labelled) {
    if (label === 'author') take(line, start - line.start, end - line.start, false);
  }
  return parts;
}

/** The editor, from 責任編輯 before 編輯; several are joined by 、. Null when no line names one. */
export function findEditor(legible: Legible, labelled: readonly Labelled[]): Part | null {
  for (const wanted of ['duty-editor', 'editor'] as const) {
    for (const { label, line, start, end } of labelled) {
      if (label !== wanted) continue;
      const from = start - line.start;
      const names = namesIn(line.folded.slice(from, end - line.start));
      if (names === null) continue;
      const value = names.map((name) => withoutSpace(line.plain.slice(from + name.start, from + name.end))).join('、');
      const first = names[0]?.start ?? 0;
      const last = names.at(-1)?.end ?? 0;
      return { value, evidence: legible.spanOf(start + first, start + last) };
    }
  }
  return null;
}

/** A name of two characters is often set wide, with a space in it. */
function withoutSpace(name: string): string {
  return name.replaceAll(/\s/gu, '');
}
