import type { FindingThenAndNow } from '../contract/finding.ts';
import type { Sequences } from '../contract/picture.ts';
import { findingWords, shownOf } from '../findings/finding-words.ts';
import { translationIn, type Translation } from '../languages/interface/translation.ts';
import { arrangeMatrix } from '../matrix/arrange-matrix.ts';
import { cellsOf } from '../matrix/matrix-cells.ts';
import { comparisonPicture } from '../pictures/comparison-picture.ts';
import { heatMap } from '../pictures/heat-map.ts';
import type { MatrixSource } from '../pictures/matrix-source.ts';
import { pairOf } from '../pictures/pair-of.ts';
import type { Picture } from '../pictures/picture.ts';
import { pictureWords } from '../pictures/picture-words.ts';
import { portrait } from '../pictures/portrait.ts';
import { profile } from '../pictures/profile.ts';
import { tileMap } from '../pictures/tile-map.ts';
import { timeline } from '../pictures/timeline.ts';
import { namesFor, standsUpright } from './describe-finding.ts';
import type { ReportInput } from './report-input.ts';
import type { ArticleReport, CategoryTable } from './report-model.ts';

/** Articles whose coding is drawn; more would fill page after page. */
const MOST_PORTRAITS = 12;
/** Columns of a heat map whose heads stand across a page. */
const MOST_ACROSS = 20;

/** The pictures of the comparisons that were kept, then where in each article which category is. */
export function listPictures(input: ReportInput, articles: readonly ArticleReport[], table: CategoryTable): Picture[] {
  const translation = translationIn(input.plan.language);
  const portraits = portraitOf(input, articles, table, translation);
  return [
    ...input.findings.map((kept) => pictureOf(kept, input, translation)).filter((each) => each !== null),
    ...(portraits === null ? [] : [portraits]),
  ];
}

/** As it was shown when it was kept; pictures of passages, which a comparison does not keep, are drawn as a heat map. */
function pictureOf(kept: FindingThenAndNow, input: ReportInput, translation: Translation): Picture | null {
  const { finding, before } = kept;
  if (before.matrix.rows.length === 0 || before.matrix.columns.length === 0) return null;
  const words = findingWords(kept, namesFor(finding.question, input, translation), translation).matrix;
  const shown = shownOf(finding.question);
  const { matrix, read } = arrangeMatrix(before.matrix, shown);
  const wholes = cellsOf(matrix.whole);
  const named = (picture: Picture): Picture => ({ ...picture, title: `${finding.name} · ${picture.title}` });
  if (finding.question.kind === 'comparison')
    return named(
      comparisonPicture(
        {
          names: read.rows.map(({ row }) => words.rowName(row)),
          complete: matrix.whole.complete,
          items: matrix.columns.map((id, column) => {
            const { articles = 0, passages = 0 } = wholes.find((cell) => cell.column === column) ?? {};
            return {
              name: words.columnName(id),
              cells: read.rows.map(({ cells }) => cells[column]),
              articles,
              passages,
            };
          }),
          table: [],
        },
        translation,
      ),
    );
  const source: MatrixSource = { shown, matrix, read, words, open: () => {} };
  const about = shown.about === null ? -1 : matrix.columns.indexOf(shown.about);
  if (shown.picture === 'map') return named(tileMap(source, about));
  if (shown.picture === 'timeline')
    return named(timeline(source, about === -1 ? matrix.columns.map((_id, index) => index) : [about]));
  const [one, other] = pairOf(
    shown.pair,
    read.rows.map(({ row }) => row.key),
  ).map((key) => read.rows.find(({ row }) => row.key === key));
  if (shown.picture === 'profile' && one !== undefined && other !== undefined)
    return named(profile(source, [one, other]));
  return named(heatMap(source, standsUpright(matrix.columns.length, read.rows.length, MOST_ACROSS)));
}

function portraitOf(
  input: ReportInput,
  articles: readonly ArticleReport[],
  table: CategoryTable,
  translation: Translation,
): Picture | null {
  const columns = [
    ...new Set(table.groups.flatMap(({ head, rows }) => [head, ...rows]).flatMap(({ categoryId }) => categoryId ?? [])),
  ];
  const columnOf = new Map(columns.map((id, index) => [id, index]));
  const drawn = articles.flatMap((article, index): Sequences['articles'] => {
    const source = input.sources[index];
    const passages = article.annotations.flatMap(({ start, end, links }) =>
      [...new Set(links.map(({ categoryId }) => columnOf.get(categoryId)))]
        .filter((column) => column !== undefined)
        .flatMap((column) => [start, end, column]),
    );
    if (source === undefined || passages.length === 0) return [];
    return [
      {
        articleId: article.id,
        name: article.title.text,
        province: source.article.outletProvince,
        outlet: article.outlet,
        publishedOn: source.article.publishedOn,
        complete: source.article.codingState === 'complete',
        length: source.article.length,
        passages,
      },
    ];
  });
  if (drawn.length === 0) return null;
  const categories = new Map(input.codebooks.flatMap((book) => book.categories.map((each) => [each.id, each])));
  return portrait(
    { columns, articles: drawn.slice(0, MOST_PORTRAITS), all: drawn.length, reprints: 0 },
    pictureWords(categories, '', translation),
    () => {},
  );
}
