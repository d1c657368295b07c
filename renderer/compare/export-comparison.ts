import { titleIn } from '#domain/codebook/title-in.ts';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import type { Matrix } from '#domain/contract/matrix.ts';
import { heatRanges, heatStep } from '#domain/matrix/heat-steps.ts';
import { alertFailure } from '../app/failure-text.ts';
import { locales } from '#domain/languages/locales.ts';
import { currentLanguage, currentTranslation, t } from '../app/language.ts';
import type { PictureFormat } from '../pictures/export-picture.ts';
import type { Picture } from '#domain/pictures/picture.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { quotesOf } from './cell-quotes.ts';
import type { ComparedPane } from './queries.ts';

export interface ShownComparison {
  rows: readonly ItemRow[];
  panes: readonly ComparedPane[];
  matrix: Matrix | null;
}

/** Hands over what the texts say about each item: as a picture, or as a table with the passages. */
export async function exportComparison(format: PictureFormat, comparison: ShownComparison): Promise<void> {
  try {
    const { exportPicture } = await import('../pictures/export-picture.ts');
    await exportPicture(format, await pictureOf(comparison));
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** An item a line: its number and title, then of each text the number of passages and the passages. */
function tableOf({ rows, panes }: ShownComparison): string[][] {
  const head = [
    t('compare.number'),
    t('compare.item'),
    ...panes.flatMap(({ name }) => [t('compare.countOf', { name }), t('compare.passagesOf', { name })]),
  ];
  const lines = rows.map(({ categoryId, cells }) => {
    const category = findCategory(categoryId);
    return [
      category?.number ?? '',
      titleOf(category),
      ...panes.flatMap((pane, at) => {
        const quotes = quotesOf(pane, categoryId).map(({ words }) => words);
        const { state, value } = cells[at] ?? { state: 'empty', value: null };
        const count = pane.reference !== null ? quotes.length : state === 'not-coded' ? t('matrix.notCoded') : value;
        return [String(count ?? ''), quotes.join('\n')];
      }),
    ];
  });
  return [head, ...lines];
}

/** Items down, articles across, shaded by the number of passages. */
async function pictureOf(comparison: ShownComparison): Promise<Picture> {
  const [{ drawHeatGrid }, { statesLegend }, { noteMarks }] = await Promise.all([
    import('#domain/pictures/heat-grid.ts'),
    import('#domain/pictures/matrix-source.ts'),
    import('#domain/pictures/picture.ts'),
  ]);
  const { rows, panes, matrix } = comparison;
  const number = new Intl.NumberFormat(locales[currentLanguage()]);
  const articles = panes.map((pane, at) => ({ pane, at })).filter(({ pane }) => pane.text.kind === 'article');
  const shown = rows.map((row) => ({ ...row, cells: articles.map(({ at }) => row.cells[at]) }));
  const greatest = Math.max(0, ...shown.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)));
  const complete = matrix?.rows.reduce((sum, row) => sum + row.complete, 0) ?? 0;
  const most = shown.find(({ cells }) => cells.some((cell) => cell?.value === greatest));
  const place = most?.cells.findIndex((cell) => cell?.value === greatest) ?? -1;
  const { marks, note } = noteMarks();
  const heatRows = shown.map(({ categoryId, cells, articles: mentions, passages }) => {
    const category = findCategory(categoryId);
    const name = `${category?.number ?? ''} ${titleOf(category)}`.trim();
    return {
      name,
      first: number.format(mentions),
      last: number.format(passages),
      cells: cells.map((cell, at) => {
        const text = cell?.value == null ? '' : number.format(cell.value);
        const mark = note(`${name} · ${articles[at]?.pane.name ?? ''}: ${text}`);
        return { text, step: heatStep(cell?.value ?? 0, greatest), state: cell?.state ?? 'empty', mark };
      }),
    };
  });
  return {
    title: t('compare.pictureTitle', { count: articles.length }),
    notes: [
      t('matrix.definitions.passages'),
      t('matrix.base', { count: articles.length, complete: number.format(complete) }),
      t('matrix.codedRule'),
    ],
    description: t('matrix.description', {
      rows: t('compare.item'),
      columns: t('compare.texts'),
      greatest: number.format(greatest),
      row: titleOf(findCategory(most?.categoryId ?? '')),
      column: articles[place]?.pane.name ?? '',
    }),
    unit: t('matrix.unit', { unit: t('matrix.units.passages') }),
    legend: (look) => [
      ...heatRanges(greatest, true).map(({ step, above, to }) => ({
        label: above + 1 < to ? `${number.format(above + 1)}–${number.format(to)}` : number.format(to),
        fill: look.heat[step - 1]?.fill ?? look.ink,
      })),
      ...statesLegend(look, currentTranslation()),
    ],
    marks,
    table: tableOf(comparison),
    draw: (look) =>
      drawHeatGrid(
        {
          heads: articles.map(({ pane }) => pane.name),
          firstHead: t('matrix.articles'),
          lastHead: t('matrix.total'),
          rows: heatRows,
          summed: false,
        },
        look,
      ),
  };
}

function findCategory(categoryId: string): Category | undefined {
  const codebooks = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
  return codebooks.flatMap(({ categories }) => categories).find(({ id }) => id === categoryId);
}

function titleOf(category: Category | undefined): string {
  return category === undefined ? '' : titleIn(currentLanguage(), category);
}
