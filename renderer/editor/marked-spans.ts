import { Plugin } from '@tiptap/pm/state';
import type { Span } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';
import { TextGeometry } from './text-geometry.ts';

/**
 * What is marked: what something beside the text speaks of; words that a reference has too, as they are or with changes;
 * and those that stand in a subhead, or where the article says that it cites; of texts side by side, words that some or all
 * others have, and those that none has.
 */
export type MarkLayer =
  | 'spoken-of'
  | 'reuse-exact'
  | 'reuse-near'
  | 'reuse-cited'
  | 'shared-some'
  | 'shared-all'
  | 'own';

/** Passages of each layer, marked until others are. */
export class MarkedSpans {
  private readonly layers = new Map<MarkLayer, readonly Span[]>();
  /** What of the highlights, which all texts on screen share, is this one's. */
  private readonly painted = new Map<MarkLayer, readonly Range[]>();
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
            for (const layer of this.layers.keys()) this.unpaint(layer);
          },
        };
      },
    });
  }

  mark(spans: readonly Span[], layer: MarkLayer): void {
    const shown = spans.filter(({ start, end }) => start < end && end <= this.offsets.length);
    if (shown.length === 0) {
      this.layers.delete(layer);
      this.unpaint(layer);
      return;
    }
    this.layers.set(layer, shown);
    this.paint(layer);
  }

  private paint(layer: MarkLayer): void {
    const { geometry } = this;
    if (geometry === null) return;
    this.unpaint(layer);
    const ranges = (this.layers.get(layer) ?? []).map((span) => geometry.rangeOf(span));
    this.painted.set(layer, ranges);
    const name = nameOf(layer);
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of ranges) highlight.add(range);
    CSS.highlights.set(name, highlight);
  }

  private unpaint(layer: MarkLayer): void {
    const name = nameOf(layer);
    const highlight = CSS.highlights.get(name);
    for (const range of this.painted.get(layer) ?? []) highlight?.delete(range);
    this.painted.delete(layer);
    if (highlight?.size === 0) CSS.highlights.delete(name);
  }
}

function nameOf(layer: MarkLayer): string {
  return `reader-${layer}`;
}
