import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Printed {
  /** Titles of the bookmarks, in order. */
  outline: string[];
  /** The last line of each page, without spaces. */
  footers: string[];
  /** Without white space; signs that look alike are made the same, but for Han characters and radicals. */
  text: string;
}

/** Reads a PDF by a program that had no part in making it. */
export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const base = new URL('../../node_modules/pdfjs-dist/', import.meta.url);
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: new URL('cmaps/', base).pathname,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', base).pathname,
  });
  const document = await loading.promise;
  const footers: string[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]) }] : []));
    const lowest = Math.min(...pieces.filter((piece) => piece.text.trim() !== '').map(({ y }) => y));
    footers.push(
      bare(
        pieces
          .filter(({ y }) => Math.abs(y - lowest) < 3)
          .map((piece) => piece.text)
          .join(''),
      ),
    );
    text += bare(pieces.map((piece) => piece.text).join(''));
  }
  const titles = (entries: readonly { title: string; items: unknown[] }[]): string[] =>
    entries.flatMap(({ title, items }) => [title, ...titles(items as { title: string; items: unknown[] }[])]);
  const outline = titles((await document.getOutline()) ?? []);
  await loading.destroy();
  return { outline, footers, text };
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
