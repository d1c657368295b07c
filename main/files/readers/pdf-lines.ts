/** A run of text as the PDF places it: the start of its baseline from the lower left corner of the page, in points. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  /** How far it runs along the line, in points. */
  length: number;
  /** Height of the type, in points. */
  size: number;
  vertical: boolean;
}

/**
 * A line. `start` and `end` run along the reading direction and `across` against the flow of lines, in points; lines of
 * one column have falling `across`. A column of vertical text is a line like any other.
 */
export interface PdfLine {
  text: string;
  start: number;
  end: number;
  across: number;
  size: number;
  vertical: boolean;
  /** Distance from the top of the page over its height, 0 to 1; how furniture is told. */
  fromTop: number;
}

/** Puts pieces that share a baseline together, in the order of the file, which is the order of reading. */
export function linesOf(pieces: readonly PdfPiece[], page: { width: number; height: number }): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const start = piece.vertical ? page.height - piece.y : piece.x;
    const across = piece.vertical ? piece.x : piece.y;
    const end = start + piece.length;
    const last = lines.at(-1);
    if (piece.text.trim() === '') {
      if (last !== undefined && isSameLine(last, piece, start, across) && !last.text.endsWith(' '))
        last.text += piece.text;
      continue;
    }
    if (last !== undefined && isSameLine(last, piece, start, across)) {
      const gap = start - last.end;
      last.text +=
        (gap > piece.size * 0.25 && isLatin(last.text.at(-1)) && isLatin(piece.text[0]) ? ' ' : '') + piece.text;
      last.end = Math.max(last.end, end);
      last.size = Math.max(last.size, piece.size);
    } else {
      const fromTop = page.height === 0 ? 0 : 1 - piece.y / page.height;
      lines.push({ text: piece.text, start, end, across, size: piece.size, vertical: piece.vertical, fromTop });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/[ \t]+$/, '') }));
}

function isSameLine(line: PdfLine, piece: PdfPiece, start: number, across: number): boolean {
  const size = Math.min(line.size, piece.size);
  if (line.vertical !== piece.vertical || Math.abs(line.across - across) > size * 0.5) return false;
  // Far to the right is another column, to the left another line.
  return start > line.end - size && start < line.end + size * 4;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(character);
}
