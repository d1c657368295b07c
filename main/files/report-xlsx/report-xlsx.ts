import { documentWords } from '#domain/languages/report/document-words.ts';
import { type ReportLabels, reportLabels } from '#domain/languages/report/index.ts';
import type { ArticleReport, CategoryRow, Report, ReportCategory } from '#domain/report/report-model.ts';
import writeXlsxFile from 'write-excel-file/universal';
import { type Column, listPassageRows, passageColumns } from '../report-rows.ts';
import { citationOf, nameOfCategory } from '../report-words.ts';
import { findingSheet } from './finding-sheet.ts';
import { makeSheet, type ReportSheet } from './sheet.ts';

/** The report as a workbook: passages, counts, articles by category, articles, codebook, method. */
export async function writeReportXlsx(report: Report): Promise<Uint8Array> {
  const labels = reportLabels(report.language);
  const { cut, matrix } = documentWords(report.language);
  const { sheets } = labels;
  const all: ReportSheet[] = [
    makeSheet(sheets.passages, passageColumns(report, labels), listPassageRows(report), { cut, frozen: 1 }),
    makeSheet(sheets.counts, countColumns(labels), listCounts(report, labels), { cut, frozen: 2 }),
    makeSheet(matrix, matrixColumns(report, labels), report.articles, { cut, frozen: 2 }),
    ...report.findings.map((finding, index) => findingSheet(finding, `${sheets.finding} ${index + 1}`, labels, cut)),
    makeSheet(sheets.articles, articleColumns(report, labels), report.articles, { cut, frozen: 2 }),
    makeSheet(sheets.codebook, codebookColumns(report, labels), listCategories(report), { cut, frozen: 2 }),
    makeSheet(sheets.method, methodColumns(labels), report.method, { cut }),
  ];
  const blob = await writeXlsxFile(all, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

interface CountRow {
  row: CategoryRow;
  title: string;
}

const RELATIONS = ['verbatim', 'adapted', 'local', 'mention'] as const;

function listCounts({ table }: Report, labels: ReportLabels): CountRow[] {
  const { itself, unlinked, all } = labels.tableRows;
  return [
    ...table.groups.flatMap(({ head, rows }) => [
      { row: head, title: head.title },
      ...rows.map((row) => ({ row, title: row.categoryId === head.categoryId ? itself : row.title })),
    ]),
    ...(table.unlinked === null ? [] : [{ row: table.unlinked, title: unlinked }]),
    { row: table.all, title: all },
  ];
}

function countColumns({ cells, relations }: ReportLabels): Column<CountRow>[] {
  return [
    { label: cells.categoryNumber, width: 10, valueOf: ({ row }) => row.number },
    { label: cells.category, width: 46, wrap: true, valueOf: ({ title }) => title },
    { label: cells.annotations, width: 12, valueOf: ({ row }) => row.annotationNumbers.length },
    ...RELATIONS.map(
      (relation): Column<CountRow> => ({
        label: relations[relation],
        width: 12,
        valueOf: ({ row }) => row.relations[relation],
      }),
    ),
    { label: cells.unstated, width: 12, valueOf: ({ row }) => row.relations.unstated },
    { label: cells.characters, width: 12, valueOf: ({ row }) => row.characters },
    { label: cells.share, width: 12, valueOf: ({ row }) => (row.share === null ? null : { share: row.share }) },
  ];
}

/** How many annotations of each article are linked to each category in use, with explicit zeros. */
function matrixColumns(report: Report, { cells, fields }: ReportLabels): Column<ArticleReport>[] {
  const counts = new Map(
    report.articles.map((article) => {
      const own = new Map<string, number>();
      for (const { links } of article.annotations)
        for (const id of new Set(links.map(({ categoryId }) => categoryId))) own.set(id, (own.get(id) ?? 0) + 1);
      return [article.number, own];
    }),
  );
  const inUse = report.table.groups.flatMap(({ head, rows }) => (rows.length === 0 ? [head] : rows));
  return [
    { label: cells.article, width: 8, valueOf: ({ number }) => number },
    { label: fields.title, width: 30, wrap: true, valueOf: ({ title }) => title.text },
    { label: fields.outlet, width: 12, valueOf: ({ outlet }) => outlet },
    { label: fields.outletProvince, width: 12, valueOf: ({ province }) => province },
    { label: fields.publishedOn, width: 12, valueOf: ({ cited }) => cited.publishedOn },
    { label: cells.annotations, width: 12, valueOf: ({ annotations }) => annotations.length },
    ...inUse.map(
      (row): Column<ArticleReport> => ({
        label: nameOfCategory(row),
        width: 14,
        valueOf: ({ number }) => counts.get(number)?.get(row.categoryId ?? '') ?? 0,
      }),
    ),
  ];
}

/** What is known of each article, its figures and how it is cited. */
function articleColumns(report: Report, { cells, list }: ReportLabels): Column<ArticleReport>[] {
  const fields = report.articles[0]?.metadata ?? [];
  const wide: readonly string[] = ['title', 'places', 'reporters', 'address', 'fileName'];
  return [
    { label: cells.article, width: 8, valueOf: ({ number }) => number },
    ...fields
      .filter(({ field }) => field !== 'corpus' && field !== 'madeAt')
      .map(
        ({ field, label }): Column<ArticleReport> => ({
          label,
          width: wide.includes(field) ? 30 : 14,
          wrap: wide.includes(field),
          valueOf: ({ metadata }) => {
            const row = metadata.find((each) => each.field === field);
            return row === undefined || !row.known ? null : list(row.values);
          },
        }),
      ),
    {
      label: cells.wholeArticle,
      width: 30,
      wrap: true,
      valueOf: ({ wholeArticle }) => list([...new Set(wholeArticle.map((each) => nameOfCategory(each)))]),
    },
    { label: cells.annotations, width: 12, valueOf: ({ annotations, orphans }) => annotations.length + orphans.length },
    { label: cells.bodyCharacters, width: 12, valueOf: ({ bodyCharacters }) => bodyCharacters },
    { label: cells.markedCharacters, width: 12, valueOf: ({ markedCharacters }) => markedCharacters },
    { label: cells.citation, width: 60, wrap: true, valueOf: (article) => citationOf(article, report) },
  ];
}

interface CodebookRow {
  category: ReportCategory;
  part: ReportCategory;
  codebook: string;
}

function listCategories(report: Report): CodebookRow[] {
  const labels = reportLabels(report.language);
  return report.codebooks.flatMap(({ name, revision, parts }) =>
    parts.flatMap(({ part, categories }) =>
      [part, ...categories].map((category) => ({ category, part, codebook: labels.codebookName(name, revision) })),
    ),
  );
}

function codebookColumns(report: Report, { cells, meaning }: ReportLabels): Column<CodebookRow>[] {
  const written = new Set(listCategories(report).flatMap(({ category }) => category.meaning.map(({ label }) => label)));
  return [
    { label: cells.categoryNumber, width: 10, valueOf: ({ category }) => category.number },
    { label: cells.category, width: 40, wrap: true, valueOf: ({ category }) => category.title },
    { label: cells.otherTitle, width: 40, wrap: true, valueOf: ({ category }) => category.otherTitle },
    { label: cells.part, width: 40, wrap: true, valueOf: ({ part }) => nameOfCategory(part) },
    { label: cells.codebook, width: 30, wrap: true, valueOf: ({ codebook }) => codebook },
    ...Object.values(meaning)
      .filter((label) => written.has(label))
      .map(
        (label): Column<CodebookRow> => ({
          label,
          width: 40,
          wrap: true,
          valueOf: ({ category }) => category.meaning.find((each) => each.label === label)?.text ?? null,
        }),
      ),
  ];
}

function methodColumns({ cells }: ReportLabels): Column<Report['method'][number]>[] {
  return [
    { label: cells.term, width: 22, valueOf: ({ label }) => label },
    { label: cells.sentences, width: 110, wrap: true, valueOf: ({ sentences }) => sentences.join('\n') },
  ];
}
