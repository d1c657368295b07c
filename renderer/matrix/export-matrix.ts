import Papa from 'papaparse';
import { heatMapSvg } from '#domain/matrix/heat-map-svg.ts';
import { heatStep } from '#domain/matrix/heat-steps.ts';
import { matrixTable } from '#domain/matrix/matrix-table.ts';
import type { ReadMatrix } from '#domain/matrix/read-rows.ts';
import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage, t } from '../app/language.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { drawPng } from './draw-png.ts';
import { heatLegend } from './matrix-legend.tsx';
import type { MatrixShown } from './matrix-question.ts';
import type { MatrixWords } from './matrix-words.ts';

export interface ShownMatrix {
  shown: MatrixShown;
  /** Ids of the categories. */
  columns: readonly string[];
  /** Sorted. */
  read: ReadMatrix;
  words: MatrixWords;
}

/** Rows of a picture: more would not be read on a page. */
const MOST_ROWS = 150;

/** Hands over the matrix as it is shown: as a picture, or its data as a table. */
export async function exportMatrix(format: 'svg' | 'png' | 'csv', matrix: ShownMatrix): Promise<void> {
  try {
    const content = format === 'csv' ? tableOf(matrix) : heatMapOf(matrix);
    const { file } = await runShownJob('picture', 'picture.export', {
      format,
      name: matrix.words.title,
      content: format === 'png' ? await drawPng(content) : content,
    });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

function tableOf({ shown, columns, read, words }: ShownMatrix): string {
  const table = matrixTable(read, {
    row: t(`matrix.rowKinds.${shown.rows}`),
    articles: t('matrix.articles'),
    complete: t('matrix.complete'),
    columns: columns.map(words.columnName),
    total: t('matrix.total'),
    whole: t('matrix.whole'),
    notCoded: t('matrix.notCoded'),
    nameOf: words.rowName,
  });
  return `${Papa.unparse(table, { escapeFormulae: true })}\r\n`;
}

function heatMapOf({ shown, columns, read, words }: ShownMatrix): string {
  const drawn = read.rows.slice(0, MOST_ROWS);
  const first =
    drawn.length < read.rows.length
      ? [t('matrix.pictureFirst', { count: drawn.length, all: words.number(read.rows.length) })]
      : [];
  return heatMapSvg({
    language: currentLanguage(),
    title: words.title,
    notes: [...words.notes, ...first],
    description: descriptionOf({ shown, columns, read, words }),
    columns: columns.map(words.columnName),
    articles: t('matrix.articles'),
    total: t('matrix.total'),
    rows: [...drawn, read.whole].map((each) => ({
      name: each === read.whole ? t('matrix.whole') : words.rowName(each.row),
      articles: words.number(each.row.articles),
      cells: each.cells.map((cell) => ({
        text: cell.value === null ? '' : words.value(cell),
        step: each === read.whole ? 0 : heatStep(cell.value ?? 0, read.greatest),
        state: cell.state,
      })),
      total: each.total.value === null ? '' : words.value(each.total),
    })),
    legend: {
      unit: words.unit,
      steps: heatLegend(read.greatest, words),
      silent: t('matrix.silent'),
      notCoded: t('matrix.notCoded'),
    },
  });
}

/** What the picture shows, in a sentence: what by what, and where the greatest value is. */
function descriptionOf({ shown, columns, read, words }: ShownMatrix): string {
  const row = read.rows.find(({ cells }) => cells.some(({ value }) => value === read.greatest));
  const column = row?.cells.findIndex(({ value }) => value === read.greatest) ?? -1;
  return t('matrix.description', {
    rows: t(`matrix.rowKinds.${shown.rows}`),
    columns: t('matrix.columns'),
    greatest: words.amount(read.greatest),
    row: row === undefined ? '' : words.rowName(row.row),
    column: words.columnName(columns[column] ?? ''),
  });
}
