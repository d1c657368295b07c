import { Plugin } from '@tiptap/pm/state';
import type { Span } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';
import { TextGeometry } from './text-geometry.ts';

/**
 * What is marked: what something beside the text speaks of; words that a reference has too, as they are or with changes;
 * and those that stand in a subhead, or where the article says that it cites.
 */
export type MarkLayer = 'spoken-of' | 'reuse-exact' | 'reuse-near' | 'reuse-cited';

/** Passages of each layer, marked until others are. */
export class MarkedSpans {
  private readonly layers = new Map<MarkLayer, readonly Span[]>();
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
            for (const layer of this.layers.keys()) this.paint(layer);
          },
          destroy: () => {
            this.geometry = null;
            for (const layer of this.layers.keys()) CSS.highlights.delete(nameOf(layer));
          },
        };
      },
    });
  }

  mark(spans: readonly Span[], layer: MarkLayer): void {
    const shown = spans.filter(({ start, end }) => start < end && end <= this.offsets.length);
    if (shown.length === 0) {
      this.layers.delete(layer);
      CSS.highlights.delete(nameOf(layer));
      return;
    }
    this.layers.set(layer, shown);
    this.paint(layer);
  }

  private paint(layer: MarkLayer): void {
    const { geometry } = this;
    const spans = this.layers.get(layer) ?? [];
    if (geometry !== null)
      CSS.highlights.set(nameOf(layer), new Highlight(...spans.map((span) => geometry.rangeOf(span))));
  }
}

function nameOf(layer: MarkLayer): string {
  return `reader-${layer}`;
}
