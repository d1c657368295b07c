import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { CategoryRow, Report } from '#domain/report/report-model.ts';
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  WidthType,
} from 'docx';
import type { Speech } from './docx-speech.ts';
import { coloursOf, HAIR, QUIET, STYLE, TEXT_WIDTH } from './docx-styles.ts';

const hair = { style: BorderStyle.SINGLE, size: 4, color: HAIR, space: 0 };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 };
const RULES: ITableBordersOptions = {
  top: { ...hair, size: 8, color: QUIET },
  bottom: { ...hair, size: 8, color: QUIET },
  left: none,
  right: none,
  insideHorizontal: hair,
  insideVertical: none,
};

export interface Cell {
  runs: TextRun[];
  /** Numbers stand at the end of their cell. */
  end?: boolean;
  head?: boolean;
  /** What it is shaded with, as six hexadecimal digits. */
  fill?: string;
  /** In twentieths of a point. */
  indent?: number;
}

/** A table as wide as the text, whose head is repeated on every page; `shares` of the columns add up to 1. */
export function writeTable(shares: readonly number[], head: readonly Cell[] | null, rows: readonly Cell[][]): Table {
  const widths = shares.map((share) => Math.round(share * TEXT_WIDTH));
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        ({ runs, end = false, head: ofHead = isHead, indent = 0, fill }, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
            margins: { left: column === 0 ? 0 : 60, right: 60, marginUnitType: WidthType.DXA },
            children: [
              new Paragraph({
                style: ofHead ? STYLE.head : STYLE.cell,
                alignment: end ? AlignmentType.RIGHT : AlignmentType.LEFT,
                ...(indent === 0 ? {} : { indent: { left: indent } }),
                children: runs,
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: RULES,
    rows: [...(head === null ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

const FIGURES_IN_A_ROW = 4;

/** Figures with what they count below them. */
export function writeFigures(figures: readonly (readonly [label: string, value: string])[], speech: Speech): Table {
  const rows = [];
  for (let at = 0; at < figures.length; at += FIGURES_IN_A_ROW) rows.push(figures.slice(at, at + FIGURES_IN_A_ROW));
  const width = Math.floor(TEXT_WIDTH / FIGURES_IN_A_ROW);
  const cell = ([label, value]: readonly [string, string]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 80, top: 60, bottom: 60, marginUnitType: WidthType.DXA },
      children: [
        new Paragraph({ style: STYLE.figure, children: [speech.run(value)] }),
        new Paragraph({ style: STYLE.head, children: [speech.run(label)] }),
      ],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: FIGURES_IN_A_ROW }, () => width),
    layout: TableLayoutType.FIXED,
    borders: { ...RULES, insideHorizontal: none },
    rows: rows.map((row) => {
      const missing = Array.from({ length: FIGURES_IN_A_ROW - row.length }, () => ['', ''] as const);
      return new TableRow({ cantSplit: true, children: [...row, ...missing].map(cell) });
    }),
  });
}

const RELATIONS = ['verbatim', 'adapted', 'local', 'mention', 'unstated'] as const;

/** The columns of counts, each wide enough for its head. */
const COUNT_SHARES = {
  zh: [0.075, 0.075, 0.075, 0.1, 0.075, 0.085, 0.085, 0.085],
  en: [0.125, 0.09, 0.09, 0.07, 0.09, 0.095, 0.115, 0.085],
};

/** Counts by category, each part followed by the categories in use below it. */
export function writeCounts(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const { table } = report;
  const { columns, relations, tableRows } = labels;
  const heads = [
    columns.annotations,
    relations.verbatim,
    relations.adapted,
    relations.local,
    relations.mention,
    columns.unstated,
    columns.characters,
    columns.share,
  ];
  const line = (row: CategoryRow, kind: 'part' | 'below' | 'all', title: string): Cell[] => {
    const bold = kind !== 'below';
    const { ink, rule } = coloursOf(row.colour);
    const number = row.number === '' ? [] : [speech.run(`${row.number} `, { bold: true, color: ink })];
    const swatch = kind === 'part' ? [speech.run('■ ', { color: rule })] : [];
    const counts = [
      row.annotationNumbers.length,
      ...RELATIONS.map((relation) => row.relations[relation]),
      row.characters,
    ];
    return [
      { runs: [...swatch, ...number, speech.run(title, { bold })], indent: kind === 'below' ? 260 : 0 },
      ...counts.map((count) => ({
        runs: [speech.run(labels.number(count), count === 0 ? { color: QUIET } : { bold })],
        end: true,
      })),
      { runs: [speech.run(row.share === null ? '–' : labels.share(row.share), { bold })], end: true },
    ];
  };
  const rows = table.groups.flatMap(({ head, rows: below }) => [
    line(head, 'part', head.title),
    ...below.map((row) => line(row, 'below', row.categoryId === head.categoryId ? tableRows.itself : row.title)),
  ]);
  if (table.unlinked !== null) rows.push(line(table.unlinked, 'part', tableRows.unlinked));
  rows.push(line(table.all, 'all', tableRows.all));
  const shares = COUNT_SHARES[report.language === 'en' ? 'en' : 'zh'];
  const first = 1 - shares.reduce((sum, share) => sum + share, 0);
  return [
    writeTable(
      [first, ...shares],
      [{ runs: [speech.run(columns.category)] }, ...heads.map((head) => ({ runs: [speech.run(head)], end: true }))],
      rows,
    ),
  ];
}
