import type { Span } from '../text/span.ts';

/** A change of the text as imported, in its UTF-16 offsets; `insert` null where the text stands as it was. */
export interface AlignedChange extends Span {
  readonly id: string;
  readonly insert: string | null;
}

/** A stretch of a paragraph: plain text, the same on both sides, or a change with what stands on either. */
export type AlignedSegment =
  | { readonly kind: 'same'; readonly start: number; readonly text: string }
  | { readonly kind: 'change'; readonly id: string; readonly before: string; readonly after: string };

/** A paragraph as imported beside what it is now: the segments of both, in order. */
export interface AlignedRow {
  /** UTF-16 offset of the text as imported. */
  readonly start: number;
  readonly segments: readonly AlignedSegment[];
}

/**
 * The text as imported beside the one with its changes, paragraph by paragraph of the former. `changes` are sorted and
 * disjoint. A paragraph ends at a line feed that no change covers; a change over a line feed keeps both sides in one row. Joined
 * by line feeds, the `before` and the `same` of all rows are the imported text, the `after` and the `same` the changed one.
 */
export function alignText(imported: string, changes: readonly AlignedChange[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let segments: AlignedSegment[] = [];
  let rowStart = 0;
  const plain = (from: number, to: number) => {
    let start = from;
    for (let feed = imported.indexOf('\n', start); feed >= 0 && feed < to; feed = imported.indexOf('\n', start)) {
      if (start < feed) segments.push({ kind: 'same', start, text: imported.slice(start, feed) });
      rows.push({ start: rowStart, segments });
      segments = [];
      start = feed + 1;
      rowStart = start;
    }
    if (start < to) segments.push({ kind: 'same', start, text: imported.slice(start, to) });
  };
  let done = 0;
  for (const { id, start, end, insert } of changes) {
    plain(done, start);
    const before = imported.slice(start, end);
    segments.push({ kind: 'change', id, before, after: insert ?? before });
    done = end;
  }
  plain(done, imported.length);
  rows.push({ start: rowStart, segments });
  return rows;
}
