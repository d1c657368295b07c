import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

interface Piece {
  text: string;
  /** In points. */
  size: number;
}

export interface PrintedPdf {
  pages: number;
  pieces: Piece[];
  /** By page, from top to bottom, without spaces between characters. */
  lines: string[][];
  /** Titles of the bookmarks, in order. */
  outline: string[];
  /** Notes in the margin, as annotations of the PDF. */
  comments: number;
  tagged: boolean;
}

/** Reads a PDF by a program that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const base = new URL('../../node_modules/pdfjs-dist/', import.meta.url);
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: new URL('cmaps/', base).pathname,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', base).pathname,
  });
  const document = await loading.promise;
  const pdf: PrintedPdf = { pages: document.numPages, pieces: [], lines: [], outline: [], comments: 0, tagged: false };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const rows = new Map<number, { x: number; text: string }[]>();
    for (const item of items as TextItem[]) {
      if (!('str' in item) || item.str === '') continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      pdf.pieces.push({ text: item.str, size: item.height });
      const row = [...rows.keys()].find((each) => Math.abs(each - y) < 3) ?? y;
      rows.set(row, [...(rows.get(row) ?? []), { x, text: item.str }]);
    }
    pdf.lines.push(
      [...rows]
        .toSorted(([a], [b]) => b - a)
        .map(([, row]) =>
          row
            .toSorted((a, b) => a.x - b.x)
            .map(({ text }) => text)
            .join('')
            .replaceAll(/\s/g, ''),
        )
        .filter((line) => line !== ''),
    );
    const notes = (await page.getAnnotations()) as { subtype: string }[];
    pdf.comments += notes.filter(({ subtype }) => subtype === 'Text').length;
  }
  interface Entry {
    title: string;
    items: Entry[];
  }
  const titles = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ title, items }) => [title, ...titles(items)]);
  pdf.outline = titles((await document.getOutline()) ?? []);
  pdf.tagged = Buffer.from(bytes).includes('/Marked true');
  await loading.destroy();
  return pdf;
}

/** The text of all pages, without pieces of a size that the article's text does not have. */
export function textWithout({ pieces }: PrintedPdf, leave: (size: number) => boolean): string {
  return pieces
    .filter(({ text, size }) => text.trim() === '' || !leave(size))
    .map(({ text }) => text)
    .join('');
}
