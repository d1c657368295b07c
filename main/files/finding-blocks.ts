import type { ComparedLine, ReportFinding } from '#domain/report/report-model.ts';

/** Lines that a document prints; a workbook has all. */
export const MOST_LINES = 200;

/** A part of a comparison's table that is as wide as a page. */
export interface FindingBlock {
  heads: readonly string[];
  lines: readonly ComparedLine[];
}

/** The table of a comparison in parts of so many columns, each with the names of the lines; the last line sums up. */
export function findingBlocks(
  { heads, lines }: Pick<ReportFinding, 'heads' | 'lines'>,
  across: number,
): FindingBlock[] {
  const [corner = '', ...columns] = heads;
  const shown = lines.filter((line, index) => index < MOST_LINES || line.whole);
  // As even as they come, so that no part has a single column.
  const parts = Math.max(1, Math.ceil(columns.length / across));
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((each) => Math.round((columns.length * each) / parts));
    return {
      heads: [corner, ...columns.slice(from, to)],
      lines: shown.map((line) => ({ ...line, cells: line.cells.slice(from, to) })),
    };
  });
}
