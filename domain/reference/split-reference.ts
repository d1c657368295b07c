import { paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { foldScript } from '../repair/script-pairs.ts';
import { type Numbering, readNumbering } from './numbering.ts';

/** `front` is what stands before the text proper: its title, when it was passed. */
export type DivisionKind = 'front' | 'preamble' | 'text' | 'part' | 'lead-in' | 'item' | 'closing';

/** A division of a reference text with all below it, in UTF-16 offsets. Sorted by start, those above first. */
export interface Division extends Span {
  kind: DivisionKind;
  /** 1 at the top. */
  depth: number;
  /** Where its text begins, behind number and title; `end` when it has none. */
  bodyStart: number;
  /** As written, such as `（一）`; empty without a number. */
  label: string;
  value: number | null;
  /** Empty when the number is followed by prose. */
  title: string;
}

/** A place that does not fit into the divisions; `start` to `end` in UTF-16 offsets. */
export interface Misfit extends Span {
  reason: 'no-numbering' | 'number-skipped' | 'number-out-of-order' | 'no-text';
}

export interface SplitReference {
  divisions: Division[];
  /** Without the white space around them; each lies in one innermost division. */
  sentences: Span[];
  misfits: Misfit[];
}

/** In code points. */
const LONGEST_TITLE = 50;
const CLOSING =
  /^(?:中国式现代化是走和平发展道路的现代化|全(?:党|国|军|省|市|区|县|州)(?=.*(?:要|团结))|各(?:地区|地|级|部门|市)(?=.*要)|让我们|同志们)/u;

interface Line extends Span {
  text: string;
  numbering: Numbering | null;
}

/**
 * Divides a well-formed reference text by its numbering into front, preamble, parts with lead-ins, items and closing. The
 * depth of a number is that of its kind among those it stands in; one that does not go on from the number before it in
 * its division, nor through the whole text, makes no division and is told. Reads both scripts, full- and half-width.
 */
export function splitReference(text: string): SplitReference {
  const lines = paragraphsOf(text).flatMap(({ start, end }): Line[] => {
    const line = text.slice(start, end);
    const from = start + line.length - line.trimStart().length;
    const trimmed = line.trim();
    if (trimmed === '') return [];
    return [{ start: from, end: from + trimmed.length, text: trimmed, numbering: readNumbering(trimmed) }];
  });
  const misfits: Misfit[] = [];
  const divisions = divide(lines, misfits);
  layEnds(divisions, text.length);
  for (const division of divisions) {
    division.bodyStart = Math.min(division.bodyStart, division.end);
    if (
      (division.kind === 'part' || division.kind === 'item') &&
      text.slice(division.bodyStart, division.end).trim() === ''
    )
      misfits.push({ start: division.start, end: division.bodyStart, reason: 'no-text' });
  }
  return { divisions, sentences: sentencesOf(text), misfits: misfits.toSorted((a, b) => a.start - b.start) };
}

function divide(lines: readonly Line[], misfits: Misfit[]): Division[] {
  const divisions: Division[] = [];
  const open: Numbering[] = [];
  /** The last value of each rank in the whole text. */
  const last = new Map<number, number>();
  const firstNumber = lines.findIndex(({ numbering }) => numbering?.value === 1);
  const firstProse = lines.findIndex((line) => isProse(line.text));
  for (const [index, line] of lines.entries()) {
    const isBefore = firstNumber === -1 || index < firstNumber;
    if (isBefore) {
      const kind = firstProse === -1 || index < firstProse ? 'front' : firstNumber === -1 ? 'text' : 'preamble';
      if (divisions.at(-1)?.kind !== kind) divisions.push(unnumbered(kind, line, 1));
      continue;
    }
    const { numbering } = line;
    if (numbering !== null) {
      const above = open.filter(({ rank }) => rank < numbering.rank);
      const sibling = open.find(({ rank }) => rank === numbering.rank);
      const before = sibling?.value ?? 0;
      const throughout = last.get(numbering.rank) ?? 0;
      const step = Math.min(...[before, throughout].map((value) => numbering.value - value).filter((by) => by > 0));
      // A few numbers may be missing; a number far off is none of this list.
      if (step <= 5) {
        if (step > 1) misfits.push({ start: line.start, end: line.end, reason: 'number-skipped' });
        open.splice(0, open.length, ...above, numbering);
        last.set(numbering.rank, numbering.value);
        divisions.push(headed(line, numbering, open.length));
        continue;
      }
      misfits.push({ start: line.start, end: line.end, reason: 'number-out-of-order' });
    }
    const current = divisions.at(-1);
    const above = lines[index - 1];
    const isBelowHeading =
      above?.start === current?.start && above !== undefined && above.end < (current?.bodyStart ?? 0);
    if (current !== undefined && isBelowHeading && opensDeeper(lines, index, open.at(-1)?.rank ?? 0))
      divisions.push(unnumbered('lead-in', line, current.depth + 1));
  }
  if (firstNumber === -1 && lines[0] !== undefined)
    misfits.push({ start: lines[0].start, end: lines.at(-1)?.end ?? lines[0].end, reason: 'no-numbering' });
  addClosing(lines, divisions);
  return divisions;
}

/** Whether the next number after a line is of a lower kind. */
function opensDeeper(lines: readonly Line[], index: number, rank: number): boolean {
  const next = lines.slice(index + 1).find(({ numbering }) => numbering !== null)?.numbering;
  return next !== undefined && next !== null && next.rank > rank;
}

/** The paragraphs behind the last numbered one, from the first that speaks as a closing does. */
function addClosing(lines: readonly Line[], divisions: Division[]): void {
  const lastNumbered = divisions.findLast(({ label }) => label !== '');
  if (lastNumbered === undefined) return;
  const closing = lines.find(({ start, text }) => start > lastNumbered.start && CLOSING.test(foldScript(text)));
  if (closing === undefined) return;
  if (divisions.some(({ start }) => start === closing.start)) return;
  divisions.push(unnumbered('closing', closing, 1));
}

function unnumbered(kind: DivisionKind, { start }: Line, depth: number): Division {
  return { kind, depth, start, end: start, bodyStart: start, label: '', value: null, title: '' };
}

/** What stands at the head of a division: number and title, and where its text begins; UTF-16 offsets. */
export type Heading = Pick<Division, 'start' | 'bodyStart' | 'label' | 'value' | 'title'>;

/** Reads the paragraph that an offset lies in as the head of a division; null where there are no words. */
export function headingAt(text: string, at: number): Heading | null {
  const paragraph = paragraphsOf(text).findLast(({ start }) => start <= at);
  const line = paragraph === undefined ? '' : text.slice(paragraph.start, paragraph.end);
  if (paragraph === undefined || line.trim() === '') return null;
  const start = paragraph.start + line.length - line.trimStart().length;
  const words = line.trim();
  const numbering = readNumbering(words) ?? { label: '', value: null, length: 0 };
  const heading = headingOf({ start, text: words }, numbering);
  return { ...heading, bodyStart: Math.min(heading.bodyStart, text.length) };
}

function headed(line: Line, numbering: Numbering, depth: number): Division {
  return { kind: depth === 1 ? 'part' : 'item', depth, end: line.start, ...headingOf(line, numbering) };
}

function headingOf(
  { start, text }: Pick<Line, 'start' | 'text'>,
  { label, value, length }: Pick<Numbering, 'label' | 'length'> & { value: number | null },
): Heading {
  const rest = text.slice(length);
  const mark = rest.search(/[。！？；]/u);
  const written = mark === -1 ? rest : rest.slice(0, mark);
  const hasTitle = Array.from(written).length <= LONGEST_TITLE && !/^第.*[條条]$/u.test(label);
  const behind = !hasTitle ? length : mark === -1 ? text.length + 1 : length + mark + 1;
  return { start, bodyStart: start + behind, label, value, title: hasTitle ? written.trim() : '' };
}

/** Gives each division its end: where the next that does not stand below it begins, or the text ends. Sorted by start. */
export function layEnds(divisions: { depth: number; start: number; end: number }[], length: number): void {
  divisions.forEach((division, index) => {
    division.end = divisions.slice(index + 1).find(({ depth }) => depth <= division.depth)?.start ?? length;
  });
}

function isProse(line: string): boolean {
  return /[。！？；]/u.test(line.replaceAll(/[（(][^（）()]*[）)]/gu, ''));
}
