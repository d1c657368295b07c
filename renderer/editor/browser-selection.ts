import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What the browser has selected in the view, by mouse or by a screen reader; null when that is not in the view. */
export function browserSelection(view: EditorView): TextSelection | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !(view.dom.contains(anchorNode) || view.dom.contains(focusNode))) return null;
  const { doc } = view.state;
  const anchor = doc.resolve(positionIn(view, anchorNode, anchorOffset ?? 0));
  const selection = TextSelection.between(anchor, doc.resolve(positionIn(view, focusNode, focusOffset ?? 0)));
  return selection instanceof TextSelection ? selection : null;
}

/** A drag may end outside the text: it then reaches to the text's end on that side. */
function positionIn(view: EditorView, node: Node, offset: number): number {
  if (view.dom.contains(node)) return view.posAtDOM(node, offset);
  const after = view.dom.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return after ? view.state.doc.content.size : 0;
}
