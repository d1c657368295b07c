import { type Paragraph, paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import type { Span } from '#domain/text/span.ts';

/** A stretch between two ProseMirror positions. */
export interface PositionRange {
  from: number;
  to: number;
}

/**
 * The only bridge between text offsets (UTF-16, paragraphs joined by one line feed) and ProseMirror positions.
 * A paragraph opens with one token and closes with one where the text has one line feed, hence
 * position = offset + 1 + index of the paragraph.
 */
export class TextOffsets {
  readonly length: number;
  readonly paragraphs: readonly Paragraph[];

  constructor(text: string) {
    this.length = text.length;
    this.paragraphs = paragraphsOf(text);
  }

  positionOf(offset: number): number {
    return offset + 1 + paragraphIndexAt(this.paragraphs, offset);
  }

  /** A position between two paragraphs counts as the start of the second; those outside all paragraphs as the text's ends. */
  offsetOf(position: number): number {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startPosition(middle) <= position + 1) low = middle;
      else high = middle - 1;
    }
    const paragraph = this.paragraph(low);
    return Math.min(Math.max(position - 1 - low, paragraph.start), paragraph.end);
  }

  rangeOf(span: Span): PositionRange {
    return { from: this.positionOf(span.start), to: this.positionOf(span.end) };
  }

  spanOf(range: PositionRange): Span {
    return { start: this.offsetOf(range.from), end: this.offsetOf(range.to) };
  }

  paragraphAt(offset: number): Paragraph {
    return this.paragraph(paragraphIndexAt(this.paragraphs, offset));
  }

  private startPosition(index: number): number {
    return this.paragraph(index).start + 1 + index;
  }

  private paragraph(index: number): Paragraph {
    const paragraph = this.paragraphs[index];
    if (paragraph === undefined) throw new RangeError(`no paragraph ${index}`);
    return paragraph;
  }
}
