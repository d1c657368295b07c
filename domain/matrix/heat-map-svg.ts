import { heatColours } from './heat-steps.ts';
import type { Shown } from './read-matrix.ts';

export interface HeatMapCell {
  /** What stands in the cell; empty where it shows no number. */
  text: string;
  /** Of the shading, 0 for none. */
  step: number;
  state: Shown['state'];
}

export interface HeatMap {
  /** Of the text, as HTML writes languages. */
  language: string;
  title: string;
  /** What was counted, one statement a line; long ones are wrapped. */
  notes: readonly string[];
  /** For those who hear the picture. */
  description: string;
  columns: readonly string[];
  /** Heads of the number of articles and of the total. */
  articles: string;
  total: string;
  rows: readonly { name: string; articles: string; cells: readonly HeatMapCell[]; total: string }[];
  /** What each step of the shading stands for, from the palest, and the words for the cells without any. */
  legend: { unit: string; steps: readonly { step: number; label: string }[]; notCoded: string; silent: string };
}

/** px. */
const FONT = 12;
const SMALL = 11;
const MARGIN = 24;
const CELL = { width: 46, height: 24 };
const LINE = 18;
const SWATCH = { width: 26, height: 14 };
const LONGEST_ROW_NAME = 220;
const LONGEST_HEAD = 200;
const NARROWEST = 640;
const HAN =
  "'Noto Sans CJK TC','Source Han Sans TC','PingFang TC','Microsoft JhengHei','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
/** Before the Han faces, whose quotes are a character wide. */
const LATIN = "'Noto Sans','Segoe UI','Helvetica Neue','DejaVu Sans',Arial";
const INK = '#1d1a16';
const MUTED = '#5f574b';
const HAIRLINE = '#c8bda9';

/** A heat map as a file of its own, on white, with title, legend, unit and a note of what was counted. */
export function heatMapSvg(map: HeatMap): string {
  const nameWidth = Math.min(LONGEST_ROW_NAME, Math.max(60, ...map.rows.map(({ name }) => widthOf(name, FONT)))) + 12;
  const headHeight =
    Math.max(48, ...map.columns.map((head) => Math.min(LONGEST_HEAD, widthOf(head, SMALL)) * 0.71)) + 16;
  const left = MARGIN + nameWidth + CELL.width;
  const gridWidth = (map.columns.length + 1) * CELL.width;
  const overhang = Math.min(LONGEST_HEAD, widthOf(map.total, SMALL), 120) + headHeight * 0.5;
  const width = Math.max(NARROWEST, Math.ceil(left + gridWidth + overhang));
  const parts: string[] = [text(map.title, MARGIN, MARGIN + 14, { size: 17, weight: 700 })];
  const top = MARGIN + 32 + headHeight;
  for (const [index, head] of [map.articles, ...map.columns, map.total].entries()) {
    const x = left - CELL.width / 2 + index * CELL.width;
    parts.push(
      `<g transform="translate(${round(x)} ${round(top - 6)}) rotate(-45)">${text(cut(head, LONGEST_HEAD, SMALL), 0, 0, { size: SMALL, fill: MUTED })}</g>`,
    );
  }
  for (const [index, row] of map.rows.entries()) parts.push(...rowOf(row, left, top + index * CELL.height, nameWidth));
  const bottom = top + map.rows.length * CELL.height;
  parts.push(line(MARGIN, bottom, left + gridWidth));
  const legend = legendOf(map.legend, bottom + 18, width);
  parts.push(...legend.parts);
  const notes = map.notes.flatMap((note) => wrap(note, width - 2 * MARGIN, SMALL));
  for (const [index, note] of notes.entries())
    parts.push(text(note, MARGIN, legend.bottom + 20 + index * LINE, { size: SMALL, fill: MUTED }));
  const height = Math.ceil(legend.bottom + 20 + notes.length * LINE + MARGIN - LINE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" lang="${escape(map.language)}" font-family="${map.language === 'en' ? `${LATIN},${HAN}` : HAN}">`,
    `<title id="title">${escape(map.title)}</title>`,
    `<desc id="description">${escape(map.description)}</desc>`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="${HAIRLINE}" stroke-width="2"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function rowOf(row: HeatMap['rows'][number], left: number, y: number, nameWidth: number): string[] {
  const middle = y + CELL.height / 2 + 4;
  const parts = [
    line(MARGIN, y, left + (row.cells.length + 1) * CELL.width),
    text(cut(row.name, nameWidth - 8, FONT), MARGIN, middle, { size: FONT }),
    text(row.articles, left - 8, middle, { size: SMALL, fill: MUTED, anchor: 'end' }),
  ];
  for (const [index, cell] of row.cells.entries()) {
    const x = left + index * CELL.width;
    const colour = cell.step === 0 ? undefined : heatColours[cell.step - 1]?.light;
    const fill = colour?.fill ?? (cell.state === 'not-coded' ? 'url(#hatch)' : undefined);
    if (fill !== undefined)
      parts.push(
        `<rect x="${x + 0.5}" y="${y + 0.5}" width="${CELL.width - 1}" height="${CELL.height - 1}" fill="${fill}"/>`,
      );
    if (cell.text !== '')
      parts.push(
        text(cell.text, x + CELL.width / 2, middle, { size: SMALL, fill: colour?.ink ?? MUTED, anchor: 'middle' }),
      );
  }
  const end = left + (row.cells.length + 1) * CELL.width - 8;
  parts.push(text(row.total, end, middle, { size: SMALL, anchor: 'end' }));
  return parts;
}

function legendOf({ unit, steps, notCoded, silent }: HeatMap['legend'], top: number, width: number) {
  const entries = [
    ...steps.map(({ step, label }) => ({ label, fill: heatColours[step - 1]?.light.fill ?? INK })),
    { label: silent, fill: '#ffffff' },
    { label: notCoded, fill: 'url(#hatch)' },
  ];
  let x = MARGIN + widthOf(unit, SMALL) + 16;
  let y = top;
  const parts = [text(unit, MARGIN, y + 11, { size: SMALL })];
  for (const { label, fill } of entries) {
    const needed = SWATCH.width + 6 + widthOf(label, SMALL) + 16;
    if (x + needed > width - MARGIN) {
      x = MARGIN;
      y += LINE + 4;
    }
    parts.push(
      `<rect x="${round(x)}" y="${y}" width="${SWATCH.width}" height="${SWATCH.height}" fill="${fill}" stroke="${HAIRLINE}"/>`,
      text(label, x + SWATCH.width + 6, y + 11, { size: SMALL }),
    );
    x += needed;
  }
  return { parts, bottom: y + LINE };
}

interface TextStyle {
  size: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

function text(
  content: string,
  x: number,
  y: number,
  { size, weight, fill = INK, anchor = 'start' }: TextStyle,
): string {
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold}>${escape(content)}</text>`;
}

function line(from: number, y: number, to: number): string {
  return `<line x1="${round(from)}" y1="${round(y)}" x2="${round(to)}" y2="${round(y)}" stroke="${HAIRLINE}" stroke-width="0.5"/>`;
}

/** About how wide a text is, in px: Han characters and full-width signs take an em, others a little more than half. */
function widthOf(content: string, size: number): number {
  let ems = 0;
  for (const character of content) ems += isWide(character) ? 1 : 0.58;
  return ems * size;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80;
}

/** The text, cut with an ellipsis where it is wider than so many px. */
function cut(content: string, width: number, size: number): string {
  if (widthOf(content, size) <= width) return content;
  let kept = '';
  for (const character of content) {
    if (widthOf(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines no wider than so many px: broken at spaces, and between Han characters but not before their punctuation. */
function wrap(content: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of content.match(/[⺀-\u{3FFFF}][，。、；：？！）」』》〉】]*|[^\s⺀-\u{3FFFF}]+|\s+/gu) ?? []) {
    if (current !== '' && widthOf(current + piece, size) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  if (current.trim() !== '') lines.push(current.trimEnd());
  return lines;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(content: string): string {
  return content
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
