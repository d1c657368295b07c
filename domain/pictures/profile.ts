import * as Plot from '@observablehq/plot';
import type { ReadRow } from '../matrix/read-rows.ts';
import { cut, widthOf } from './svg-text.ts';
import { FONT, SMALL } from './look.ts';
import { type MatrixSource, shownIn, tableWords, tellCell } from './matrix-source.ts';
import { noteMarks, type Picture, told } from './picture.ts';

/** px. */
const LINE = 26;
const LONGEST_NAME = 300;

/** Two rows held against each other, column by column: a dot and a ring on one scale, joined by a line. */
export function profile(source: MatrixSource, [one, other]: readonly [ReadRow, ReadRow]): Picture {
  const { matrix, words, open } = source;
  const { t } = words.translation;
  const { marks, note } = noteMarks();
  const lines = matrix.columns.map((id, column) => ({
    column,
    name: words.columnName(id),
    values: [shownIn(one, column), shownIn(other, column)] as const,
  }));
  const points = lines.flatMap(({ column, values }) =>
    ([one, other] as const).map((row, which) => ({
      column,
      which,
      state: values[which]?.state ?? 'empty',
      value: values[which]?.value ?? null,
      mark: note(tellCell(source, row, column), () => open(row, matrix.columns[column] ?? null, row)),
    })),
  );
  const apart = ({ values: [a, b] }: (typeof lines)[number]) =>
    a.value === null || b.value === null ? -1 : Math.abs(a.value - b.value);
  const furthest = lines.toSorted((a, b) => apart(b) - apart(a))[0];
  const greatest = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const names = [words.rowName(one.row), words.rowName(other.row)] as const;
  const withN = (row: ReadRow, name: string) => `${name} (${t('pictures.n', { n: words.number(row.row.articles) })})`;
  const { notCoded } = tableWords(source);
  const written = ({ state, value }: { state: string; value: number | null }) =>
    state === 'not-coded' ? notCoded : String(value ?? '');
  return {
    title: `${names[0]} – ${names[1]} · ${words.title}`,
    description: t('pictures.dprofile', { one: names[0], other: names[1], where: furthest?.name ?? '' }),
    notes: [...words.notes, t('pictures.profileSaid')],
    unit: words.unit,
    legend: (look) => [
      { label: withN(one, names[0]), fill: look.ink, shape: 'dot' },
      { label: withN(other, names[1]), fill: look.ink, shape: 'ring' },
      { label: t('matrix.notCoded'), fill: look.muted, shape: 'cross' },
    ],
    marks,
    table: [
      [t('pictures.about'), names[0], names[1], t('pictures.difference')],
      ...lines.map(({ name, values: [a, b] }) => [
        name,
        written(a),
        written(b),
        a.value === null || b.value === null ? '' : String(a.value - b.value),
      ]),
    ],
    draw: (look) => {
      const longest = Math.min(LONGEST_NAME, look.width * 0.38);
      const left = Math.min(longest, Math.max(60, ...lines.map(({ name }) => widthOf(name, FONT)))) + 18;
      const width = look.width - 48;
      const ticks = words.wholeNumbers ? wholeTicks(greatest) : 6;
      const y = { y: 'column' } as const;
      const valued = points.filter(({ value }) => value !== null);
      const both = lines.filter((each) => apart(each) > 0);
      return Plot.plot({
        document: look.document,
        width,
        height: lines.length * LINE + 44,
        marginLeft: left,
        marginRight: 84,
        marginTop: 28,
        marginBottom: 16,
        x: { domain: [0, greatest === 0 ? 1 : greatest], axis: null },
        y: { type: 'band', domain: lines.map(({ column }) => column), axis: null },
        marks: [
          Plot.gridX({ stroke: look.hairline, strokeOpacity: 1, ticks }),
          Plot.axisX({
            anchor: 'top',
            ticks,
            tickFormat: (value: number) => words.amount(value),
            color: look.muted,
            fontSize: SMALL,
            label: null,
            tickSize: 0,
          }),
          Plot.text(lines, {
            ...y,
            frameAnchor: 'left',
            dx: -14,
            textAnchor: 'end',
            text: ({ name }) => cut(name, longest, FONT),
            fontSize: FONT,
            fill: look.ink,
          }),
          Plot.link(both, {
            x1: ({ values }) => values[0].value ?? 0,
            x2: ({ values }) => values[1].value ?? 0,
            y1: 'column',
            y2: 'column',
            stroke: look.muted,
            strokeWidth: 1.5,
          }),
          Plot.dot(
            valued.filter(({ which }) => which === 1),
            { x: 'value', ...y, symbol: 'square', r: 6, fill: look.paper, stroke: look.ink, strokeWidth: 2, ...told },
          ),
          Plot.dot(
            valued.filter(({ which }) => which === 0),
            { x: 'value', ...y, r: 4, fill: look.ink, ...told },
          ),
          ...[0, 1].map((own) =>
            Plot.dot(
              points.filter(({ state, which }) => state === 'not-coded' && which === own),
              { x: 0, ...y, dy: own === 0 ? -5 : 5, symbol: 'times', r: 4, stroke: look.muted, ...told },
            ),
          ),
          Plot.text(
            lines.filter(({ values }) => values.some(({ value }) => value !== null)),
            {
              ...y,
              x: ({ values: [a, b] }) => Math.max(a.value ?? 0, b.value ?? 0),
              dx: 12,
              textAnchor: 'start',
              text: ({ values: [a, b] }) =>
                [a, b].map((each) => (each.value === null ? '×' : words.value(each))).join(' | '),
              fontSize: SMALL,
              fill: look.muted,
            },
          ),
        ],
      }) as SVGSVGElement;
    },
  };
}

/** Whole numbers up to the greatest, some six of them. */
function wholeTicks(greatest: number): number[] {
  const step = Math.max(1, Math.ceil(greatest / 6));
  return Array.from({ length: Math.floor(greatest / step) + 1 }, (_, index) => index * step);
}
