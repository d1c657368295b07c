import * as Plot from '@observablehq/plot';
import { heatStep } from '#domain/matrix/heat-steps.ts';
import { matrixTable } from '#domain/matrix/matrix-table.ts';
import type { ReadRow } from '#domain/matrix/read-rows.ts';
import { cut, widthOf } from '#domain/pictures/svg-text.ts';
import { t } from '../app/language.ts';
import { FONT, HATCH, SMALL } from './look.ts';
import { matrixLegend, type MatrixSource, tableWords, tellCell } from './matrix-source.ts';
import { literal, noteMarks, type Picture, told } from './picture.ts';

/** Rows of a picture: more would not be read on a page. */
const MOST_ROWS = 150;
/** px. */
const CELL = { narrowest: 26, widest: 46, height: 24 };
const LONGEST_NAME = 220;
const LONGEST_HEAD = 220;

/** Rows by columns, the darker, the greater; each cell has its number, so that it prints in black and white. */
export function heatMap(source: MatrixSource): Picture {
  const { shown, matrix, read, words, open } = source;
  const drawn = [...read.rows.slice(0, MOST_ROWS), read.whole];
  const { marks, note } = noteMarks();
  const nameOf = (row: ReadRow) => (row === read.whole ? t('matrix.whole') : words.rowName(row.row));
  const cells = drawn.flatMap((row, y) =>
    row.cells.map((cell, x) => ({
      x: String(x),
      y,
      cell,
      step: row === read.whole ? 0 : heatStep(cell.value ?? 0, read.greatest),
      mark: note(tellCell(source, row, x), () => open(row === read.whole ? null : row, matrix.columns[x] ?? null, row)),
    })),
  );
  const greatest = cells.find(({ cell, y }) => cell.value === read.greatest && y < drawn.length - 1);
  return {
    title: words.title,
    description: t('matrix.description', {
      rows: t(`matrix.rowKinds.${shown.rows}`),
      columns: t('matrix.columns'),
      greatest: words.amount(read.greatest),
      row: greatest === undefined ? '' : nameOf(drawn[greatest.y] ?? read.whole),
      column: words.columnName(matrix.columns[Number(greatest?.x ?? 0)] ?? ''),
    }),
    notes: [
      ...words.notes,
      ...(drawn.length - 1 < read.rows.length
        ? [t('matrix.pictureFirst', { count: drawn.length - 1, all: words.number(read.rows.length) })]
        : []),
    ],
    unit: words.unit,
    legend: (look) => matrixLegend(source, look),
    marks,
    table: matrixTable(read, tableWords(source)),
    draw: (look) => {
      const heads = matrix.columns.map((id) => cut(words.columnName(id), LONGEST_HEAD, SMALL));
      const names = drawn.map((row) => cut(nameOf(row), LONGEST_NAME, FONT));
      const left = Math.max(48, ...names.map((name) => widthOf(name, FONT))) + 14;
      const top = Math.max(48, ...heads.map((head) => widthOf(head, SMALL) * 0.71)) + 18;
      const last = Math.max(0, ...heads.slice(-3).map((head) => widthOf(head, SMALL) * 0.71));
      // As wide as the room allows, and no narrower than what stands in the cells.
      const size = matrix.columns.length > 20 ? SMALL - 1 : SMALL;
      const texts = [
        ...drawn.map((row) => words.number(row.row.articles)),
        ...drawn.flatMap((row) => row.cells.map((each) => (each.value === null ? '' : words.value(each)))),
      ];
      const needed = Math.max(CELL.narrowest, ...texts.map((text) => widthOf(text, size) + 8));
      const fitting = Math.floor((look.width - 48 - left - last) / (matrix.columns.length + 2));
      const width = Math.max(needed, Math.min(CELL.widest, fitting));
      const columns = ['n', ...matrix.columns.map((_id, index) => String(index)), 'total'];
      const head = (x: string, text: string) => ({ x, text });
      const inks = (step: number, state: string) =>
        step > 0 ? (look.heat[step - 1]?.ink ?? look.ink) : state === 'value' ? look.ink : look.muted;
      const sums = drawn.flatMap((row, y) => [
        { x: 'n', y, text: words.number(row.row.articles), whole: row === read.whole },
        { x: 'total', y, text: row.total.value === null ? '' : words.value(row.total), whole: row === read.whole },
      ]);
      return Plot.plot({
        width: left + columns.length * width + last,
        height: top + drawn.length * CELL.height + 4,
        marginLeft: left,
        marginTop: top,
        marginRight: last,
        marginBottom: 4,
        x: { type: 'band', domain: columns, axis: null, padding: 0 },
        y: { type: 'band', domain: drawn.map((_row, index) => index), axis: null, padding: 0 },
        marks: [
          Plot.cell(cells, {
            x: 'x',
            y: 'y',
            inset: 0.5,
            fill: literal<(typeof cells)[number]>(({ step, cell }) =>
              step > 0 ? (look.heat[step - 1]?.fill ?? look.ink) : cell.state === 'not-coded' ? HATCH : look.paper,
            ),
            ...told,
          }),
          Plot.text(cells, {
            x: 'x',
            y: 'y',
            text: ({ cell }) => (cell.value === null ? '' : words.value(cell)),
            fill: literal<(typeof cells)[number]>(({ step, cell }) => inks(step, cell.state)),
            fontSize: size,
            ...told,
          }),
          Plot.text(sums, {
            x: 'x',
            y: 'y',
            text: 'text',
            fontSize: SMALL,
            fill: literal<(typeof sums)[number]>(({ x }) => (x === 'n' ? look.muted : look.ink)),
          }),
          Plot.text(
            names.map((text, y) => ({ text, y })),
            { frameAnchor: 'left', y: 'y', dx: -10, textAnchor: 'end', text: 'text', fontSize: FONT, fill: look.ink },
          ),
          Plot.text(
            [
              head('n', t('matrix.articles')),
              ...heads.map((text, index) => head(String(index), text)),
              head('total', t('matrix.total')),
            ],
            {
              x: 'x',
              frameAnchor: 'top',
              dy: -8,
              rotate: -45,
              textAnchor: 'start',
              text: 'text',
              fontSize: SMALL,
              fill: look.muted,
            },
          ),
          Plot.ruleY([drawn.length - 1], {
            y: (value: number) => value,
            dy: -CELL.height / 2,
            stroke: look.hairline,
          }),
        ],
      }) as SVGSVGElement;
    },
  };
}
