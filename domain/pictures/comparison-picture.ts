import type { Translation } from '../languages/interface/translation.ts';
import { locales } from '../languages/locales.ts';
import { heatLegend } from '../matrix/heat-legend.ts';
import { heatStep } from '../matrix/heat-steps.ts';
import type { Shown } from '../matrix/read-matrix.ts';
import { drawHeatGrid, type HeatRow } from './heat-grid.ts';
import { statesLegend } from './matrix-source.ts';
import { noteMarks, type Picture } from './picture.ts';

/** An item with what each article says about it. */
export interface ComparedItem {
  /** Number and title. */
  name: string;
  /** In the order of the articles. */
  cells: readonly (Shown | undefined)[];
  /** Articles that mention it, and passages in all. */
  articles: number;
  passages: number;
}

export interface ComparedArticles {
  /** How the articles are called. */
  names: readonly string[];
  /** Those of them whose coding is complete. */
  complete: number;
  items: readonly ComparedItem[];
  table: string[][];
}

/** Items down, articles across, shaded by the number of passages. */
export function comparisonPicture(
  { names, complete, items, table }: ComparedArticles,
  { t, language }: Translation,
): Picture {
  const number = new Intl.NumberFormat(locales[language]);
  const greatest = Math.max(0, ...items.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)));
  const most = items.find(({ cells }) => cells.some((cell) => cell?.value === greatest));
  const place = most?.cells.findIndex((cell) => cell?.value === greatest) ?? -1;
  const { marks, note } = noteMarks();
  const rows = items.map(
    ({ name, cells, articles, passages }): HeatRow => ({
      name,
      first: number.format(articles),
      last: number.format(passages),
      cells: cells.map((cell, at) => {
        const text = cell?.value == null ? '' : number.format(cell.value);
        const mark = note(`${name} · ${names[at] ?? ''}: ${text}`);
        return { text, step: heatStep(cell?.value ?? 0, greatest), state: cell?.state ?? 'empty', mark };
      }),
    }),
  );
  return {
    title: t('compare.pictureTitle', { count: names.length }),
    notes: [
      t('matrix.definitions.passages'),
      t('matrix.base', { count: names.length, complete: number.format(complete) }),
      t('matrix.codedRule'),
    ],
    description: t('matrix.description', {
      rows: t('compare.item'),
      columns: t('compare.texts'),
      greatest: number.format(greatest),
      row: most?.name ?? '',
      column: names[place] ?? '',
    }),
    unit: t('matrix.unit', { unit: t('matrix.units.passages') }),
    legend: (look) => [
      ...heatLegend(greatest, { wholeNumbers: true, amount: (value) => number.format(value) }).map(
        ({ step, label }) => ({
          label,
          fill: look.heat[step - 1]?.fill ?? look.ink,
        }),
      ),
      ...statesLegend(look, { t, language }),
    ],
    marks,
    table,
    draw: (look) =>
      drawHeatGrid(
        { heads: names, firstHead: t('matrix.articles'), lastHead: t('matrix.total'), rows, summed: false },
        look,
      ),
  };
}
