import { existsSync, readFileSync } from 'node:fs';
import { reportFormats } from '#domain/contract/report.ts';
import { readPdf } from '../../main/files/printed-pdf.test-support.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { sampleText, startWithArticle } from '../steps/corpus.ts';
import { categoryId } from '../steps/picker.ts';
import { offsetOf } from '../steps/reader.ts';
import { openReport } from '../steps/shell.ts';
import { words } from '../steps/words.ts';
import { v7 as uuidv7 } from 'uuid';

const BEGINNINGS: Record<(typeof reportFormats)[number], RegExp> = {
  html: /^<!doctype html>/,
  docx: /^PK/,
  pdf: /^%PDF-/,
  markdown: /^# /,
  xlsx: /^PK/,
  csv: /^標註號,/,
  ris: /^TY {2}- NEWS/,
  bibtex: /^@article\{/,
};

test('a report in every format; the PDF has bookmarks, page numbers and the text', async ({ workbench }) => {
  // Eight exports, one of them through a browser that has to start first.
  test.setTimeout(400_000);
  const { article } = await startWithArticle(workbench);
  const exact = '總體國家安全觀';
  const start = offsetOf(sampleText, exact);
  await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: { start, end: start + exact.length },
    exact,
    note: '筆記',
    links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: 'verbatim' }],
  });
  for (const format of reportFormats) {
    await test.step(format, async () => {
      const dialog = await openReport(workbench.page);
      await dialog.getByLabel(words.report.format, { exact: true }).selectOption(format);
      const file = await workbench.running.saveNextFile(workbench.path(`report.${format}`), async () => {
        await dialog.getByRole('button', { name: words.report.export }).click();
      });
      await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
      await expect(dialog).toBeHidden();
      const bytes = readFileSync(file);
      expect(bytes.toString('utf8').replace(/^\uFEFF/, '')).toMatch(BEGINNINGS[format]);
      if (format !== 'pdf') return;
      const pdf = await readPdf(bytes);
      const footers = pdf.lines.map((lines) => lines.at(-1));
      const text = pdf.lines.flat().join('');
      expect(pdf.outline).toEqual(expect.arrayContaining(['正文與箋注', '方法說明']));
      expect(footers).toEqual(footers.map((_, page) => `${page + 1}/${pdf.pages}`));
      const opening = sampleText.slice(0, 12).replaceAll(/\s/g, '');
      expect(text).toContain(opening);
      expect(text).not.toMatch(/[\u2E80-\u2EFF]/);
    });
  }
  expect(workbench.faults).toEqual([]);
});
