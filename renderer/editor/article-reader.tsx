import { type Content, Editor, Extension } from '@tiptap/core';
import { type ReactNode, type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Span } from '#domain/text/span.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { ReaderCaret } from './caret-plugin.ts';
import { ReaderHighlights } from './highlight-plugin.ts';
import { type MarkLayer, MarkedSpans } from './marked-spans.ts';
import { TextOffsets } from './offsets.ts';
import { pointerPlugin } from './pointer-plugin.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { changeRoles, type Role, readerDocument, readerExtensions } from './reader-document.ts';
import type { ReaderEvents } from './reader-events.ts';
import { ReaderGutter, type ShownParagraph } from './reader-gutter.tsx';
import type { ReaderCommand } from './reader-keys.ts';
import { ReaderStripes, type ShownStripes } from './reader-stripes.tsx';
import { adoptTints } from './reader-palette.ts';
import { type ParagraphBox, TextGeometry } from './text-geometry.ts';
import { textBlocks } from './text-blocks.ts';
import { findScroller, textBetween, visibleClip } from './visible-text.ts';
import './reader.css';
import './highlights.css';
import './stripes.css';

export type { ReaderAnnotation } from './reader-annotation.ts';
export type { MarkLayer } from './marked-spans.ts';
export type { Role } from './reader-document.ts';
export type { ShownParagraph } from './reader-gutter.tsx';
export type { ReaderStripe, ShownStripes } from './reader-stripes.tsx';
export type { ParagraphBox } from './text-geometry.ts';

export interface ReaderHandle {
  focus(): void;
  /** Trimmed and snapped to graphemes; null when nothing is selected. */
  getSelection(): Span | null;
  setSelection(span: Span | null): void;
  /** Selects a passage as she would herself: it is told, focused, and brought into view. */
  select(span: Span): void;
  /** Scrolls the span to the middle of what is visible, if it is not well inside it. */
  reveal(span: Span, options?: { flash?: boolean }): void;
  /** In CSS pixels of the window. */
  rectOf(span: Span): DOMRect | null;
  /** The first visible text offset. */
  topOffset(): number;
  /** The text offset at a height of the window, in CSS pixels; between paragraphs, the nearest. */
  offsetAt(top: number): number;
  /** Marks passages of a layer in place of those marked before; nothing scrolls. */
  mark(spans: readonly Span[], layer: MarkLayer): void;
  /** The moving end of the selection. */
  caretOffset(): number;
  /** Carries out a command about the caret and the selection; false when there was nothing to do. */
  run(command: ReaderCommand): boolean;
  /** Brings the caret to a text offset. */
  setCaret(offset: number): void;
  /** Where each paragraph is now, in CSS pixels of the window. */
  paragraphBoxes(): readonly ParagraphBox[];
}

export interface ArticleReaderProps extends ReaderEvents {
  text: string;
  roles: readonly Role[];
  lang: 'zh-Hant' | 'zh-Hans' | 'zh';
  /** Name of the text for a screen reader. */
  label: string;
  annotations: readonly ReaderAnnotation[];
  activeId: string | null;
  hoveredId?: string | null;
  /** In CSS pixels. */
  textSize: number;
  /** What stands to the left of the paragraphs in sight. */
  renderGutter?: ((paragraphs: readonly ShownParagraph[]) => ReactNode) | null;
  /** What stands to the right of the text; null draws nothing there. */
  stripes?: ShownStripes | null;
  ref?: Ref<ReaderHandle>;
}

interface MountedReader {
  editor: Editor;
  caret: ReaderCaret;
  highlights: ReaderHighlights;
  marked: MarkedSpans;
  geometry: TextGeometry;
  offsets: TextOffsets;
}

const FLASH = 'reader-flash';
const FLASH_MILLISECONDS = 1200;

/** An article set for reading, with its annotations painted over it; the text cannot be changed here. */
export function ArticleReader(props: ArticleReaderProps) {
  return <TextReader key={props.text} {...props} />;
}

/** One text for as long as it lives. */
function TextReader(props: ArticleReaderProps) {
  const { roles, lang, label, annotations, activeId, hoveredId = null, textSize, renderGutter, stripes, ref } = props;
  const frame = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedReader | null>(null);
  const latest = useRef(props);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    if (page.current === null || live.current === null) return undefined;
    const reader = mountReader(page.current, live.current, latest.current, {
      onSelect: (span) => latest.current.onSelect(span),
      onActivate: (ids, at) => latest.current.onActivate(ids, at),
      onHover: (ids) => latest.current.onHover?.(ids),
    });
    mounted.current = reader;
    return () => {
      mounted.current = null;
      reader.editor.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const view = mounted.current?.editor.view;
    const change = view === undefined ? null : changeRoles(view.state, roles);
    if (change !== null) view?.dispatch(change);
  }, [roles]);

  useLayoutEffect(() => {
    frame.current?.style.setProperty('--reader-size', `${textSize}px`);
  }, [textSize]);

  useLayoutEffect(() => {
    const dom = mounted.current?.editor.view.dom;
    dom?.setAttribute('aria-label', label);
    dom?.setAttribute('lang', lang);
  }, [label, lang]);

  useLayoutEffect(() => {
    mounted.current?.highlights.change({ annotations, activeId, hoveredId });
  }, [annotations, activeId, hoveredId]);

  useImperativeHandle(ref, () => readerHandle(mounted), []);
  // The one that is lifted out is painted at once; the others, all of them, step back a moment later.
  const stepBack = useAfterPaint(activeId !== null || hoveredId !== null);
  const activeBeside = useAfterPaint(activeId);
  const activate = useCallback((ids: string[], at: DOMRect) => latest.current.onActivate(ids, at), []);
  const hover = useCallback((ids: string[]) => latest.current.onHover?.(ids), []);
  const backToText = useCallback(() => mounted.current?.caret.focus(), []);

  return (
    <div ref={frame} className="reader" data-lifted={stepBack ? '' : undefined} lang={lang}>
      <div ref={page} className="reader-page" />
      {renderGutter && (
        <ReaderGutter frame={frame} page={page}>
          {renderGutter}
        </ReaderGutter>
      )}
      {stripes && (
        <ReaderStripes
          {...stripes}
          frame={frame}
          page={page}
          layout={mounted}
          activeId={activeBeside}
          hoveredId={hoveredId}
          onActivate={activate}
          onHover={hover}
          onLeave={backToText}
        />
      )}
      <div ref={live} className="reader-live" aria-live="polite" />
    </div>
  );
}

function mountReader(
  element: HTMLElement,
  live: HTMLElement,
  { text, roles, annotations, activeId, hoveredId = null }: ArticleReaderProps,
  events: ReaderEvents,
): MountedReader {
  adoptTints();
  const offsets = new TextOffsets(text);
  const blocks = textBlocks(text, offsets.paragraphs);
  const caret = new ReaderCaret(text, offsets, events, live);
  const highlights = new ReaderHighlights({ offsets, blocks }, { annotations, activeId, hoveredId });
  const marked = new MarkedSpans(offsets);
  const reading = Extension.create({
    name: 'reading',
    addProseMirrorPlugins: () => [highlights.plugin, caret.plugin(), marked.plugin(), pointerPlugin(caret, events)],
  });
  const editor = new Editor({
    element,
    onBeforeCreate: ({ editor }) => {
      // TipTap takes a document as it is, though its type does not say so.
      editor.options.content = readerDocument(editor.schema, text, roles) as unknown as Content;
    },
    extensions: [...readerExtensions, reading],
    editable: false,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: { attributes: { tabindex: '0', role: 'document' } },
  });
  return { editor, caret, highlights, marked, offsets, geometry: new TextGeometry(editor.view, offsets) };
}

function readerHandle(mounted: { readonly current: MountedReader | null }): ReaderHandle {
  return {
    focus: () => mounted.current?.caret.focus(),
    getSelection: () => mounted.current?.caret.selectedSpan ?? null,
    setSelection(span) {
      const caret = mounted.current?.caret;
      if (span === null) caret?.select(caret.selection.head, caret.selection.head);
      else caret?.select(span.start, span.end);
    },
    select({ start, end }) {
      if (mounted.current === null || end > mounted.current.offsets.length) return;
      mounted.current.caret.focus();
      mounted.current.caret.show(start, end);
      this.reveal({ start, end });
    },
    reveal(span, options) {
      if (mounted.current === null) return;
      const { geometry, editor } = mounted.current;
      const rect = geometry.rectOf(span);
      if (rect === null) return;
      const scroller = findScroller(editor.view.dom);
      const { top, bottom } = visibleClip(scroller);
      const height = bottom - top;
      if (rect.top < top + height / 8 || rect.bottom > bottom - height / 8) {
        const above = Math.max(height / 8, (height - rect.height) / 2);
        (scroller ?? document.documentElement).scrollBy({ top: rect.top - top - above, behavior: 'instant' });
      }
      if (options?.flash !== true) return;
      const flash = new Highlight(geometry.rangeOf(span));
      CSS.highlights.set(FLASH, flash);
      setTimeout(() => {
        if (CSS.highlights.get(FLASH) === flash) CSS.highlights.delete(FLASH);
      }, FLASH_MILLISECONDS);
    },
    rectOf: (span) => mounted.current?.geometry.rectOf(span) ?? null,
    topOffset() {
      if (mounted.current === null) return 0;
      const { editor, offsets } = mounted.current;
      const dom = editor.view.dom;
      const clip = visibleClip(findScroller(dom));
      const box = dom.getBoundingClientRect();
      const hit = editor.view.posAtCoords({ left: box.left + box.width / 2, top: Math.max(clip.top, box.top) + 4 });
      if (hit !== null) return offsets.offsetOf(hit.pos);
      return textBetween(dom, offsets, clip)?.start ?? 0;
    },
    offsetAt(top) {
      if (mounted.current === null) return 0;
      const { editor, offsets, geometry } = mounted.current;
      const box = editor.view.dom.getBoundingClientRect();
      const hit = editor.view.posAtCoords({ left: box.left + box.width / 2, top });
      if (hit !== null) return offsets.offsetOf(hit.pos);
      const boxes = geometry.paragraphBoxes();
      return (boxes.find(({ bottom }) => bottom >= top) ?? boxes.at(-1))?.start ?? 0;
    },
    mark: (spans, layer) => mounted.current?.marked.mark(spans, layer),
    caretOffset: () => mounted.current?.caret.selection.head ?? 0,
    run: (command) => mounted.current?.caret.run(command) ?? false,
    setCaret: (offset) => mounted.current?.caret.select(offset, offset),
    paragraphBoxes: () => mounted.current?.geometry.paragraphBoxes() ?? [],
  };
}
