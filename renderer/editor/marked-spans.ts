import { Plugin } from '@tiptap/pm/state';
import type { Span } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';
import { TextGeometry } from './text-geometry.ts';

const MARKED = 'reader-marked';

/** Passages that something beside the text speaks of, marked until it speaks of others. */
export class MarkedSpans {
  private spans: readonly Span[] = [];
  private geometry: TextGeometry | null = null;
  private readonly offsets: TextOffsets;

  constructor(offsets: TextOffsets) {
    this.offsets = offsets;
  }

  plugin(): Plugin {
    return new Plugin({
      view: (view) => {
        this.geometry = new TextGeometry(view, this.offsets);
        return {
          // What is redrawn takes the ends of the ranges in it away.
          update: () => {
            if (this.spans.length > 0) this.paint();
          },
          destroy: () => {
            this.geometry = null;
            if (this.spans.length > 0) CSS.highlights.delete(MARKED);
          },
        };
      },
    });
  }

  mark(spans: readonly Span[]): void {
    this.spans = spans.filter(({ start, end }) => start < end && end <= this.offsets.length);
    this.paint();
  }

  private paint(): void {
    const { geometry, spans } = this;
    if (geometry === null || spans.length === 0) CSS.highlights.delete(MARKED);
    else CSS.highlights.set(MARKED, new Highlight(...spans.map((span) => geometry.rangeOf(span))));
  }
}
