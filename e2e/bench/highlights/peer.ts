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

  const annotationOf = ({ id, start, end }: BenchHighlight): TextAnnotation => {
    // The peer counts what the elements hold, and no element holds the line feeds.
    const feeds = (offset: number) => shown.slice(0, offset).split('\n').length - 1;
    const selector = { quote: shown.slice(start, end), start: start - feeds(start), end: end - feeds(end) };
    return {
      id,
      bodies: [],
      target: { annotation: id, selector: [selector as TextAnnotation['target']['selector'][0]] },
    };
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
      for (const highlight of highlights) prepared.set(highlight.id, annotationOf(highlight));
    },
    paint(highlights) {
      const way = location.hash;
      const revived = new Map(highlights.map(({ id }) => [id, reviveAnnotation(preparedOf(id), annotator!.element)]));
      const list = highlights.map(({ id }) => preparedOf(id));
      const t = performance.now();
      if (way === '#a') annotator?.setAnnotations(list, false);
      if (way === '#d') annotator?.setAnnotations(list.map((x) => revived.get(x.id)!));
      if (way === '#e')
        annotator?.state.store.bulkAddAnnotations(
          list.map((x) => revived.get(x.id)!),
          false,
        );
      if (way === '#b') annotator?.setAnnotations(list.map((x) => reviveAnnotation(x, annotator!.element)));
      if (way === '#c') annotator?.state.store.bulkAddAnnotations(list, false);
      console.log('sync', performance.now() - t);
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
