import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { carrySpan, type NetChange } from '#domain/text/carry.ts';
import { assignLanes, flattenSpans } from '#domain/text/segments.ts';
import { correctionsIn } from './correction-steps.ts';
import { TextOffsets } from './offsets.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { segmentAttributes } from './segment-style.ts';

const key = new PluginKey<DecorationSet>('carried highlights');

/** The annotations where they will stand once the changes are saved; those left without words are not there. */
function carried(annotations: readonly ReaderAnnotation[], changes: readonly NetChange[]): ReaderAnnotation[] {
  return annotations.flatMap((annotation) => {
    const span = carrySpan(annotation, changes);
    return span === null ? [] : [{ ...annotation, ...span }];
  });
}

/**
 * Paints annotations in a text that is being edited. While typing goes on they follow by the mapping of each step; what
 * undo brings back gets its highlights back from the net changes.
 */
export function carriedHighlights(annotations: readonly ReaderAnnotation[]): Plugin<DecorationSet> {
  const paint = (state: EditorState) => {
    const { net, text } = correctionsIn(state);
    const shown = carried(annotations, net);
    const byId = new Map(shown.map((annotation) => [annotation.id, annotation]));
    const lanes = assignLanes(shown);
    const offsets = new TextOffsets(text);
    const context = { byId, lanes, activeId: null, hoveredId: null };
    const decorations = flattenSpans(shown).flatMap((segment) => {
      const attributes = segmentAttributes(segment, context);
      // A passage over several paragraphs is painted in each.
      return offsets.paragraphs
        .slice(offsets.paragraphAt(segment.start).index, offsets.paragraphAt(segment.end).index + 1)
        .flatMap((paragraph) => {
          const start = Math.max(segment.start, paragraph.start);
          const end = Math.min(segment.end, paragraph.end);
          return start < end ? [Decoration.inline(offsets.positionOf(start), offsets.positionOf(end), attributes)] : [];
        });
    });
    return DecorationSet.create(state.doc, decorations);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => paint(state),
      apply(transaction, set, _before, state) {
        if (!transaction.docChanged) return set;
        const turned = transaction.getMeta('history$') !== undefined;
        return turned ? paint(state) : set.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
