import { counterpartOf, type ItemPassage, passageAt, passagesOf, runAt } from '#domain/compare/item-passages.ts';
import type { WordingInCommon } from '#domain/contract/comparison.ts';
import type { LineUpBy } from '../app/comparison-place.ts';
import type { TextOnScreen } from '../reading/article-text.tsx';

/** What is read stands at this part of a pane's height. */
export const READING_LINE = 0.3;

export interface LinedUp {
  by: LineUpBy;
  passages: readonly (readonly ItemPassage[])[];
  screens: readonly (TextOnScreen | null)[];
  wording: WordingInCommon | null;
  item: string | null;
  onItem: (categoryId: string) => void;
}

/**
 * Keeps texts side by side at what belongs together: the text that she scrolls leads, the others follow. A text that was
 * moved by following never leads.
 */
export class LineUp {
  /** The place of the text that she moves. */
  private leading: number | null = null;
  private passage: ItemPassage | null = null;
  private frame = 0;
  private now: LinedUp | null = null;
  private root: HTMLElement | null = null;

  update(now: LinedUp): void {
    this.now = now;
  }

  attach(root: HTMLElement): () => void {
    this.root = root;
    const over = new AbortController();
    const options = { capture: true, passive: true, signal: over.signal };
    const lead = (event: Event) => this.lead(placeOf(event.target));
    for (const act of ['wheel', 'pointerdown', 'touchstart', 'keydown']) root.addEventListener(act, lead, options);
    root.addEventListener('scroll', (event) => this.scrolled(event.target), options);
    return () => {
      over.abort();
      cancelAnimationFrame(this.frame);
      this.root = null;
    };
  }

  /** Brings every text that says something about a category to it; asked for again, to its next passage there. */
  toItem(categoryId: string, again = false): void {
    if (this.now === null) return;
    const all = this.now.passages.map((each) => passagesOf(each, categoryId));
    const most = Math.max(...all.map(({ length }) => length));
    const longest = all.find(({ length }) => length === most) ?? [];
    const before = longest.findIndex(({ start }) => start === this.passage?.start);
    const place = again && most > 0 ? (before + 1) % most : 0;
    this.passage = longest[place] ?? null;
    this.lead(null);
    for (const [at, own] of all.entries()) {
      const passage = own[Math.min(place, own.length - 1)];
      if (passage !== undefined) this.bring(at, passage.start);
    }
  }

  private lead(at: number | null): void {
    if (at === this.leading) return;
    this.leading = at;
    for (const pane of this.root?.querySelectorAll<HTMLElement>('.compare-pane') ?? [])
      pane.toggleAttribute('data-leading', at !== null && pane.dataset.at === String(at));
  }

  private scrolled(target: EventTarget | null): void {
    const { leading, now } = this;
    if (now === null || leading === null || now.by === 'free' || target !== now.screens[leading]?.scroller) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() =>
      now.by === 'item' ? this.followItem(leading) : this.followWording(leading),
    );
  }

  private followItem(leading: number): void {
    if (this.now === null) return;
    const { passages, item, onItem } = this.now;
    const own = passages[leading] ?? [];
    const at = this.offsetAtLine(leading);
    const passage = at === null ? null : passageAt(own, at, item);
    if (passage === null) return;
    const same = passage.start === this.passage?.start && passage.categoryId === this.passage.categoryId;
    if (same && passage.categoryId === item) return;
    this.passage = passage;
    onItem(passage.categoryId);
    for (const [place, theirs] of passages.entries()) {
      const there = place === leading ? null : counterpartOf(passage, own, theirs);
      if (there !== null) this.bring(place, there.start);
    }
  }

  private followWording(leading: number): void {
    if (this.now === null) return;
    const { wording, screens } = this.now;
    const at = this.offsetAtLine(leading);
    if (wording === null || at === null) return;
    for (const { a, b, runs } of wording.pairs) {
      if (a !== leading && b !== leading) continue;
      const follower = a === leading ? b : a;
      const sided = runs.map((run) => (a === leading ? { own: run.a, other: run.b } : { own: run.b, other: run.a }));
      const run = runAt(sided, at);
      const top = run && screens[leading]?.reader?.rectOf({ start: run.own.start, end: run.own.start + 1 })?.top;
      if (run && top != null) this.bring(follower, run.other.start, top);
    }
  }

  private offsetAtLine(at: number): number | null {
    const screen = this.now?.screens[at];
    return screen?.scroller && screen.reader ? screen.reader.offsetAt(lineOf(screen.scroller)) : null;
  }

  /** Scrolls a text until an offset stands at the reading line, or at a height of the window. */
  private bring(at: number, offset: number, height?: number): void {
    const screen = this.now?.screens[at];
    if (!screen?.scroller || !screen.reader) return;
    const rect = screen.reader.rectOf({ start: offset, end: offset + 1 });
    if (rect === null) return;
    screen.scroller.scrollBy({
      top: rect.top - (height ?? lineOf(screen.scroller) - rect.height / 2),
      behavior: 'instant',
    });
  }
}

function lineOf(scroller: HTMLElement): number {
  const { top, height } = scroller.getBoundingClientRect();
  return top + height * READING_LINE;
}

function placeOf(target: EventTarget | null): number | null {
  const pane = target instanceof Element ? target.closest<HTMLElement>('.compare-pane') : null;
  return pane === null ? null : Number(pane.dataset.at);
}
