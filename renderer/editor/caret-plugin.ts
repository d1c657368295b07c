import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { normalizeSelection } from '#domain/text/graphemes.ts';
import { smallestAt } from '#domain/text/segments.ts';
import type { Span } from '#domain/text/span.ts';
import { browserSelection } from './browser-selection.ts';
import { type Ends, grownFrom, type TextUnits, textUnits } from './growing.ts';
import { highlightsOf } from './highlight-plugin.ts';
import {
  annotationEdge,
  type Direction,
  graphemeEdge,
  type LinePlace,
  lineAround,
  lineStep,
  type Motion,
  unitEdge,
} from './motions.ts';
import type { TextOffsets } from './offsets.ts';
import type { ReaderEvents } from './reader-events.ts';
import type { ReaderCommand } from './reader-keys.ts';
import { TextGeometry } from './text-geometry.ts';
import { findScroller, visibleClip } from './visible-text.ts';

const KEPT_SELECTION = 'reader-selection';

/** The visible caret of a text that cannot be typed into, and what moves it. */
export class ReaderCaret {
  /** Where the last line motion wants to go, in CSS pixels of the window; null after any other motion. */
  private goalX: number | null = null;
  /** The side on which the caret stands where a line turns. */
  private side: Direction = 1;
  private view: EditorView | null = null;
  private geometry: TextGeometry | null = null;
  /** The selections that growing has left behind, and what each grew into. */
  private grown: { from: Ends; to: Span }[] = [];
  private knownUnits: TextUnits | null = null;
  private readonly bar = document.createElement('div');
  private readonly text: string;
  private readonly offsets: TextOffsets;
  private readonly events: ReaderEvents;
  /** Says to a screen reader where the caret is, since the browser does not know this caret. */
  private readonly live: HTMLElement;

  constructor(text: string, offsets: TextOffsets, events: ReaderEvents, live: HTMLElement) {
    this.text = text;
    this.offsets = offsets;
    this.events = events;
    this.live = live;
    this.bar.className = 'reader-caret';
    this.bar.hidden = true;
    this.bar.setAttribute('aria-hidden', 'true');
  }

  plugin(): Plugin {
    return new Plugin({
      props: {
        handleDOMEvents: {
          // The keys are commands of the window; the editor has none of its own.
          keydown: () => true,
          copy: (_view, event) => this.onCopy(event),
          dragstart: (_view, event) => {
            event.preventDefault();
            return true;
          },
          focus: () => {
            this.draw();
            return false;
          },
          blur: () => {
            this.draw();
            return false;
          },
        },
      },
      view: (view) => {
        this.view = view;
        this.geometry = new TextGeometry(view, this.offsets);
        view.dom.parentElement?.append(this.bar);
        const resize = new ResizeObserver(() => this.draw());
        resize.observe(view.dom);
        return {
          update: (_view, before) => {
            if (!before.selection.eq(view.state.selection)) this.draw();
          },
          destroy: () => {
            resize.disconnect();
            this.bar.remove();
            CSS.highlights.delete(KEPT_SELECTION);
            this.view = null;
          },
        };
      },
    });
  }

  /** Anchor and head in text offsets. */
  get selection(): { anchor: number; head: number } {
    const { anchor, head } = this.mounted.state.selection;
    return { anchor: this.offsets.offsetOf(anchor), head: this.offsets.offsetOf(head) };
  }

  get selectedSpan(): Span | null {
    const { anchor, head } = this.selection;
    if (anchor === head) return null;
    return normalizeSelection(this.text, { start: Math.min(anchor, head), end: Math.max(anchor, head) });
  }

  select(anchor: number, head: number, side: Direction = 1): void {
    const view = this.mounted;
    this.side = side;
    const selection = TextSelection.create(
      view.state.doc,
      this.offsets.positionOf(anchor),
      this.offsets.positionOf(head),
    );
    view.dispatch(view.state.tr.setSelection(selection));
    if (view.dom.contains(document.activeElement)) this.toBrowser();
    this.draw();
  }

  /** Takes over what the browser has selected, by mouse or by a screen reader. */
  fromBrowser(): void {
    const view = this.mounted;
    const selection = browserSelection(view);
    if (selection === null) return;
    this.goalX = null;
    this.select(this.offsets.offsetOf(selection.anchor), this.offsets.offsetOf(selection.head));
  }

  focus(): void {
    this.mounted.dom.focus({ preventScroll: true });
    this.toBrowser();
    this.draw();
  }

  private get mounted(): EditorView {
    if (this.view === null) throw new Error('the reader is not mounted');
    return this.view;
  }

  private get lines(): TextGeometry {
    if (this.geometry === null) throw new Error('the reader is not mounted');
    return this.geometry;
  }

  private toBrowser(): void {
    const { anchor, head } = this.mounted.state.selection;
    const from = this.mounted.domAtPos(anchor);
    const to = this.mounted.domAtPos(head);
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Carries a command out; false when there is nothing to do. */
  run(command: ReaderCommand): boolean {
    const { anchor, head } = this.selection;
    switch (command.do) {
      case 'move':
        return this.move(command.motion, command.extend);
      case 'select all': {
        const { start, end } = this.offsets.paragraphAt(head);
        const whole = Math.min(anchor, head) <= start && Math.max(anchor, head) >= end;
        if (whole) this.select(0, this.text.length);
        else this.select(start, end);
        this.events.onSelect(this.selectedSpan);
        return true;
      }
      case 'grow': {
        const to = grownFrom(this.text, this.units, { anchor, head });
        if (to === null) return false;
        if (!this.isGrown(anchor, head)) this.grown = [];
        this.grown.push({ from: { anchor, head }, to });
        this.show(to.start, to.end);
        return true;
      }
      case 'shrink': {
        const last = this.isGrown(anchor, head) ? this.grown.pop() : undefined;
        if (last === undefined) return false;
        this.show(last.from.anchor, last.from.head);
        return true;
      }
      case 'collapse':
        if (anchor === head) return false;
        this.select(head, head, this.side);
        this.events.onSelect(null);
        return true;
      case 'activate': {
        if (anchor !== head) return false;
        const ids = smallestAt(highlightsOf(this.mounted).annotations, head).map((annotation) => annotation.id);
        if (ids.length === 0) return false;
        const { left, top, bottom } = this.lines.boxAt(head, this.side);
        this.events.onActivate(ids, new DOMRect(left, top, 1, bottom - top));
        return true;
      }
      default:
        return false;
    }
  }

  private get units(): TextUnits {
    this.knownUnits ??= textUnits(this.text);
    return this.knownUnits;
  }

  /** Whether the selection is what the last growing made of it. */
  private isGrown(anchor: number, head: number): boolean {
    const to = this.grown.at(-1)?.to;
    return to !== undefined && to.start === anchor && to.end === head;
  }

  /** Selects, and says so. */
  show(anchor: number, head: number): void {
    const before = this.selection.head;
    this.goalX = null;
    this.select(anchor, head);
    this.events.onSelect(this.selectedSpan);
    this.announce(anchor === head ? before : anchor, head);
  }

  private move(motion: Motion, extend: boolean): boolean {
    const { anchor, head } = this.selection;
    const target = this.target(motion, anchor, head, extend);
    if (target === null) return false;
    if (motion.by !== 'line' && motion.by !== 'page') this.goalX = null;
    this.select(extend ? anchor : target.offset, target.offset, target.side);
    this.keepInView();
    if (extend || anchor !== head) this.events.onSelect(this.selectedSpan);
    this.announce(head, target.offset);
    return true;
  }

  private target({ by, direction }: Motion, anchor: number, head: number, extend: boolean): LinePlace | null {
    switch (by) {
      case 'grapheme':
        if (!extend && anchor !== head) {
          return { offset: direction === 1 ? Math.max(anchor, head) : Math.min(anchor, head), side: 1 };
        }
        return { offset: graphemeEdge(this.text, head, direction), side: 1 };
      case 'clause':
        return { offset: unitEdge(this.text, this.units.clauses, head, direction), side: 1 };
      case 'sentence':
        return { offset: unitEdge(this.text, this.units.sentences, head, direction), side: 1 };
      case 'paragraph':
        return { offset: unitEdge(this.text, this.units.paragraphs, head, direction), side: 1 };
      case 'text edge':
        return { offset: direction === 1 ? this.text.length : 0, side: 1 };
      case 'line edge': {
        const line = lineAround(this.lines, this.offsets.paragraphAt(head), head, this.side);
        return direction === 1 ? { offset: line.end, side: -1 } : { offset: line.start, side: 1 };
      }
      case 'annotation': {
        const offset = annotationEdge(highlightsOf(this.mounted).annotations, head, direction);
        return offset === null ? null : { offset, side: 1 };
      }
      case 'line':
        return this.lineTarget(head, direction, 1);
      case 'page': {
        const { top, bottom } = visibleClip(findScroller(this.mounted.dom));
        const box = this.lines.boxAt(head, this.side);
        return this.lineTarget(head, direction, Math.max(1, Math.floor((bottom - top) / (box.bottom - box.top) / 1.5)));
      }
      default:
        return null;
    }
  }

  private lineTarget(head: number, direction: Direction, lines: number): LinePlace {
    this.goalX ??= this.lines.boxAt(head, this.side).left;
    let place: LinePlace = { offset: head, side: this.side };
    for (let line = 0; line < lines; line++) {
      place = lineStep(this.text, this.lines, this.offsets.paragraphs, place, direction, this.goalX);
    }
    return place;
  }

  private keepInView(): void {
    const scroller = findScroller(this.mounted.dom);
    const clip = visibleClip(scroller);
    const box = this.lines.boxAt(this.selection.head, this.side);
    const room = Math.min((box.bottom - box.top) * 1.5, (clip.bottom - clip.top) / 4);
    const by = box.top < clip.top + room ? box.top - clip.top - room : Math.max(0, box.bottom - clip.bottom + room);
    if (by !== 0) (scroller ?? document.documentElement).scrollBy({ top: by, behavior: 'instant' });
  }

  private announce(from: number, to: number): void {
    const { annotations } = highlightsOf(this.mounted);
    const before = new Set(smallestAt(annotations, from).map(({ id }) => id));
    const entered = smallestAt(annotations, to).filter(({ id, label }) => label !== '' && !before.has(id));
    const span = { start: Math.min(from, to), end: Math.max(from, to) };
    const passed = span.end - span.start > 80 ? this.text.slice(to, to + 40) : this.text.slice(span.start, span.end);
    this.live.textContent = [passed, ...entered.map(({ label }) => label)].join(' ');
  }

  private onCopy(event: ClipboardEvent): boolean {
    const { anchor, head } = this.selection;
    if (anchor === head || event.clipboardData === null) return false;
    event.clipboardData.setData('text/plain', this.text.slice(Math.min(anchor, head), Math.max(anchor, head)));
    event.preventDefault();
    return true;
  }

  private draw(): void {
    if (this.view === null) return;
    const { anchor, head } = this.selection;
    const focused = this.view.dom === document.activeElement;
    // The browser drops its own selection when a field of the interface takes the focus; the passage must stay marked.
    if (anchor !== head && !focused) {
      const span = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
      CSS.highlights.set(KEPT_SELECTION, new Highlight(this.lines.rangeOf(span)));
    } else CSS.highlights.delete(KEPT_SELECTION);
    this.bar.hidden = !focused;
    if (!focused) return;
    const frame = this.bar.offsetParent?.getBoundingClientRect();
    if (frame === undefined) return;
    const box = this.lines.boxAt(head, this.side);
    this.bar.style.transform = `translate(${box.left - frame.left}px, ${box.top - frame.top}px)`;
    this.bar.style.height = `${box.bottom - box.top}px`;
    // Starting the animation again keeps the caret visible while it moves.
    for (const animation of this.bar.getAnimations()) animation.currentTime = 0;
  }
}
