import type { ReportLabels } from '#domain/languages/report/index.ts';
import type {
  CategoryRow,
  CategoryTable,
  MeaningPart,
  ReportCategory,
  ReportCodebook,
} from '#domain/report/report-model.ts';
import { type Markup, markup } from './report-html-markup.ts';
import { numberLink, type Sheet } from './report-html-sheet.ts';

const RELATIONS = ['verbatim', 'adapted', 'local', 'mention', 'unstated'] as const;

/** Counts by category: a body of rows for each part. */
export function writeCategoryTable(table: CategoryTable, sheet: Sheet): Markup {
  const { labels } = sheet;
  const { columns, relations } = labels;
  const heads = [
    columns.annotations,
    relations.verbatim,
    relations.adapted,
    relations.local,
    relations.mention,
    columns.unstated,
    columns.characters,
    columns.share,
  ].map((head) => markup`<th scope="col">${head}</th>`);
  const groups = table.groups.map(({ head, rows }) => {
    const below = rows.map((row) =>
      writeRow(row, 'below', row.categoryId === head.categoryId ? labels.tableRows.itself : row.title, true, sheet),
    );
    return markup`<tbody>${writeRow(head, 'part', head.title, rows.length === 0, sheet)}${below}</tbody>\n`;
  });
  const unlinked =
    table.unlinked === null
      ? null
      : markup`<tbody>${writeRow(table.unlinked, 'part', labels.tableRows.unlinked, true, sheet)}</tbody>\n`;
  return markup`<div class="wide"><table><thead><tr><th scope="col">${columns.category}</th>${heads}</tr></thead>
${groups}${unlinked}<tbody>${writeRow(table.all, 'all', labels.tableRows.all, false, sheet)}</tbody></table></div>`;
}

function writeRow(row: CategoryRow, kind: string, title: string, listed: boolean, sheet: Sheet): Markup {
  const { labels } = sheet;
  const swatch = kind === 'part' ? markup`<span class="swatch"></span>` : null;
  const number = row.number === '' ? null : markup`<span class="number" lang="zxx">${row.number}</span>`;
  const where = row.annotationNumbers.map((each) => markup`${numberLink(each, sheet)} `);
  const counts = [
    row.annotationNumbers.length,
    ...RELATIONS.map((relation) => row.relations[relation]),
    row.characters,
  ];
  const cells = counts.map((count) =>
    count === 0 ? markup`<td class="zero">0</td>` : markup`<td>${labels.number(count)}</td>`,
  );
  const share = row.share === null ? '–' : labels.share(row.share);
  return markup`<tr class="${`${kind} c${row.colour ?? 0}`}"><th scope="row">${swatch}${number}<bdi class="title">${title}</bdi>${
    listed ? markup`<span class="where">${where}</span>` : null
  }</th>${cells}<td>${share}</td></tr>\n`;
}

/** The categories in use, each under its part. */
export function writeCodebook(codebook: ReportCodebook, labels: ReportLabels): Markup {
  const parts = codebook.parts.map(
    ({ part, categories }) =>
      markup`${writeCategory(part, 'part')}${categories.map((each) => writeCategory(each, 'item'))}`,
  );
  return markup`<h3><bdi>${labels.codebookName(codebook.name, codebook.revision)}</bdi></h3>
<p>${labels.codebookUse(codebook.used, codebook.size)}</p>
<ul class="categories">${parts}</ul>`;
}

function writeCategory(category: ReportCategory, kind: string): Markup {
  return markup`<li class="${`${kind} c${category.colour}`}"><span class="number" lang="zxx">${category.number}</span><bdi class="title">${category.title}</bdi><bdi class="other" lang="${category.otherLanguage}">${category.otherTitle}</bdi>${
    category.meaning.length === 0 ? null : markup`<div class="meaning">${writeParts(category.meaning)}</div>`
  }</li>\n`;
}

/** What somebody wrote, under the names of its parts. */
export function writeParts(parts: readonly MeaningPart[]): Markup {
  return markup`<dl class="parts">${parts.map(({ label, text }) => markup`<dt>${label}</dt><dd dir="auto">${text}</dd>\n`)}</dl>`;
}
