import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
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

/** Blocks decorated before anything is known of the layout: about the first screen. */
const FIRST_BLOCKS = 8;

/** Paints annotations as decorations of what is near the visible part; `initial` is in the plugin's state at mount. */
export function highlightPlugin(text: PaintedText, initial: HighlightChange): Plugin<HighlightState> {
  return new Plugin<HighlightState>({
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
    view: (view) => new ViewportWatch(view, text),
  });
}

export function highlightsOf(view: EditorView): HighlightState {
  const state = highlightKey.getState(view.state);
  if (state === undefined) throw new Error('the reader has no highlight plugin');
  return state;
}

export function changeHighlightsIn(view: EditorView, change: HighlightChange): void {
  view.dispatch(view.state.tr.setMeta(highlightKey, change).setMeta('addToHistory', false));
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

  private readonly onScroll = (event: Event): void => {
    if (event.target instanceof Node && event.target.contains(this.view.dom)) this.follow();
  };

  private follow(): void {
    const needed = this.blocksWithin(MARGIN.now);
    if (needed === null) return;
    const { shown } = highlightsOf(this.view);
    if (needed.low < shown.low || needed.high > shown.high) {
      const apart = needed.low > shown.high || needed.high < shown.low;
      this.show(apart ? needed : union(shown, needed));
    }
    this.idle ??= requestIdleCallback(this.widen);
  }

  private readonly widen = (): void => {
    this.idle = null;
    const wanted = this.blocksWithin(MARGIN.idle);
    const kept = this.blocksWithin(MARGIN.keep);
    if (wanted === null || kept === null) return;
    const { shown } = highlightsOf(this.view);
    const next = {
      low: Math.max(Math.min(shown.low, Math.max(wanted.low, shown.low - IDLE_BLOCKS)), kept.low),
      high: Math.min(Math.max(shown.high, Math.min(wanted.high, shown.high + IDLE_BLOCKS)), kept.high),
    };
    if (next.low === shown.low && next.high === shown.high) return;
    this.show(next);
    this.idle = requestIdleCallback(this.widen);
  };

  private show(shown: BlockRange): void {
    changeHighlightsIn(this.view, { shown });
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
