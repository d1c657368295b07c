import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { ReaderCaret } from './caret-plugin.ts';
import { highlightsOf } from './highlight-plugin.ts';
import type { ReaderEvents } from './reader-events.ts';

/** Selecting, activating and hovering by pointer; the drag itself is the browser's. */
export function pointerPlugin(caret: ReaderCaret, events: ReaderEvents): Plugin {
  return new Plugin({ view: (view) => new PointerWatch(view, caret, events) });
}

class PointerWatch {
  private readonly view: EditorView;
  private readonly caret: ReaderCaret;
  private readonly events: ReaderEvents;
  private hovered = '';
  private pressed: PointerEvent | null = null;

  constructor(view: EditorView, caret: ReaderCaret, events: ReaderEvents) {
    this.view = view;
    this.caret = caret;
    this.events = events;
    view.dom.addEventListener('pointerdown', this.onDown);
    view.dom.addEventListener('pointermove', this.onMove);
    view.dom.addEventListener('pointerleave', this.onLeave);
    window.addEventListener('pointerup', this.onUp);
  }

  destroy(): void {
    this.view.dom.removeEventListener('pointerdown', this.onDown);
    this.view.dom.removeEventListener('pointermove', this.onMove);
    this.view.dom.removeEventListener('pointerleave', this.onLeave);
    window.removeEventListener('pointerup', this.onUp);
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button === 0) this.pressed = event;
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (this.pressed === null || event.pointerId !== this.pressed.pointerId) return;
    this.pressed = null;
    const { clientX, clientY } = event;
    // The browser settles a click into a selection only after this event.
    setTimeout(() => {
      if (!this.view.isDestroyed) this.settle(event.target, clientX, clientY);
    });
  };

  private settle(target: EventTarget | null, x: number, y: number): void {
    this.caret.fromBrowser();
    const span = this.caret.selectedSpan;
    this.events.onSelect(span);
    if (span !== null) return;
    const segment = this.segmentAt(target);
    if (segment === null) return;
    const rects = [...segment.getClientRects()];
    const rect = rects.find((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
    this.events.onActivate(this.idsOf(segment), rect ?? segment.getBoundingClientRect());
  }

  private readonly onMove = (event: PointerEvent): void => {
    if (event.buttons !== 0) return;
    const segment = this.segmentAt(event.target);
    const key = segment?.dataset['ids'] ?? '';
    if (key === this.hovered) return;
    this.hovered = key;
    this.events.onHover?.(segment === null ? [] : this.idsOf(segment));
  };

  private readonly onLeave = (): void => {
    if (this.hovered === '') return;
    this.hovered = '';
    this.events.onHover?.([]);
  };

  private segmentAt(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element && this.view.dom.contains(target)
      ? target.closest<HTMLElement>('[data-ids]')
      : null;
  }

  /** Smallest first. */
  private idsOf(segment: HTMLElement): string[] {
    const { byId } = highlightsOf(this.view);
    return (segment.dataset['ids'] ?? '')
      .split(' ')
      .flatMap((id) => byId.get(id) ?? [])
      .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
      .map(({ id }) => id);
  }
}
