import { existsSync, readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { importArticle, sampleText, startWithArticle } from '../steps/corpus.ts';
import { categoryId, categoryName } from '../steps/picker.ts';
import { offsetOf } from '../steps/reader.ts';
import { readReport, saveReport } from '../steps/report.ts';
import { annotationRows, chooseOne } from '../steps/shell.ts';
import { words } from '../steps/words.ts';

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
  // Numbers of paragraphs beyond 9 stand on one line too.
  const lines = await report.page
    .locator('.counter')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
  expect(lines.length).toBeGreaterThan(10);
  expect(new Set(lines).size).toBe(1);
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

/** The sample with an annotation, and two short articles. */
async function startWithThree(workbench: Workbench): Promise<void> {
  const { article } = await startWithArticle(workbench);
  const exact = '總體國家安全觀';
  const start = offsetOf(sampleText, exact);
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: { start, end: start + exact.length },
    exact,
    links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: null }],
  });
  for (const text of ['群眾說好，幹部帶頭。', '港口的門開得更大了。'])
    await importArticle(workbench, { text, name: text });
}

test('a report is composed: parts chosen and put in order, seen as it comes about, kept as a template', async ({
  workbench,
}) => {
  await startWithThree(workbench);
  const { page } = workbench;
  const library = page.getByRole('navigation', { name: words.shell.library });
  await library.getByRole('button', { name: words.report.ofListed_other.replace('{{count}}', '3') }).click();
  const dialog = page.getByRole('dialog', { name: words.report.title });
  const preview = dialog.locator('.composer-sheet');
  const headings = preview.locator('h2');
  await expect(headings.first()).toHaveText('所收文章');

  await test.step('by the keyboard: the method to the front, the metadata left out', async () => {
    const rows = dialog.getByRole('grid', { name: words.report.sectionsLabel }).getByRole('row');
    const row = (name: string) => rows.filter({ hasText: name });
    await row(words.report.sections.method).focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press('Alt+ArrowUp');
    await expect(rows.first()).toHaveText(words.report.sections.method);
    await expect(row(words.report.sections.method)).toBeFocused();
    await row(words.report.sections.metadata).focus();
    await page.keyboard.press('Space');
    await expect(headings.first()).toHaveText('方法說明');
    await expect(preview).not.toContainText('GB/T 7714');
  });

  await test.step('converted for reading, with a mark on what changed', async () => {
    await chooseOne(dialog, words.report.script, words.report.scripts.hans);
    await expect(preview.locator('.quote-mark').first()).toHaveText('〔已轉換字形〕');
  });

  await test.step('a link of the preview leads about in it, and nowhere else', async () => {
    const address = page.url();
    await preview.locator('nav a').last().click();
    expect(page.url()).toBe(address);
  });

  await test.step('kept as a template, and found again', async () => {
    await dialog.getByRole('button', { name: words.report.saveTemplate }).click();
    await dialog.getByRole('textbox', { name: words.report.templateName }).fill('附錄');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: words.report.template })).toHaveValue(/./);
    await page.keyboard.press('Escape');
    await library.getByRole('button', { name: words.report.ofListed_other.replace('{{count}}', '3') }).click();
    await expect(headings.first()).toHaveText('所收文章');
    await dialog.getByRole('combobox', { name: words.report.template }).selectOption('附錄');
    await expect(headings.first()).toHaveText('方法說明');
  });

  await test.step('as one file that stands by itself', async () => {
    await dialog.getByRole('textbox', { name: words.report.reportTitle }).fill('三中全會與地方');
    const file = await workbench.running.saveNextFile(workbench.path('six.html'), async () => {
      await dialog.getByRole('button', { name: words.report.export }).click();
    });
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect(dialog).toBeHidden();
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('三中全會與地方');
    expect(html.indexOf('id="method"')).toBeLessThan(html.indexOf('id="text"'));
  });
  expect(workbench.faults).toEqual([]);
});

test('a selection of annotations makes a report', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const quotes = ['黨的二十屆三中全會提出', '總體國家安全觀'];
  for (const exact of quotes) {
    const start = offsetOf(sampleText, exact);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span: { start, end: start + exact.length },
      exact,
      links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: null }],
    });
  }
  const { ids } = await workbench.ask('annotation.find', { filter: {}, order: 'article', descending: false });
  const dialog = page.getByRole('dialog', { name: words.report.title });
  const quoted = dialog.locator('.composer-sheet .passage-quoted');

  await page.getByRole('button', { name: words.annotationTable.title }).first().click();
  await expect(page.getByRole('grid', { name: words.annotationTable.title })).toBeFocused();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: words.annotationTable.selectedActions });
  await bar.getByRole('button', { name: words.report.ofSelection }).click();
  await expect(dialog).toContainText(words.report.aboutAnnotations_other.replace('{{shown}}', `${ids.length}`));
  await expect(quoted).toHaveText(quotes);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
