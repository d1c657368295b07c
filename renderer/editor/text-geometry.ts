import type { EditorView } from '@tiptap/pm/view';
import type { Span } from '#domain/text/span.ts';
import type { CaretBox, Direction, LineGeometry } from './motions.ts';
import type { TextOffsets } from './offsets.ts';

interface TextPoint {
  node: Text;
  offset: number;
}

/** A paragraph with where it is set, in CSS pixels of the window. */
export interface ParagraphBox extends Span {
  top: number;
  bottom: number;
}

/** Where the view has set the text, asked of the browser's layout. */
export class TextGeometry implements LineGeometry {
  private readonly view: EditorView;
  private readonly offsets: TextOffsets;

  constructor(view: EditorView, offsets: TextOffsets) {
    this.view = view;
    this.offsets = offsets;
  }

  boxAt(offset: number, side: Direction): CaretBox {
    const { start, end, index } = this.offsets.paragraphAt(offset);
    if (start === end) return this.emptyBox(index);
    const before = offset === end || (side === -1 && offset > start);
    const point = this.textPoint(offset, before ? -1 : 1);
    const range = document.createRange();
    range.setStart(point.node, before ? point.offset - unitsBefore(point) : point.offset);
    range.setEnd(point.node, before ? point.offset : point.offset + unitsAfter(point));
    const rects = range.getClientRects();
    const rect = before ? rects[rects.length - 1] : rects[0];
    if (rect === undefined) return this.emptyBox(index);
    return { left: before ? rect.right : rect.left, top: rect.top, bottom: rect.bottom };
  }

  /** The box around all of the span; null when the layout shows none of it, or it is of a longer text than this one. */
  rectOf(span: Span): DOMRect | null {
    if (span.end > this.offsets.length) return null;
    const range = this.rangeOf(span);
    const rect = range.getBoundingClientRect();
    return rect.width === 0 && rect.height === 0 ? null : rect;
  }

  paragraphBoxes(): ParagraphBox[] {
    return this.offsets.paragraphs.flatMap(({ start, end }, index) => {
      const element = this.view.dom.children[index];
      if (element === undefined) return [];
      const { top, bottom } = element.getBoundingClientRect();
      return [{ start, end, top, bottom }];
    });
  }

  rangeOf(span: Span): Range {
    const { from, to } = this.offsets.rangeOf(span);
    const range = document.createRange();
    const start = this.view.domAtPos(from, 1);
    const end = this.view.domAtPos(to, -1);
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  private textPoint(offset: number, side: Direction): TextPoint {
    const { node, offset: at } = this.view.domAtPos(this.offsets.positionOf(offset), side);
    if (node instanceof Text) return { node, offset: at };
    let child: Node | null | undefined = node.childNodes[side === 1 ? at : at - 1];
    while (child && !(child instanceof Text)) child = side === 1 ? child.firstChild : child.lastChild;
    if (!child) throw new Error(`no text at ${offset}`);
    return { node: child, offset: side === 1 ? 0 : child.length };
  }

  private emptyBox(index: number): CaretBox {
    const element = this.view.dom.children[index];
    if (element === undefined) throw new RangeError(`no paragraph ${index}`);
    const { left, top, bottom } = element.getBoundingClientRect();
    return { left: left + Number.parseFloat(getComputedStyle(element).textIndent), top, bottom };
  }
}

function unitsBefore({ node, offset }: TextPoint): number {
  return offset > 1 && /[\uDC00-\uDFFF]/.test(node.data.charAt(offset - 1)) ? 2 : 1;
}

function unitsAfter({ node, offset }: TextPoint): number {
  return /[\uD800-\uDBFF]/.test(node.data.charAt(offset)) ? 2 : 1;
}
