import * as Plot from '@observablehq/plot';
import type { Pairs } from '../contract/picture.ts';
import { heatStep } from '../matrix/heat-steps.ts';
import { cut, widthOf } from './svg-text.ts';
import { heatLegend } from '../matrix/heat-legend.ts';
import type { MatrixShown } from '../matrix/matrix-shown.ts';
import { FONT, type Look, SMALL } from './look.ts';
import { literal, noteMarks, type Picture, told } from './picture.ts';
import type { PictureWords } from './picture-words.ts';

/** px. */
const CELL = { wide: 40, narrow: 22 };
const LONGEST_NAME = 260;

/** Every two categories, and how often they occur together; on the diagonal how often each occurs at all. */
export function pairsPicture(
  shown: Pick<MatrixShown, 'unit'>,
  pairs: Pairs,
  words: PictureWords,
  open: (categoryIds: readonly string[]) => void,
): Picture {
  const { t } = words.translation;
  const { marks, note } = noteMarks();
  const counts = new Map<string, number>();
  for (let at = 0; at < pairs.counts.length; at += 3)
    counts.set(`${pairs.counts[at]} ${pairs.counts[at + 1]}`, pairs.counts[at + 2] ?? 0);
  const name = (column: number) => words.columnName(pairs.columns[column] ?? '');
  const cells = pairs.columns.flatMap((id, row) =>
    pairs.columns.slice(0, row + 1).map((_id, column) => {
      const value = counts.get(`${column} ${row}`) ?? 0;
      const both = row === column ? name(row) : `${name(column)} + ${name(row)}`;
      return {
        row,
        column,
        value,
        mark: note(
          `${both}: ${words.number(value)} ${t(`pictures.unitNames.${shown.unit}`)}`,
          value > 0 ? () => open([...new Set([id, pairs.columns[column] ?? id])]) : null,
        ),
      };
    }),
  );
  const apart = cells.filter(({ row, column }) => row !== column);
  const greatest = Math.max(0, ...apart.map(({ value }) => value));
  const top = apart.find(({ value }) => value === greatest);
  const stepOf = ({ row, column, value }: (typeof cells)[number]) => (row === column ? 0 : heatStep(value, greatest));
  const legend = (look: Look) => [
    ...heatLegend(greatest, { wholeNumbers: true, amount: words.number }).map(({ step, label }) => ({
      label,
      fill: look.heat[step - 1]?.fill ?? look.ink,
    })),
    { label: t('pictures.noPairs'), fill: look.paper },
  ];
  return {
    title: t('pictures.pairsTitle', { unit: t(`pictures.units.${shown.unit}`) }),
    description: t('pictures.dpairs', {
      greatest: words.number(greatest),
      where: top === undefined ? '' : `${name(top.column)} + ${name(top.row)}`,
    }),
    notes: [t(`pictures.unitSaid.${shown.unit}`), ...words.notesOf(pairs)],
    unit: t('matrix.unit', { unit: t(`pictures.unitNames.${shown.unit}`) }),
    legend,
    marks,
    table: [
      ['', ...pairs.columns.map((_id, column) => name(column))],
      ...pairs.columns.map((_id, row) => [
        name(row),
        ...pairs.columns.map((_other, column) =>
          String(counts.get(`${Math.min(row, column)} ${Math.max(row, column)}`) ?? 0),
        ),
      ]),
    ],
    draw: (look) => {
      const size = pairs.columns.length > 20 ? CELL.narrow : CELL.wide;
      const font = size === CELL.narrow ? 9 : SMALL;
      const names = pairs.columns.map((_id, column) => cut(name(column), LONGEST_NAME, FONT));
      const left = Math.max(60, ...names.map((each) => widthOf(each, size === CELL.narrow ? SMALL : FONT))) + 14;
      const last = widthOf(names.at(-1) ?? '', SMALL) * 0.71;
      const indices = pairs.columns.map((_id, index) => index);
      const height = size === CELL.narrow ? size : 26;
      return Plot.plot({
        document: look.document,
        width: left + indices.length * size + last,
        height: indices.length * height + 40,
        marginLeft: left,
        marginRight: last,
        marginTop: 34,
        marginBottom: 4,
        x: { type: 'band', domain: indices, axis: null, padding: 0 },
        y: { type: 'band', domain: indices, axis: null, padding: 0 },
        marks: [
          Plot.cell(cells, {
            x: 'column',
            y: 'row',
            inset: 0.5,
            fill: literal<(typeof cells)[number]>((cell) => look.heat[stepOf(cell) - 1]?.fill ?? look.paper),
            stroke: literal<(typeof cells)[number]>(({ row, column }) => (row === column ? look.muted : look.hairline)),
            strokeWidth: 0.75,
            ...told,
          }),
          Plot.text(
            cells.filter(({ value }) => value > 0),
            {
              x: 'column',
              y: 'row',
              text: ({ value }) => words.number(value),
              fontSize: font,
              fill: literal<(typeof cells)[number]>((cell) => look.heat[stepOf(cell) - 1]?.ink ?? look.muted),
              ...told,
            },
          ),
          Plot.text(indices, {
            y: (index: number) => index,
            frameAnchor: 'left',
            dx: -10,
            textAnchor: 'end',
            text: (index: number) => names[index] ?? '',
            fontSize: size === CELL.narrow ? SMALL : FONT,
            fill: look.ink,
          }),
          // Above the step of the stairs that is its own: the number alone, the title stands at the line's beginning.
          Plot.text(indices, {
            x: (index: number) => index,
            y: (index: number) => index,
            dy: -height / 2 - 6,
            dx: 0,
            rotate: -45,
            textAnchor: 'start',
            text: (index: number) => words.shortName(pairs.columns[index] ?? ''),
            fontSize: font,
            fill: look.muted,
          }),
        ],
      }) as SVGSVGElement;
    },
  };
}
