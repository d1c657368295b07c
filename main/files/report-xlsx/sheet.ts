import { previousGrapheme } from '#domain/text/graphemes.ts';
import type { CellObject, Sheet } from 'write-excel-file/universal';
import type { Column, RowValue } from '../report-rows.ts';
import { xmlCharacters } from '../xml-characters.ts';

export type ReportSheet = Sheet<Blob>;

/** UTF-16 code units: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_CELL = 32_767;

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#F2ECE0',
  wrap: true,
  alignVertical: 'center',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#6A6254',
} as const;

/** A sheet with its head frozen; `frozen` columns stay as well. `cut` stands where a text is too long for a cell. */
export function makeSheet<Subject>(
  name: string,
  columns: readonly Column<Subject>[],
  rows: readonly Subject[],
  { cut, frozen = 0 }: { cut: string; frozen?: number },
): ReportSheet {
  return {
    sheet: nameOfSheet(name),
    stickyRowsCount: 1,
    ...(frozen === 0 ? {} : { stickyColumnsCount: frozen }),
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ label }) => headCell(label)),
      ...rows.map((row) => columns.map(({ valueOf, wrap = false }) => cellOf(valueOf(row), wrap, cut))),
    ],
  };
}

/** The head of a column. */
export function headCell(label: string): CellObject {
  return { ...HEAD, type: String, value: legible(label) };
}

/** Text is written as text whatever it begins with: no cell is ever a formula. */
export function cellOf(value: RowValue, wrap: boolean, cut: string): CellObject | null {
  if (value === null || value === '') return null;
  const place = { alignVertical: 'top', ...(wrap ? { wrap } : {}) } as const;
  if (typeof value === 'string') return { ...place, type: String, value: shorten(legible(value), cut) };
  if (typeof value === 'number') return { ...place, type: Number, value };
  if (typeof value === 'boolean') return { ...place, type: Boolean, value };
  return 'instant' in value
    ? { ...place, type: Date, value: new Date(value.instant), format: 'yyyy-mm-dd hh:mm' }
    : { ...place, type: Number, value: value.share, format: '0.0%' };
}

/** The library drops U+FFFD, which damaged texts hold; a square is the usual sign for a character that cannot be read. */
function legible(text: string): string {
  return xmlCharacters(text).replaceAll('\uFFFD', '□');
}

function shorten(text: string, cut: string): string {
  if (text.length <= LONGEST_CELL) return text;
  return `${text.slice(0, previousGrapheme(text, LONGEST_CELL - cut.length))}${cut}`;
}

/** At most 31 characters, none of which Excel refuses. */
export function nameOfSheet(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
