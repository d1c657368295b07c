import {
  createTextAnnotator,
  reviveAnnotation,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import '../../../renderer/editor/reader.css';
import type { BenchHighlight, BenchProgram } from './program.ts';

export function peerReader(renderer: 'CSS_HIGHLIGHTS' | 'SPANS'): BenchProgram {
  let annotator: TextAnnotator | null = null;
  let shown = '';

  // The peer counts what the elements hold, and no element holds the line feeds. `setAnnotations` of this version paints
  // only what has a DOM range already, so it gets one, outside the timing: the way most favourable to it.
  const annotationOf = ({ id, start, end }: BenchHighlight, container: HTMLElement): TextAnnotation => {
    const feeds = (offset: number) => shown.slice(0, offset).split('\n').length - 1;
    const range = document.createRange();
    const selector = { quote: shown.slice(start, end), start: start - feeds(start), end: end - feeds(end), range };
    return reviveAnnotation({ id, bodies: [], target: { annotation: id, selector: [selector] } }, container);
  };
  const prepared = new Map<string, TextAnnotation>();

  return {
    showText(text, into) {
      shown = text;
      into.className = 'reader';
      const page = document.createElement('div');
      page.className = 'reader-page';
      const content = document.createElement('div');
      content.className = 'ProseMirror';
      for (const paragraph of text.split('\n')) {
        const element = document.createElement('p');
        element.textContent = paragraph;
        content.append(element);
      }
      page.append(content);
      into.append(page);
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(content, { renderer });
    },
    prepare(highlights) {
      if (annotator === null) throw new Error('the text comes first');
      for (const highlight of highlights) prepared.set(highlight.id, annotationOf(highlight, annotator.element));
    },
    paint(highlights) {
      annotator?.setAnnotations(highlights.map(({ id }) => preparedOf(id)));
    },
    add({ id }) {
      annotator?.addAnnotation(preparedOf(id));
    },
    hasAny: () => (renderer === 'SPANS' ? document.querySelector('.r6o-annotation') !== null : CSS.highlights.size > 0),
    has: (id) =>
      renderer === 'SPANS'
        ? document.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null
        : CSS.highlights.has(`_${id}`),
  };

  function preparedOf(id: string): TextAnnotation {
    const annotation = prepared.get(id);
    if (annotation === undefined) throw new Error(`highlight ${id} was not prepared`);
    return annotation;
  }
}
