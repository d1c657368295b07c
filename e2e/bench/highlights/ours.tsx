import { createRoot, type Root } from 'react-dom/client';
import { ArticleReader, type ReaderAnnotation } from '../../../renderer/editor/article-reader.tsx';
import type { BenchHighlight, BenchProgram } from './program.ts';

export function ourReader(): BenchProgram {
  let root: Root | null = null;
  let shown = '';
  let annotations: ReaderAnnotation[] = [];
  const prepared = new Map<string, ReaderAnnotation>();

  const render = () =>
    root?.render(
      <ArticleReader
        text={shown}
        roles={[]}
        lang="zh-Hant"
        label="Text"
        annotations={annotations}
        activeId={null}
        textSize={18}
        onSelect={() => undefined}
        onActivate={() => undefined}
      />,
    );

  return {
    showText(text, into) {
      shown = text;
      root = createRoot(into);
      render();
    },
    prepare(highlights) {
      for (const highlight of highlights) prepared.set(highlight.id, annotationOf(highlight));
    },
    paint(highlights) {
      annotations = highlights.flatMap(({ id }) => prepared.get(id) ?? []);
      render();
    },
    add({ id }) {
      annotations = [...annotations, ...[prepared.get(id) ?? []].flat()];
      render();
    },
    hasAny: () => document.querySelector('mark[data-ids]') !== null,
    has: (id) => document.querySelector(`mark[data-ids~="${id}"]`) !== null,
  };
}

function annotationOf({ id, start, end, colour }: BenchHighlight): ReaderAnnotation {
  return { id, start, end, colours: [colour], label: String(colour), status: 'settled' };
}
