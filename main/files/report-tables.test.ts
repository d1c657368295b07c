import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { reportLabels } from '#domain/languages/report/index.ts';
import { buildReport } from '#domain/report/build-report.ts';
import { annotate, linkTo, reportInput } from '#domain/report/report-fixture.ts';
import { shanxiAnnotations, shanxiReport } from './annotated-shanxi.test-support.ts';
import { writeReportCsv } from './report-csv.ts';
import { writeReportXlsx } from './report-xlsx/report-xlsx.ts';

const LINKS = shanxiAnnotations.reduce((sum, { links }) => sum + Math.max(1, links.length), 0) + 1;

const HOSTILE = [
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '"q",\n換行',
  '𠮷👩‍👩‍👧',
  'x\u0001\uFFFEy',
];

function hostileReport() {
  const text = HOSTILE.map((each) => each.replaceAll('\n', ' ')).join('\n');
  let at = 0;
  const annotations = HOSTILE.map((note, index) => {
    const exact = note.replaceAll('\n', ' ');
    const made = annotate(text, at, at + exact.length, {
      note,
      coderName: note,
      links: index === 0 ? [] : [linkTo('3·9')],
    });
    at += exact.length + 1;
    return made;
  });
  return buildReport(reportInput(text, annotations, { article: { title: '=1+1' } }));
}

describe('the workbook, read back', () => {
  test.each(['zh-Hant', 'en'] as const)(
    'has a row for each link, article, category and figure (%s)',
    async (language) => {
      const report = shanxiReport(language);
      const labels = reportLabels(language);
      const sheets = await readXlsxFile(Buffer.from(await writeReportXlsx(report)));
      const [passages = [], counts = [], matrix = [], articles = [], codebook = [], method = []] = sheets.map(
        ({ data }) => data,
      );
      expect(sheets.map(({ sheet }) => sheet)).toHaveLength(6);
      expect(passages).toHaveLength(LINKS + 1);
      const column = (label: string) => passages[0]?.indexOf(label) ?? -1;
      const numbers = new Set(passages.slice(1).map((row) => row[column(labels.cells.annotation)]));
      expect(numbers.size).toBe(61);
      const quotes = passages.slice(1).map((row) => row[column(labels.cells.quote)]);
      expect(quotes).toEqual(
        report.articles.flatMap((article) =>
          [...article.annotations, ...article.orphans].flatMap(({ quote, links }) =>
            Array.from({ length: Math.max(1, links.length) }, () => quote),
          ),
        ),
      );
      expect(passages[1]?.[column(labels.cells.createdAt)]).toEqual(new Date('2026-05-04T08:30:00.000Z'));
      expect(counts.at(-1)?.slice(1, 3)).toEqual([labels.tableRows.all, 60]);
      expect(articles).toHaveLength(2);
      expect(matrix).toHaveLength(2);
      const cells = (matrix[1] ?? []).slice(6);
      expect(cells.length).toBeGreaterThan(10);
      expect(cells.every((cell) => typeof cell === 'number')).toBe(true);
      expect(codebook.length).toBeGreaterThan(10);
      expect(method.length).toBe(report.method.length + 1);
    },
  );

  test('text stays text, whatever it begins with', async () => {
    const sheets = await readXlsxFile(Buffer.from(await writeReportXlsx(hostileReport())));
    const passages = sheets[0]?.data ?? [];
    const column = passages[0]?.indexOf(reportLabels('zh-Hant').cells.coder) ?? -1;
    expect(passages.slice(1).map((row) => row[column])).toEqual([
      ...HOSTILE.slice(0, 4),
      '=1',
      ...HOSTILE.slice(5, -1),
      'x□□y',
    ]);
  });

  test('a text longer than a cell says that it is cut', async () => {
    const text = '𠮷'.repeat(40_000);
    const report = buildReport(reportInput(text, [annotate(text, 0, text.length)]));
    const sheets = await readXlsxFile(Buffer.from(await writeReportXlsx(report)));
    const quote = String(sheets[0]?.data[1]?.[8]);
    expect(quote.length).toBeLessThanOrEqual(32_767);
    expect(quote).toMatch(/^𠮷+……〔/u);
  });
});

describe('CSV, read back', () => {
  test('a row for each link; CRLF; the mark only when asked for', () => {
    const report = shanxiReport('zh-Hant');
    const file = writeReportCsv(report, { byteOrderMark: false });
    const { data, errors } = Papa.parse<string[]>(file, { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(LINKS + 1);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(file.replaceAll('\r\n', '').includes('\r')).toBe(false);
    expect(file.startsWith('\uFEFF')).toBe(false);
    expect(writeReportCsv(report, { byteOrderMark: true })).toBe(`\uFEFF${file}`);
    const [head = [], ...rows] = data;
    const quotes = rows.map((row) => row[head.indexOf('引文')]);
    expect(new Set(quotes)).toEqual(
      new Set(
        report.articles.flatMap(({ annotations, orphans }) => [...annotations, ...orphans].map(({ quote }) => quote)),
      ),
    );
  });

  test('no cell begins as a formula, and nothing else is changed', () => {
    const { data } = Papa.parse<string[]>(writeReportCsv(hostileReport(), { byteOrderMark: false }), {
      skipEmptyLines: true,
    });
    const [head = [], ...rows] = data;
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    const coders = rows.map((row) => row[head.indexOf('編碼者')]);
    expect(coders).toEqual(HOSTILE.map((each) => (/^[=+\-@\t＝]/.test(each) ? `'${each}` : each)));
  });
});
