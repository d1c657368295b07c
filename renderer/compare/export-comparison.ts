import Papa from 'papaparse';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import type { Matrix } from '#domain/contract/matrix.ts';
import { heatMapSvg } from '#domain/matrix/heat-map-svg.ts';
import { heatRanges, heatStep } from '#domain/matrix/heat-steps.ts';
import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage, locales, t } from '../app/language.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { drawPng } from '../matrix/draw-png.ts';
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
export async function exportComparison(format: 'svg' | 'png' | 'csv', comparison: ShownComparison): Promise<void> {
  try {
    const content = format === 'csv' ? tableOf(comparison) : pictureOf(comparison);
    const { file } = await runShownJob('picture', 'picture.export', {
      format,
      name: t('compare.fileName', { count: comparison.panes.length }),
      content: format === 'png' ? await drawPng(content) : content,
    });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

/** An item a line: its number and title, then of each text the number of passages and the passages. */
function tableOf({ rows, panes }: ShownComparison): string {
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
  return `${Papa.unparse([head, ...lines], { escapeFormulae: true })}\r\n`;
}

function pictureOf({ rows, panes, matrix }: ShownComparison): string {
  const number = new Intl.NumberFormat(locales[currentLanguage()]);
  const articles = panes.map((pane, at) => ({ pane, at })).filter(({ pane }) => pane.text.kind === 'article');
  const shown = rows.map((row) => ({ ...row, cells: articles.map(({ at }) => row.cells[at]) }));
  const values = shown.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0));
  const greatest = Math.max(0, ...values);
  const complete = matrix?.rows.reduce((sum, row) => sum + row.complete, 0) ?? 0;
  const most = shown.find(({ cells }) => cells.some((cell) => cell?.value === greatest));
  const place = most?.cells.findIndex((cell) => cell?.value === greatest) ?? -1;
  return heatMapSvg({
    language: currentLanguage(),
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
    columns: articles.map(({ pane }) => pane.name),
    articles: t('matrix.articles'),
    total: t('matrix.total'),
    rows: shown.map(({ categoryId, cells, articles: mentions, passages }) => {
      const category = findCategory(categoryId);
      return {
        name: `${category?.number ?? ''} ${titleOf(category)}`.trim(),
        articles: number.format(mentions),
        cells: cells.map((cell) => ({
          text: cell?.value == null ? '' : number.format(cell.value),
          step: heatStep(cell?.value ?? 0, greatest),
          state: cell?.state ?? 'empty',
        })),
        total: number.format(passages),
      };
    }),
    legend: {
      unit: t('matrix.unit', { unit: t('matrix.units.passages') }),
      steps: heatRanges(greatest, true).map(({ step, above, to }) => ({
        step,
        label: above + 1 < to ? `${number.format(above + 1)}–${number.format(to)}` : number.format(to),
      })),
      silent: t('matrix.silent'),
      notCoded: t('matrix.notCoded'),
    },
  });
}

function findCategory(categoryId: string): Category | undefined {
  const codebooks = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
  return codebooks.flatMap(({ categories }) => categories).find(({ id }) => id === categoryId);
}

function titleOf(category: Category | undefined): string {
  if (category === undefined) return '';
  const { titleHant, titleHans, titleEn } = category;
  return (
    { 'zh-Hant': titleHant, 'zh-Hans': titleHans, en: titleEn }[currentLanguage()] || titleHant || titleHans || titleEn
  );
}
