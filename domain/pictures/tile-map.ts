import * as Plot from '@observablehq/plot';
import { heatStep } from '../matrix/heat-steps.ts';
import type { ReadRow } from '../matrix/read-rows.ts';
import { cut } from './svg-text.ts';
import { TILE_COLUMNS, TILE_ROWS, tilePlaces } from './tile-places.ts';
import { shownName } from '../metadata/shown-names.ts';
import { FONT, HATCH, SMALL } from './look.ts';
import { matrixLegend, type MatrixSource, shownIn, tableWords, tellCell } from './matrix-source.ts';
import { literal, noteMarks, type Picture, told } from './picture.ts';

/** px. */
const TILE = { narrowest: 62, widest: 92, height: 62 };

interface Tile {
  name: string;
  x: number;
  y: number;
  row: ReadRow | null;
  mark: number;
}

/** Each province about where it lies; below them those without a place: constructed and unknown ones. */
export function tileMap(source: MatrixSource, column: number): Picture {
  const { matrix, read, words, open } = source;
  const { t, language } = words.translation;
  const { marks, note } = noteMarks();
  const byName = new Map(read.rows.map((row) => [row.row.key, row]));
  const known = new Set(tilePlaces.map(({ name }) => name));
  const tile = (name: string, x: number, y: number, row: ReadRow | null): Tile => ({
    name,
    x,
    y,
    row,
    mark: note(
      row === null ? `${name} · ${t('pictures.noArticle')}` : tellCell(source, row, column),
      row === null ? null : () => open(row, matrix.columns[column] ?? null, row),
    ),
  });
  const others = read.rows.filter(({ row }) => !known.has(row.key));
  const tiles = [
    ...tilePlaces.map((place) =>
      tile(shownName('outletProvince', place.name, language), place.column, place.row, byName.get(place.name) ?? null),
    ),
    ...others.map((row, index) =>
      tile(words.rowName(row.row), index % TILE_COLUMNS, TILE_ROWS + 1 + Math.floor(index / TILE_COLUMNS), row),
    ),
  ];
  const shown = (row: ReadRow | null) => (row === null ? null : shownIn(row, column));
  const greatest = Math.max(0, ...read.rows.map((row) => shownIn(row, column).value ?? 0));
  const top = tiles.find(({ row }) => row !== null && shownIn(row, column).value === greatest);
  const about = column === -1 ? t('pictures.all') : words.columnName(matrix.columns[column] ?? '');
  const { row, articles, complete, notCoded } = tableWords(source);
  return {
    title: `${words.title} · ${about}`,
    description: t('pictures.dmap', { greatest: words.amount(greatest), where: top?.name ?? '' }),
    notes: [...words.notes, t('pictures.mapSaid')],
    unit: words.unit,
    legend: (look) => matrixLegend(source, look, greatest),
    marks,
    table: [
      [row, articles, complete, about],
      ...read.rows.map((each) => {
        const { state, value } = shownIn(each, column);
        return [
          words.rowName(each.row),
          String(each.row.articles),
          String(each.row.complete),
          state === 'not-coded' ? notCoded : String(value ?? ''),
        ];
      }),
    ],
    draw: (look) => {
      const width = Math.max(TILE.narrowest, Math.min(TILE.widest, Math.floor((look.width - 52) / TILE_COLUMNS)));
      const rows = TILE_ROWS + (others.length === 0 ? 0 : 1 + Math.ceil(others.length / TILE_COLUMNS));
      const step = ({ row: own }: Tile) => heatStep(shown(own)?.value ?? 0, greatest);
      const fill = (each: Tile) => {
        if (step(each) > 0) return look.heat[step(each) - 1]?.fill ?? look.ink;
        return shown(each.row)?.state === 'not-coded' ? HATCH : look.paper;
      };
      const ink = (each: Tile) =>
        step(each) > 0 ? (look.heat[step(each) - 1]?.ink ?? look.ink) : each.row === null ? look.muted : look.ink;
      const at = { x: 'x', y: 'y', ...told } as const;
      return Plot.plot({
        document: look.document,
        width: TILE_COLUMNS * width + 4,
        height: rows * TILE.height + 8,
        margin: 2,
        marginTop: 8,
        x: { type: 'band', domain: Array.from({ length: TILE_COLUMNS }, (_, index) => index), axis: null, padding: 0 },
        y: { type: 'band', domain: Array.from({ length: rows }, (_, index) => index), axis: null, padding: 0 },
        marks: [
          Plot.cell(
            tiles.filter((each) => each.row !== null),
            { ...at, inset: 2, fill: literal(fill), stroke: look.muted, strokeWidth: 1 },
          ),
          Plot.cell(
            tiles.filter((each) => each.row === null),
            { ...at, inset: 2, fill: look.paper, stroke: look.hairline, strokeDasharray: '2 3' },
          ),
          Plot.text(tiles, {
            ...at,
            dy: -16,
            text: ({ name }) => cut(name, width - 8, FONT),
            fontSize: FONT,
            fill: literal(ink),
          }),
          Plot.text(
            tiles.filter((each) => each.row !== null),
            {
              ...at,
              dy: 2,
              text: (each: Tile) => {
                const own = shown(each.row);
                return own === null ? '' : own.state === 'not-coded' ? t('matrix.notCoded') : words.value(own);
              },
              fontSize: FONT,
              fontWeight: 700,
              fill: literal(ink),
            },
          ),
          Plot.text(tiles, {
            ...at,
            dy: 18,
            text: (each) => t('pictures.n', { n: words.number(each.row?.row.articles ?? 0) }),
            fontSize: SMALL - 1,
            fill: literal(ink),
          }),
          ...(others.length === 0
            ? []
            : [
                Plot.text([t('pictures.others')], {
                  frameAnchor: 'top-left',
                  dy: (TILE_ROWS + 0.75) * TILE.height,
                  fontSize: SMALL,
                  fill: look.muted,
                }),
              ]),
        ],
      }) as SVGSVGElement;
    },
  };
}
