import * as Plot from '@observablehq/plot';
import type { Shown } from '../matrix/read-matrix.ts';
import { cut, widthOf } from './svg-text.ts';
import { FONT, HATCH, type Look, SMALL } from './look.ts';
import { literal, told } from './picture.ts';

export interface HeatCell {
  text: string;
  /** 0 is not shaded. */
  step: number;
  state: Shown['state'];
  /** Index of the mark that it is. */
  mark: number;
}

export interface HeatRow {
  name: string;
  /** What stands before and behind the cells. */
  first: string;
  last: string;
  cells: readonly HeatCell[];
}

export interface HeatGrid {
  heads: readonly string[];
  firstHead: string;
  lastHead: string;
  rows: readonly HeatRow[];
  /** Whether the last row sums up those before it. */
  summed: boolean;
}

/** px. */
const CELL = { narrowest: 26, widest: 46, height: 24 };
const LONGEST_NAME = 220;
const LONGEST_HEAD = 220;

/** A table whose cells are shaded by their steps; as wide as the room allows, and no narrower than what stands in it. */
export function drawHeatGrid(
  { heads: written, firstHead, lastHead, rows, summed }: HeatGrid,
  look: Look,
): SVGSVGElement {
  const cells = rows.flatMap((row, y) => row.cells.map((cell, x) => ({ ...cell, x: String(x), y })));
  const heads = written.map((head) => cut(head, LONGEST_HEAD, SMALL));
  const names = rows.map(({ name }) => cut(name, LONGEST_NAME, FONT));
  const left = Math.max(48, ...names.map((name) => widthOf(name, FONT))) + 14;
  const top = Math.max(48, ...heads.map((head) => widthOf(head, SMALL) * 0.71)) + 18;
  const last = Math.max(0, ...heads.slice(-3).map((head) => widthOf(head, SMALL) * 0.71));
  const size = heads.length > 20 ? SMALL - 1 : SMALL;
  const texts = [...rows.map(({ first }) => first), ...cells.map(({ text }) => text)];
  const needed = Math.max(CELL.narrowest, ...texts.map((text) => widthOf(text, size) + 8));
  const fitting = Math.floor((look.width - 48 - left - last) / (heads.length + 2));
  const width = Math.max(needed, Math.min(CELL.widest, fitting));
  const columns = ['first', ...heads.map((_head, index) => String(index)), 'last'];
  const head = (x: string, text: string) => ({ x, text });
  const inks = ({ step, state }: HeatCell) =>
    step > 0 ? (look.heat[step - 1]?.ink ?? look.ink) : state === 'value' ? look.ink : look.muted;
  const sides = rows.flatMap(({ first, last: sum }, y) => [
    { x: 'first', y, text: first },
    { x: 'last', y, text: sum },
  ]);
  return Plot.plot({
    document: look.document,
    width: left + columns.length * width + last,
    height: top + rows.length * CELL.height + 4,
    marginLeft: left,
    marginTop: top,
    marginRight: last,
    marginBottom: 4,
    x: { type: 'band', domain: columns, axis: null, padding: 0 },
    y: { type: 'band', domain: rows.map((_row, index) => index), axis: null, padding: 0 },
    marks: [
      Plot.cell(cells, {
        x: 'x',
        y: 'y',
        inset: 0.5,
        fill: literal<(typeof cells)[number]>(({ step, state }) =>
          step > 0 ? (look.heat[step - 1]?.fill ?? look.ink) : state === 'not-coded' ? HATCH : look.paper,
        ),
        ...told,
      }),
      Plot.text(cells, {
        x: 'x',
        y: 'y',
        text: 'text',
        fill: literal<(typeof cells)[number]>(inks),
        fontSize: size,
        ...told,
      }),
      Plot.text(sides, {
        x: 'x',
        y: 'y',
        text: 'text',
        fontSize: SMALL,
        fill: literal<(typeof sides)[number]>(({ x }) => (x === 'first' ? look.muted : look.ink)),
      }),
      Plot.text(
        names.map((text, y) => ({ text, y })),
        { frameAnchor: 'left', y: 'y', dx: -10, textAnchor: 'end', text: 'text', fontSize: FONT, fill: look.ink },
      ),
      Plot.text(
        [head('first', firstHead), ...heads.map((text, index) => head(String(index), text)), head('last', lastHead)],
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
      Plot.ruleY(summed ? [rows.length - 1] : [], {
        y: (value: number) => value,
        dy: -CELL.height / 2,
        stroke: look.hairline,
      }),
    ],
  }) as SVGSVGElement;
}
