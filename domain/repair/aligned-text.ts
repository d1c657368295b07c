import type { Span } from '../text/span.ts';

/** A change of the text as imported, in its UTF-16 offsets; `insert` null where the text stands as it was. */
export interface AlignedChange extends Span {
  readonly id: string;
  readonly insert: string | null;
}

/** A stretch of a paragraph: plain text, the same on both sides, or a change with what stands on either. */
export type AlignedSegment<Change extends AlignedChange = AlignedChange> =
  | { readonly kind: 'same'; readonly start: number; readonly text: string }
  | { readonly kind: 'change'; readonly change: Change; readonly before: string; readonly after: string };

/** A paragraph as imported, or a part of a long one, beside what it is now: the segments of both, in order. */
export interface AlignedRow<Change extends AlignedChange = AlignedChange> {
  /** UTF-16 offset of the text as imported. */
  readonly start: number;
  /** Whether the paragraph began in the row above. */
  readonly continued: boolean;
  readonly segments: readonly AlignedSegment<Change>[];
}

/** UTF-16 units of a paragraph, as imported, beyond which it is parted: its sides would drift apart by lines. */
const longParagraph = 600;
/** UTF-16 units that a part has at least before it may end. */
const shortPart = 300;

const SENTENCE_END = /[。！？；!?…]+[”’」』）)]*/gu;

/**
 * The text as imported beside the one with its changes, paragraph by paragraph of the former. `changes` are sorted and
 * disjoint. A paragraph ends at a line feed that no change covers; a change over a line feed keeps both sides in one row.
 * Paragraphs over 600 UTF-16 units are parted behind sentences outside changes. With a line feed before each row that is
 * not continued, the `before` and the `same` of all rows are the imported text, the `after` and the `same` the changed one.
 */
export function alignText<Change extends AlignedChange>(
  imported: string,
  changes: readonly Change[],
): AlignedRow<Change>[] {
  const rows: AlignedRow<Change>[] = [];
  let segments: AlignedSegment<Change>[] = [];
  let start = 0;
  const close = (end: number) => {
    rows.push(...parted({ start, continued: false, segments }, end));
    segments = [];
  };
  const plain = (from: number, to: number) => {
    let done = from;
    for (let feed = imported.indexOf('\n', done); feed >= 0 && feed < to; feed = imported.indexOf('\n', done)) {
      if (done < feed) segments.push({ kind: 'same', start: done, text: imported.slice(done, feed) });
      close(feed);
      done = feed + 1;
      start = done;
    }
    if (done < to) segments.push({ kind: 'same', start: done, text: imported.slice(done, to) });
  };
  let done = 0;
  for (const change of changes) {
    plain(done, change.start);
    const before = imported.slice(change.start, change.end);
    segments.push({ kind: 'change', change, before, after: change.insert ?? before });
    done = change.end;
  }
  plain(done, imported.length);
  close(imported.length);
  return rows;
}

/** The parts of a paragraph that ends at `end`: itself, unless it is long. */
function parted<Change extends AlignedChange>(row: AlignedRow<Change>, end: number): AlignedRow<Change>[] {
  if (end - row.start <= longParagraph) return [row];
  const parts: AlignedRow<Change>[] = [];
  let part = { start: row.start, continued: false, segments: [] as AlignedSegment<Change>[] };
  for (const segment of row.segments) {
    if (segment.kind === 'change') {
      part.segments.push(segment);
      continue;
    }
    let done = 0;
    for (const match of segment.text.matchAll(SENTENCE_END)) {
      const to = match.index + match[0].length;
      const at = segment.start + to;
      if (at - part.start < shortPart || end - at < shortPart / 2) continue;
      part.segments.push({ kind: 'same', start: segment.start + done, text: segment.text.slice(done, to) });
      parts.push(part);
      part = { start: at, continued: true, segments: [] };
      done = to;
    }
    if (done < segment.text.length)
      part.segments.push({ kind: 'same', start: segment.start + done, text: segment.text.slice(done) });
  }
  parts.push(part);
  return parts;
}
