import { numberedTitle, titleIn } from '#domain/codebook/title-in.ts';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import type { Category, Codebook } from '#domain/contract/codebook.ts';
import type { Matrix } from '#domain/contract/matrix.ts';
import { alertFailure } from '../app/failure-text.ts';
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

/** The articles of the comparison, item by item. */
async function pictureOf(comparison: ShownComparison): Promise<Picture> {
  const { comparisonPicture } = await import('#domain/pictures/comparison-picture.ts');
  const { rows, panes, matrix } = comparison;
  const articles = panes.map((pane, at) => ({ pane, at })).filter(({ pane }) => pane.text.kind === 'article');
  return comparisonPicture(
    {
      names: articles.map(({ pane }) => pane.name),
      complete: matrix?.rows.reduce((sum, row) => sum + row.complete, 0) ?? 0,
      items: rows.map(({ categoryId, cells, articles: mentions, passages }) => ({
        name: numberedTitle(currentLanguage(), findCategory(categoryId)),
        cells: articles.map(({ at }) => cells[at]),
        articles: mentions,
        passages,
      })),
      table: tableOf(comparison),
    },
    currentTranslation(),
  );
}

function findCategory(categoryId: string): Category | undefined {
  const codebooks = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
  return codebooks.flatMap(({ categories }) => categories).find(({ id }) => id === categoryId);
}

function titleOf(category: Category | undefined): string {
  return category === undefined ? '' : titleIn(currentLanguage(), category);
}
