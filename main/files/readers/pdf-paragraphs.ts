import type { PdfLine } from './pdf-lines.ts';

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;
const SENTENCE_END = /[。！？：；…」』”）.!?:]$/u;
const PAGE_NUMBER = /^[\s\-—–·•|第]*(\d{1,4})[\s\-—–·•|頁页版]*(?:[/／共\s]*\d{1,4}\s*[頁页]?)?\s*$/u;
/** The parts of a page, from its edges, where furniture stands. */
const MARGIN = 0.12;
/** From one line of a paragraph to the next, in heights of the type. */
const WIDEST_STEP = 3.2;

/** The text of all pages, one paragraph a line: lines are joined by how they stand, page numbers left out where certain. */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const bodies = withoutFurniture(pages);
  const paragraphs: string[] = [];
  let before: { line: PdfLine; column: Column } | null = null;
  for (const lines of bodies) {
    for (const column of columnsOf(lines)) {
      for (const [index, line] of column.lines.entries()) {
        const joined =
          before !== null &&
          (index > 0 ? continues(column, column.lines[index - 1] ?? line, line) : flowsOn(before, { line, column }));
        const last = paragraphs.length - 1;
        if (joined && last >= 0) paragraphs[last] = joinLines(paragraphs[last] ?? '', line.text);
        else paragraphs.push(line.text);
        before = { line, column };
      }
    }
  }
  return paragraphs.filter((each) => each.trim() !== '').join('\n');
}

interface Column {
  lines: PdfLine[];
  start: number;
  end: number;
  /** Usual distance from one line to the next, in points. */
  pitch: number;
}

/** Runs of lines that follow one another downwards; a step back up begins the next column. */
function columnsOf(lines: readonly PdfLine[]): Column[] {
  const runs: PdfLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last !== undefined && line.vertical === last.vertical && line.across < last.across + last.size * 0.5;
    if (run !== undefined && follows && overlaps(run, line)) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => {
    const steps = run.slice(1).map((line, index) => (run[index]?.across ?? 0) - line.across);
    return {
      lines: run,
      start: Math.min(...run.map((line) => line.start)),
      end: Math.max(...run.map((line) => line.end)),
      pitch: median(steps),
    };
  });
}

function overlaps(run: readonly PdfLine[], line: PdfLine): boolean {
  return run.slice(-3).some((other) => line.start < other.end && other.start < line.end);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function continues(column: Column, last: PdfLine, line: PdfLine): boolean {
  if (Math.abs(last.size - line.size) > Math.max(last.size, line.size) * 0.12) return false;
  const step = Math.min(Math.max(column.pitch * 1.4, line.size * 1.2), line.size * WIDEST_STEP);
  if (last.across - line.across > step) return false;
  if (isIndented(column, line)) return false;
  return isFull(column, last);
}

/** Whether a paragraph goes on in the next column or on the next page. */
function flowsOn(before: { line: PdfLine; column: Column }, next: { line: PdfLine; column: Column }): boolean {
  if (Math.abs(before.line.size - next.line.size) > next.line.size * 0.05) return false;
  if (before.column.lines.length < 2 || isIndented(next.column, next.line)) return false;
  return isFull(before.column, before.line) && !SENTENCE_END.test(before.line.text);
}

function isIndented(column: Column, line: PdfLine): boolean {
  return line.start - column.start > line.size * 1.4 || line.text.startsWith('\u3000');
}

/** A line that stops short ends its paragraph; a mark that may not begin a line can leave two characters of room. */
function isFull(column: Column, line: PdfLine): boolean {
  return column.end - line.end < line.size * 2.2;
}

function joinLines(text: string, line: string): string {
  const end = Array.from(text.slice(-2)).at(-1) ?? '';
  const start = String.fromCodePoint(line.codePointAt(0) ?? 0);
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  if (WIDE.test(end) || WIDE.test(start) || end === '-' || end === ' ') return text + line;
  return `${text} ${line}`;
}

/**
 * Leaves out page numbers that count with the pages, on three pages or more, and running heads, of which the first stays.
 * Anything less than that may be the writer's.
 */
function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const offsets = new Map<number, number>();
  const heads = new Map<string, number>();
  for (const [index, lines] of pages.entries()) {
    for (const line of lines.filter(isAtEdge)) {
      const number = pageNumber(line);
      if (number !== null) offsets.set(number - index, (offsets.get(number - index) ?? 0) + 1);
      heads.set(placed(line), (heads.get(placed(line)) ?? 0) + 1);
    }
  }
  const seen = new Set<string>();
  return pages.map((lines, index) =>
    lines.filter((line) => {
      if (!isAtEdge(line)) return true;
      const number = pageNumber(line);
      if (number !== null && (offsets.get(number - index) ?? 0) >= 3) return false;
      const head = placed(line);
      if ((heads.get(head) ?? 0) < Math.max(3, pages.length * 0.6)) return true;
      if (seen.has(head)) return false;
      seen.add(head);
      return true;
    }),
  );
}

function isAtEdge(line: PdfLine): boolean {
  return line.fromTop < MARGIN || line.fromTop > 1 - MARGIN;
}

function pageNumber(line: PdfLine): number | null {
  const digits = PAGE_NUMBER.exec(line.text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function placed(line: PdfLine): string {
  return `${Math.round(line.across)} ${line.text}`;
}
