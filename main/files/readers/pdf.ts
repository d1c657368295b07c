import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { limits } from './limits.ts';
import { checkStreams } from './pdf-bombs.ts';
import { type PdfLine, linesOf, type PdfPiece } from './pdf-lines.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';
import { radicalsToCharacters } from './pdf-radicals.ts';
import type { MetadataHints } from './read-article.ts';
import { isProtected, isScan, readingOf, tooComplex } from './refusals.ts';

type Pdfjs = typeof import('pdfjs-dist');

let library: Promise<Pdfjs> | undefined;

// Loaded with the first PDF: it is large, and most corpora have none.
function loadPdfjs(): Promise<Pdfjs> {
  library ??= (async () => {
    // Without this the library would start a worker of its own from a path that a bundle does not have.
    const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    Object.assign(globalThis, { pdfjsWorker: worker });
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return library;
}

/** The text of a PDF that has a text layer, its lines joined into paragraphs. A scan without text is refused. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<{ text: string; hints: MetadataHints }> {
  checkStreams(name, bytes);
  const pdfjs = await loadPdfjs();
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const loading = pdfjs.getDocument({
    // The library takes the memory over: the original stays with us.
    data: new Uint8Array(bytes),
    // Without them text in GBK or Big5 is empty, and no error says so.
    cMapUrl: join(resources, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(resources, 'standard_fonts') + sep,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await readingPdf(name, pdfjs, () => loading.promise);
    if (pdf.numPages > limits.pages) throw tooComplex(name, `has ${pdf.numPages} pages`);
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      pages.push(await readingPdf(name, pdfjs, () => readPage(pdf, number)));
    }
    const text = radicalsToCharacters(joinParagraphs(pages));
    if (text.replaceAll(/[\s\d\p{P}\uFFFD\p{Co}]/gu, '') === '') throw isScan(name);
    return { text, hints: await readingPdf(name, pdfjs, () => hintsOf(pdf)) };
  } finally {
    await loading.destroy();
  }
}

function readingPdf<T>(name: string, pdfjs: Pdfjs, read: () => Promise<T>): Promise<T> {
  return readingOf(name, async () => {
    try {
      return await read();
    } catch (error) {
      throw error instanceof pdfjs.PasswordException ? isProtected(name) : error;
    }
  });
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfLine[]> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  const pieces: PdfPiece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    pieces.push({
      text: item.str,
      x: x - left,
      y: y - bottom,
      length: styles[item.fontName]?.vertical === true ? item.height : item.width,
      size,
      vertical: styles[item.fontName]?.vertical === true,
    });
  }
  page.cleanup();
  return linesOf(pieces, { width: right - left, height: top - bottom });
}

async function hintsOf(pdf: PDFDocumentProxy): Promise<MetadataHints> {
  const { info } = await pdf.getMetadata();
  const values = info as { Title?: unknown; Author?: unknown };
  const title = typeof values.Title === 'string' ? values.Title.trim() : '';
  const author = typeof values.Author === 'string' ? values.Author.trim() : '';
  // Programs that print write the name of the file they printed.
  const isFileName = /^microsoft word|\.(docx?|wps|pdf|indd|html?|txt)$|^(untitled|about:blank|無標題|无标题)/i.test(
    title,
  );
  return { ...(title !== '' && !isFileName && { title }), ...(author !== '' && { author }) };
}
