import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from '../fixtures/workbench.ts';
import { sampleText, startWithArticle } from '../steps/corpus.ts';
import { categoryId, categoryName } from '../steps/picker.ts';
import { offsetOf } from '../steps/reader.ts';
import { readReport, saveReport } from '../steps/report.ts';
import { annotationRows } from '../steps/shell.ts';

const HOSTILE = [
  '<script>window.broken = 1</script>標題',
  '文中有 <img src="http://127.0.0.1:9/x" onerror="window.broken = 2"> 與 </p></main><h1>假的</h1>',
  '還有 &lt;b&gt; &amp; "引號" \'單引\' ]]> <!-- 註 --> </style><style>*{display:none}</style>',
  '<a href="javascript:window.broken = 3">點</a> <iframe src="https://example.invalid/"></iframe>',
].join('\n');

test('one file that needs nothing else, with the text exactly and numbered highlights', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const quotes = ['黨的二十屆三中全會提出', '總體國家安全觀', '健全國家安全體系', '安全觀,更好'];
  const annotations = quotes.map((exact) => {
    const start = offsetOf(sampleText, exact);
    return { exact, span: { start, end: start + exact.length } };
  });
  for (const { exact, span } of annotations) {
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span,
      exact,
      note: `筆記:${exact}`,
      links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: 'verbatim' }],
    });
  }
  await expect(annotationRows(workbench.page)).toHaveCount(quotes.length);
  const report = await saveReport(workbench, 'shanxi.html');
  const { text, numbered, marks } = await readReport(report.page);
  expect(text).toBe(sampleText);
  expect(numbered).toEqual([1, 2, 3, 4]);
  expect(marks).toBeGreaterThanOrEqual(quotes.length);
  for (const exact of quotes) await expect(report.page.getByText(`筆記:${exact}`)).toBeVisible();
  await expect(report.page.getByText(categoryName('13·50').replace('13·50 ', '')).first()).toBeVisible();
  expect(report.requests).toEqual([report.address]);
  expect(report.complaints).toEqual([]);
  expect(readFileSync(report.file, 'utf8')).not.toMatch(/<script|<link|<img|@import|url\((?!['"]?(data:|#))/i);
  await report.page.getByRole('link', { name: '1', exact: false }).first().click();
  expect(report.requests).toEqual([report.address]);
});

test('hostile text in article, note, title and name never becomes markup', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench, { text: HOSTILE, name: '<b>paste</b>' });
  await workbench.ask('article.update', {
    articleId: article.id,
    version: article.version,
    metadata: {
      title: '</title><script>window.broken = 4</script>',
      outlet: '"><img src=x onerror="window.broken = 5">',
      address: 'javascript:window.broken = 6',
      reporters: ['<svg onload="window.broken = 7">'],
    },
  });
  const exact = '<img src="http://127.0.0.1:9/x" onerror="window.broken = 2">';
  const start = HOSTILE.indexOf(exact);
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: { start, end: start + exact.length },
    exact,
    note: '</p><script>window.broken = 8</script><iframe srcdoc="x"></iframe>',
    voice: { kind: 'official', name: '<script>window.broken = 9</script>', office: '<b>', level: null, place: '&lt;' },
    links: [],
  });
  await expect(annotationRows(workbench.page)).toHaveCount(1);
  const inProgram = await workbench.page.evaluate(() => 'broken' in window);
  const report = await saveReport(workbench, 'hostile.html');
  const found = await report.page.evaluate(() => ({
    broken: 'broken' in window,
    elements: document.querySelectorAll('script, img, iframe, svg, object, embed, link, form, base').length,
    headings: [...document.querySelectorAll('h1')].length,
    handlers: [...document.querySelectorAll('*')].filter((each) =>
      [...each.attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    scripts: [...document.querySelectorAll('a')].filter((each) => /^javascript:/i.test(each.getAttribute('href') ?? ''))
      .length,
    title: document.title,
  }));
  expect(inProgram).toBe(false);
  expect(found).toMatchObject({ broken: false, elements: 0, headings: 1, handlers: 0, scripts: 0 });
  expect(found.title).toContain('<script>window.broken = 4</script>');
  expect((await readReport(report.page)).text).toBe(HOSTILE);
  expect(report.requests).toEqual([report.address]);
  expect(report.complaints).toEqual([]);
});
