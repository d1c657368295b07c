import type { Matrix, PackedMatrix } from '../contract/matrix.ts';
import { type CountedMatrix, spreadRows } from './row-lists.ts';

/**
 * A matrix as it crosses from the worker to the page, where the words and numbers of ten thousand rows take longest one by one.
 * @param toBase64 of bytes, with padding
 */
export function packMatrix(
  { keys, names, rows, cells, ...rest }: CountedMatrix,
  toBase64: (bytes: ArrayBuffer) => string,
): PackedMatrix {
  return {
    ...rest,
    words: JSON.stringify([keys, names]),
    rows: toBase64(rows.buffer),
    cells: {
      columns: toBase64(cells.columns.buffer),
      values: toBase64(cells.values.buffer),
      articles: toBase64(cells.articles.buffer),
      passages: toBase64(cells.passages.buffer),
    },
  };
}

export function unpackMatrix({ words, rows, cells, ...rest }: PackedMatrix): Matrix {
  const [keys, names] = JSON.parse(words) as [string[], (string | null)[]];
  return spreadRows({
    ...rest,
    keys,
    names,
    rows: new Uint32Array(bytesOf(rows)),
    cells: {
      columns: new Uint16Array(bytesOf(cells.columns)),
      values: new Float64Array(bytesOf(cells.values)),
      articles: new Uint32Array(bytesOf(cells.articles)),
      passages: new Uint32Array(bytesOf(cells.passages)),
    },
  });
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes.buffer;
}
