import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { buildReport } from '#domain/report/build-report.ts';
import { annotate, reportInput } from '#domain/report/report-fixture.ts';
import type { Report } from '#domain/report/report-model.ts';
import { findChromium, installedPrinter } from '../host/installed-chromium.ts';
import { shanxiReport, shanxiText } from './annotated-shanxi.test-support.ts';
import { mendHanText } from './pdf-han-text.ts';
import { readPdf, textWithout } from './printed-pdf.test-support.ts';
import { writeReportDocx } from './report-docx/report-docx.ts';
import { writeReportHtml } from './report-html.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhu-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
});
/** Programs of others start slowly on a machine that is busy, in ms. */
const SLOW = 400_000;
const chromium = findChromium(process.env);

const shanxi = { 'zh-Hant': shanxiReport('zh-Hant'), en: shanxiReport('en') };

/** Parts of a document as text, each of which must be well-formed. */
async function partsOf(report: Report): Promise<Record<string, string>> {
  const files = unzipSync(await writeReportDocx(report));
  const parts: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = strFromU8(bytes);
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
    parts[name] = xml;
  }
  return parts;
}

/** The ids that an element of the document bears, in its order. */
function idsOf(xml: string | undefined, element: string): number[] {
  return [...(xml ?? '').matchAll(new RegExp(`<w:${element} [^>]*w:id="(\\d+)"`, 'g'))].map(([, id]) => Number(id));
}

describe('the Word document', () => {
  const report = shanxi['zh-Hant'];
  let parts: Record<string, string> = {};
  beforeAll(async () => {
    parts = await partsOf(report);
  }, SLOW);

  test('has a comment for each annotation, each with its start, its end and its mark', () => {
    const [article] = report.articles;
    const all = [...(article?.annotations ?? []), ...(article?.orphans ?? [])];
    const numbers = all.map(({ number }) => number);
    const document = parts['word/document.xml'] ?? '';
    expect(numbers).toHaveLength(61);
    for (const element of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
      expect(idsOf(document, element).toSorted((a, b) => a - b)).toEqual(numbers);
    expect(idsOf(parts['word/comments.xml'], 'comment')).toEqual(numbers);
    const comments = [...(parts['word/comments.xml'] ?? '').matchAll(/<w:comment [^>]*>/g)].map(([tag]) => tag);
    for (const [index, { coderName, createdAt }] of all.entries()) {
      expect(comments[index]).toContain(`w:author="${coderName}"`);
      expect(comments[index]).toContain(`w:date="${createdAt.slice(0, 19)}`);
    }
  });

  test('between the start and the end of a comment stands the passage', () => {
    const document = parts['word/document.xml'] ?? '';
    for (const { number, quote } of report.articles[0]?.annotations ?? []) {
      const start = document.indexOf(`<w:commentRangeStart w:id="${number}"/>`);
      const end = document.indexOf(`<w:commentRangeEnd w:id="${number}"/>`);
      const within = document.slice(start, end).replaceAll(/<w:bookmarkStart.*?<w:bookmarkEnd[^>]*>/g, '');
      expect([
        number,
        [...within.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
      ]).toEqual([number, quote]);
    }
  });

  test('names its languages and its Han faces, and takes no instant from the clock', async () => {
    expect(parts['word/styles.xml']).toMatch(/w:eastAsia="PMingLiU"/);
    expect(parts['word/styles.xml']).toMatch(/<w:lang [^>]*w:eastAsia="zh-TW"/);
    expect(parts['docProps/core.xml']).toContain('2026-11-23T21:40:12Z');
    const simplified = buildReport(reportInput('一二三', [annotate('一二三', 0, 1)], { article: { script: 'hans' } }));
    expect((await partsOf(simplified))['word/document.xml']).toMatch(/w:eastAsia="SimSun".*<w:lang w:eastAsia="zh-CN"/);
  });

  test('holds characters that XML forbids as what stands for them', async () => {
    const text = 'a\u0001<&>"\uFFFE𠮷b';
    const made = annotate(text, 0, text.length, { note: text, coderName: '\u0002<"&' });
    const hostile = await partsOf(buildReport(reportInput(text, [made], { article: { title: text } })));
    expect(hostile['word/document.xml']).toContain('a\uFFFD&lt;&amp;&gt;&quot;\uFFFD𠮷b');
  });

  test.skipIf(office === undefined)(
    'opens in LibreOffice, whose PDF has the text, the comments and the pages of the contents',
    async () => {
      for (const language of ['zh-Hant', 'en'] as const) {
        const source = join(folder, `${language}.docx`);
        writeFileSync(source, await writeReportDocx(shanxi[language]));
        const filter = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}';
        const profile = `-env:UserInstallation=file://${folder}/office`;
        const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, source];
        execFileSync(office ?? '', args, { stdio: 'ignore' });
        const pdf = await readPdf(readFileSync(join(folder, `${language}.pdf`)));
        expect(missingIn(textWithout(pdf, (size) => size < 8.5))).toEqual([]);
        expect(pdf.comments).toBeGreaterThanOrEqual(61);
        expect(pdf.pages).toBeGreaterThan(10);
        // Laid out beforehand, the contents may be a page off where a heading goes over with what follows it.
        const contents = contentsOf(pdf.lines).filter(({ title }) => pageOf(title, pdf.lines) > 1);
        expect(contents.length).toBeGreaterThan(8);
        for (const { title, page } of contents) {
          expect([title, Math.abs(pageOf(title, pdf.lines) - page) <= 1]).toEqual([title, true]);
        }
      }
    },
    SLOW,
  );
});

/** Paragraphs of the article of which a printed text does not have every character in order. */
function missingIn(printed: string): string[] {
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  const all = bare(printed);
  return shanxiText.split('\n').filter((paragraph) => !all.includes(bare(paragraph)));
}

/** Where a heading stands after the contents, from 1; 1 when it stands nowhere, as one of two lines. */
function pageOf(title: string, lines: readonly string[][]): number {
  return lines.slice(1).findIndex((page) => page.includes(title)) + 2;
}

/** Entries of the first page with their page numbers, as it prints them; those of two lines are left out. */
function contentsOf(lines: readonly string[][]): { title: string; page: number }[] {
  return (lines[0] ?? []).flatMap((line) => {
    const [, title = '', page] = /^(.+?)\.{3,}\s*(\d+)$/.exec(line) ?? [];
    return page === undefined ? [] : [{ title, page: Number(page) }];
  });
}

describe.skipIf(chromium === null)('the page, printed by an installed Chromium', () => {
  test(
    'has real text, bookmarks and tags',
    async () => {
      const report = shanxi['zh-Hant'];
      const page = join(folder, 'page.html');
      writeFileSync(page, writeReportHtml(report));
      const bytes = await installedPrinter(process.env)?.(page, new AbortController().signal);
      const pdf = await readPdf(mendHanText(bytes ?? new Uint8Array()));
      expect(textWithout(pdf, () => false)).not.toMatch(/[\u2E80-\u2FDF]/);
      expect(missingIn(textWithout(pdf, (size) => size < 8.7))).toEqual([]);
      const heads = ['正文與箋注', '失去位置的標註', '各類目的段落', '方法說明'];
      expect(pdf.outline).toEqual(expect.arrayContaining(heads));
      expect(pdf.tagged).toBe(true);
      expect(pdf.lines.every((lines, index) => lines.at(-1)?.replaceAll(' ', '') === `${index + 1}/${pdf.pages}`)).toBe(
        true,
      );
    },
    SLOW,
  );
});
