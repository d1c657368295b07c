import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { browserSelection } from './browser-selection.ts';
import {
  changeHighlights,
  emptyHighlights,
  type HighlightChange,
  type HighlightState,
  type PaintedText,
} from './highlight-state.ts';
import { type BlockRange, blocksTouching } from './text-blocks.ts';
import { findScroller, textBetween, visibleClip } from './visible-text.ts';

const highlightKey = new PluginKey<HighlightState>('highlights');

/** Heights above and below the visible part, in its own heights: decorated at once, when idle, and let go beyond. */
const MARGIN = { now: 0.1, idle: 1, keep: 2.5 };

/** Blocks that an idle moment adds at most on either side, so that none takes the time of a frame. */
const IDLE_BLOCKS = 2;

/**
 * In UTF-16 units: where a paragraph is longer, laying it out costs more than what is painted in it, so that it is
 * painted seldom and far ahead: when less than `low` of the visible height is left, up to `high` of it.
 */
const SLOW_PARAGRAPH = 10_000;
const SLOW_MARGIN = { low: 0.4, high: 2 };

/** Blocks decorated before anything is known of the layout: about the first screen. */
const FIRST_BLOCKS = 8;

/** A change of more annotations than this is made where it shows first, and around it when idle. */
const MANY = 20;

/** Paints annotations as decorations of what is near the visible part. */
export class ReaderHighlights {
  /** `initial` is in the plugin's state at mount. */
  readonly plugin: Plugin<HighlightState>;
  private watch: ViewportWatch | null = null;

  constructor(text: PaintedText, initial: HighlightChange) {
    this.plugin = new Plugin<HighlightState>({
      key: highlightKey,
      state: {
        init: (_config, { doc }) => {
          const shown = { low: 0, high: Math.min(FIRST_BLOCKS, text.blocks.length) };
          return changeHighlights(emptyHighlights(), { ...initial, shown }, text, doc);
        },
        apply(transaction, state) {
          const change = transaction.getMeta(highlightKey) as HighlightChange | undefined;
          return change === undefined ? state : changeHighlights(state, change, text, transaction.doc);
        },
      },
      props: { decorations: (state) => highlightKey.getState(state)?.decorations },
      view: (view) => {
        this.watch = new ViewportWatch(view, text);
        return this.watch;
      },
    });
  }

  change(change: HighlightChange): void {
    this.watch?.change(change);
  }
}

export function highlightsOf(view: EditorView): HighlightState {
  const state = highlightKey.getState(view.state);
  if (state === undefined) throw new Error('the reader has no highlight plugin');
  return state;
}

/** Keeps what is visible decorated, in the frame that shows it, and its surroundings when the window is idle. */
class ViewportWatch {
  private readonly view: EditorView;
  private readonly text: PaintedText;
  private readonly resize: ResizeObserver;
  private scroller: Element | null = null;
  private idle: number | null = null;

  constructor(view: EditorView, text: PaintedText) {
    this.view = view;
    this.text = text;
    document.addEventListener('scroll', this.onScroll, { capture: true, passive: true });
    this.resize = new ResizeObserver(() => {
      this.scroller = findScroller(view.dom);
      this.follow();
    });
    this.resize.observe(view.dom);
  }

  destroy(): void {
    document.removeEventListener('scroll', this.onScroll, { capture: true });
    this.resize.disconnect();
    if (this.idle !== null) cancelIdleCallback(this.idle);
  }

  change(change: HighlightChange): void {
    const before = highlightsOf(this.view).annotations.length;
    const many = change.annotations !== undefined && Math.abs(change.annotations.length - before) > MANY;
    const shown = many ? this.blocksWithin(MARGIN.now) : null;
    this.dispatch(shown === null ? change : { ...change, shown });
    if (many) this.idle ??= requestIdleCallback(this.widen);
  }

  private readonly onScroll = (event: Event): void => {
    if (event.target instanceof Node && event.target.contains(this.view.dom)) this.follow();
  };

  private follow(): void {
    const needed = this.blocksWithin(MARGIN.now);
    if (needed === null) return;
    const { shown } = highlightsOf(this.view);
    if (needed.low < shown.low || needed.high > shown.high) {
      const apart = needed.low > shown.high || needed.high < shown.low;
      const far = this.isSlow(needed) ? this.blocksWithin(SLOW_MARGIN.high) : null;
      this.dispatch({ shown: far ?? (apart ? needed : union(shown, needed)) });
    }
    this.idle ??= requestIdleCallback(this.widen);
  }

  private readonly widen = (): void => {
    this.idle = null;
    const wanted = this.blocksWithin(MARGIN.idle);
    const kept = this.blocksWithin(MARGIN.keep);
    if (wanted === null || kept === null) return;
    const { shown } = highlightsOf(this.view);
    if (this.isSlow(wanted)) {
      const near = this.blocksWithin(SLOW_MARGIN.low);
      const far = this.blocksWithin(SLOW_MARGIN.high);
      const left = near !== null && near.low >= shown.low && near.high <= shown.high;
      if (!left && far !== null) this.dispatch({ shown: far });
      return;
    }
    const next = {
      low: Math.max(Math.min(shown.low, Math.max(wanted.low, shown.low - IDLE_BLOCKS)), kept.low),
      high: Math.min(Math.max(shown.high, Math.min(wanted.high, shown.high + IDLE_BLOCKS)), kept.high),
    };
    if (next.low === shown.low && next.high === shown.high) return;
    this.dispatch({ shown: next });
    this.idle = requestIdleCallback(this.widen);
  };

  private isSlow({ low, high }: BlockRange): boolean {
    return this.text.blocks.slice(low, high).some((block) => {
      const { start, end } = this.text.offsets.paragraphAt(block.start);
      return end - start > SLOW_PARAGRAPH;
    });
  }

  private dispatch(change: HighlightChange): void {
    const { tr, selection } = this.view.state;
    // The browser tells of a click's selection only some time later; redrawing must not put the old one back.
    const current = this.view.dom === document.activeElement ? browserSelection(this.view) : null;
    if (current !== null && !current.eq(selection)) tr.setSelection(current);
    this.view.dispatch(tr.setMeta(highlightKey, change));
  }

  private blocksWithin(margin: number): BlockRange | null {
    const { top, bottom } = visibleClip(this.scroller);
    const extra = (bottom - top) * margin;
    const span = textBetween(this.view.dom, this.text.offsets, { top: top - extra, bottom: bottom + extra });
    return span === null ? null : blocksTouching(this.text.blocks, span);
  }
}

function union(a: BlockRange, b: BlockRange): BlockRange {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
