import * as Plot from '@observablehq/plot';
import { monthsBetween } from './months.ts';
import { cut, widthOf } from './svg-text.ts';
import { FONT, HATCH, SMALL } from './look.ts';
import { type MatrixSource, shownIn, tableWords, tellCell } from './matrix-source.ts';
import { literal, noteMarks, type Picture, told } from './picture.ts';

/** px. */
const LANE = 46;
const LONGEST_NAME = 360;
const NARROWEST = 34;

/** A line of bars for each column, or for one of them, month by month. */
export function timeline(source: MatrixSource, columns: readonly number[]): Picture {
  const { matrix, read, words, open } = source;
  const { t } = words.translation;
  const { marks, note } = noteMarks();
  const months = monthsBetween(read.rows.map(({ row }) => row.key));
  const nameOf = (column: number) =>
    column === -1 ? t('pictures.all') : words.columnName(matrix.columns[column] ?? '');
  const bars = columns.flatMap((column) =>
    read.rows.map((row) => ({
      column,
      month: row.row.key,
      shown: shownIn(row, column),
      mark: note(tellCell(source, row, column), () => open(row, matrix.columns[column] ?? null, row)),
    })),
  );
  const greatest = Math.max(0, ...bars.map(({ shown }) => shown.value ?? 0));
  const top = bars.find(({ shown }) => shown.value === greatest);
  const articlesIn = new Map(read.rows.map(({ row }) => [row.key, row.articles]));
  const monthName = (key: string) => (key === 'none' ? t('common.unknown') : key);
  const { row, articles, complete, notCoded } = tableWords(source);
  return {
    title: words.title,
    description: t('pictures.dtimeline', {
      greatest: words.amount(greatest),
      where: top === undefined ? '' : `${monthName(top.month)}, ${nameOf(top.column)}`,
    }),
    notes: [...words.notes, t('pictures.timelineSaid')],
    unit: words.unit,
    legend: (look) => [
      { label: t('pictures.value'), fill: look.heat[3]?.fill ?? look.ink },
      { label: t('matrix.silent'), fill: look.paper },
      { label: t('matrix.notCoded'), fill: HATCH },
    ],
    marks,
    table: [
      [row, articles, complete, ...columns.map(nameOf)],
      ...read.rows.map((each) => [
        words.rowName(each.row),
        String(each.row.articles),
        String(each.row.complete),
        ...columns.map((column) => {
          const { state, value } = shownIn(each, column);
          return state === 'not-coded' ? notCoded : String(value ?? '');
        }),
      ]),
    ],
    draw: (look) => {
      const longest = Math.min(LONGEST_NAME, look.width * 0.36);
      const left = Math.min(longest, Math.max(60, ...columns.map((each) => widthOf(nameOf(each), FONT)))) + 18;
      const across = Math.max(NARROWEST, Math.min(90, (look.width - 48 - left) / Math.max(1, months.length)));
      const lane = columns.length === 1 ? LANE * 4 : LANE;
      const room = lane - 18;
      const base = (index: number) => (index + 1) * lane - 2;
      const place = new Map(columns.map((column, index) => [column, index]));
      const baseOf = ({ column }: { column: number }) => base(place.get(column) ?? 0);
      const valued = bars.filter(({ shown }) => (shown.value ?? 0) > 0);
      const height = ({ shown }: (typeof bars)[number]) =>
        greatest === 0 ? 0 : ((shown.value ?? 0) / greatest) * room;
      return Plot.plot({
        document: look.document,
        width: left + months.length * across + 8,
        height: columns.length * lane + 44,
        marginLeft: left,
        marginRight: 8,
        marginTop: 4,
        marginBottom: 40,
        x: { type: 'band', domain: months, axis: null, padding: 0.2 },
        y: { type: 'linear', domain: [0, columns.length * lane], range: [4, columns.length * lane + 4], axis: null },
        marks: [
          Plot.ruleY(
            columns.map((_column, index) => base(index)),
            { stroke: look.hairline },
          ),
          Plot.text(columns, {
            y: (column: number) => base(place.get(column) ?? 0) - 10,
            frameAnchor: 'left',
            dx: -12,
            textAnchor: 'end',
            text: (column: number) => cut(nameOf(column), longest, FONT),
            fontSize: FONT,
            fill: look.ink,
          }),
          Plot.rect(
            bars.filter(({ shown }) => shown.state === 'not-coded'),
            {
              x: 'month',
              y1: baseOf,
              y2: (bar: (typeof bars)[number]) => baseOf(bar) - room * 0.6,
              fill: literal(() => HATCH),
              ...told,
            },
          ),
          Plot.rect(valued, {
            x: 'month',
            y1: baseOf,
            y2: (bar: (typeof bars)[number]) => baseOf(bar) - height(bar),
            fill: look.heat[3]?.fill ?? look.ink,
            ...told,
          }),
          Plot.text(
            bars.filter(({ shown }) => shown.value !== null),
            {
              x: 'month',
              y: (bar: (typeof bars)[number]) => baseOf(bar) - height(bar),
              dy: -7,
              text: ({ shown }: (typeof bars)[number]) => words.value(shown),
              fontSize: SMALL - 1,
              fill: literal<(typeof bars)[number]>(({ shown }) => (shown.state === 'silent' ? look.muted : look.ink)),
              ...told,
            },
          ),
          Plot.text(months, {
            x: (month: string) => month,
            frameAnchor: 'bottom',
            dy: 14,
            text: (month: string) => (months.length > 30 && month !== 'none' ? month.slice(2) : monthName(month)),
            fontSize: across < 50 ? SMALL - 2 : SMALL,
            fill: look.ink,
          }),
          Plot.text(months, {
            x: (month: string) => month,
            frameAnchor: 'bottom',
            dy: 30,
            text: (month: string) => t('pictures.n', { n: words.number(articlesIn.get(month) ?? 0) }),
            fontSize: SMALL - 2,
            fill: look.muted,
          }),
        ],
      }) as SVGSVGElement;
    },
  };
}
