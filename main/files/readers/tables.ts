import { Refusal } from '#domain/contract/answer.ts';
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { limits } from './limits.ts';
import type { MetadataHints, ReadOptions } from './read-article.ts';
import { readXml } from './read-xml.ts';
import { isDamaged, isEmpty, readingOf, tooComplex, withoutTextColumn } from './refusals.ts';
import { hintsOfRow, mapColumns } from './table-columns.ts';

/** A row of a table, or why it holds no article. Rows count from 1, the row of headers being the first. */
export type TableRow =
  | { row: number; text: string; hints: MetadataHints; cells: Record<string, string> }
  | { row: number; problem: 'empty' | 'damaged' };

export interface TableSheet {
  /** Null for a file that has one table. */
  sheet: string | null;
  rows: TableRow[];
  /** Why the sheet holds no articles. */
  refusal?: Refusal;
}

export async function readDelimited(
  name: string,
  text: string,
  delimiter: ',' | '\t',
  options: ReadOptions,
): Promise<TableSheet[]> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // Spreadsheets of many countries write semicolons or tabs into a .csv: the library finds out which.
  const guess = delimiter === ',' ? {} : { delimiter };
  const { data, errors } = await readingOf(name, () =>
    Papa.parse<string[]>(plain, { ...guess, skipEmptyLines: 'greedy', preview: limits.rows + 2 }),
  );
  const quote = errors.find((each) => each.type === 'Quotes');
  if (quote !== undefined) throw isDamaged(name, new Error(`row ${(quote.row ?? 0) + 1}: ${quote.message}`));
  return [{ sheet: null, rows: rowsOf(name, data, options) }];
}

export async function readXlsx(
  name: string,
  parts: Map<string, Uint8Array>,
  options: ReadOptions,
): Promise<TableSheet[]> {
  for (const [part, bytes] of parts) checkSheet(`${name}/${part}`, bytes);
  const slim = zipSync(Object.fromEntries(parts), { level: 0 });
  const sheets = await readingOf(name, () =>
    readXlsxFile(Buffer.from(slim.buffer, slim.byteOffset, slim.byteLength), { trim: false }),
  );
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  if (filled.length === 0) throw isEmpty(name);
  const read = filled.map(({ sheet, data }) => sheetOf(name, filled.length > 1 ? sheet : null, data, options));
  const [first] = read;
  if (first?.refusal !== undefined && read.every((each) => each.refusal !== undefined)) throw first.refusal;
  return read;
}

function sheetOf(
  name: string,
  sheet: string | null,
  data: readonly (readonly unknown[])[],
  options: ReadOptions,
): TableSheet {
  const rows = data.map((row) => row.map(cellText));
  try {
    return { sheet, rows: rowsOf(sheet === null ? name : `${name}#${sheet}`, rows, options) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { sheet, rows: [], refusal: error };
  }
}

/** The library lays a sheet out whole, from its first cell to its last: one cell far away would fill the memory. */
function checkSheet(name: string, bytes: Uint8Array): void {
  let rows = 0;
  let columns = 0;
  readXml(name, bytes, {
    open: (tag) => {
      if (tag.local !== 'c' && tag.local !== 'dimension') return;
      const reference = (tag.attributes[tag.local === 'c' ? 'r' : 'ref']?.value ?? '').split(':').at(-1) ?? '';
      const place = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
      if (place === null) return;
      columns = Math.max(columns, columnNumber(place[1] ?? ''));
      rows = Math.max(rows, Number(place[2]));
      if (rows * columns > limits.cells) throw tooComplex(name, `spreads over ${rows} rows and ${columns} columns`);
    },
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A date of a spreadsheet has no zone; the library gives it as midnight UTC. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const iso = Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

function rowsOf(name: string, rows: readonly (readonly string[])[], options: ReadOptions): TableRow[] {
  const [headers, ...body] = rows;
  if (headers === undefined) throw isEmpty(name);
  if (body.length > limits.rows) throw tooComplex(name, `has more than ${limits.rows.toLocaleString('en')} rows`);
  return articlesOf(name, headers, body, options);
}

function articlesOf(
  name: string,
  headers: readonly string[],
  body: readonly (readonly string[])[],
  options: ReadOptions,
): TableRow[] {
  const columns = mapColumns(headers, options.columns);
  const textColumn = columns.text;
  if (textColumn === undefined) throw withoutTextColumn(name, headers);
  if (body.length === 0) throw isEmpty(name);
  const names = uniqueNames(headers, Math.max(headers.length, ...body.slice(0, 1000).map((row) => row.length)));
  return body.map((cells, index) => {
    const row = index + 2;
    const text = cells[textColumn] ?? '';
    if (text.trim() === '') return { row, problem: 'empty' };
    const named = Object.fromEntries(cells.map((cell, at) => [names[at] ?? `${at + 1}`, cell]));
    return { row, text, hints: hintsOfRow(cells, columns), cells: named };
  });
}

function uniqueNames(headers: readonly string[], count: number): string[] {
  const seen = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const header = headers[at]?.trim() ?? '';
    const name = header === '' || seen.has(header) ? `${header}#${at + 1}` : header;
    seen.add(name);
    return name;
  });
}

/** One JSON object a line, or one array of objects. */
export function readJsonRows(name: string, text: string, lines: boolean, options: ReadOptions): TableSheet[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const values = lines ? plain.split('\n').map(parseLine) : parseArray(name, plain);
  const filled = values.flatMap((value, index) => (value === undefined ? [] : [{ value, row: index + 1 }]));
  if (filled.length === 0) throw isEmpty(name);
  if (filled.length > limits.rows) throw tooComplex(name, `has more than ${limits.rows.toLocaleString('en')} rows`);
  const objects = filled.map(({ value, row }) => ({ row, fields: fieldsOf(value) }));
  const headers = [...new Set(objects.flatMap(({ fields }) => fields?.map(([key]) => key) ?? []))];
  if (headers.length === 0) throw isDamaged(name);
  const columns = mapColumns(headers, options.columns);
  if (columns.text === undefined) throw withoutTextColumn(name, headers);
  const at = new Map(headers.map((header, index) => [header, index]));
  const rows = objects.map(({ row, fields }): TableRow => {
    if (fields === null) return { row, problem: 'damaged' };
    const cells: string[] = [];
    for (const [key, value] of fields) cells[at.get(key) ?? 0] = value;
    const text = cells[columns.text ?? 0] ?? '';
    if (text.trim() === '') return { row, problem: 'empty' };
    return { row, text, hints: hintsOfRow(cells, columns), cells: Object.fromEntries(fields) };
  });
  return [{ sheet: null, rows }];
}

/** Undefined for a blank line, null for what is no JSON. */
function parseLine(line: string): unknown {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function parseArray(name: string, text: string): unknown[] {
  const value = parseLine(text);
  if (value === null || value === undefined) throw isDamaged(name);
  return Array.isArray(value) ? value : [value];
}

function fieldsOf(value: unknown): [string, string][] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.entries(value).map(([key, each]) => [
    key,
    typeof each === 'string' ? each : each === null || each === undefined ? '' : JSON.stringify(each),
  ]);
}
