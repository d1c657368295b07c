import { useEffect } from 'react';
import type { MarkLayer } from '../editor/marked-spans.ts';
import { markSpans } from '../reading/reader-handle.ts';
import { useArticle } from '../reading/queries.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';
import { useReuse } from './queries.ts';
import { whoseWordsIn } from './relation-proposals.ts';

const layers = ['reuse-exact', 'reuse-near', 'reuse-cited'] as const satisfies readonly MarkLayer[];

/** Marks in the open article the words that a reference text has too; draws nothing itself. */
export function ReuseMarks({ articleId }: { articleId: string }) {
  const blind = useBlind();
  const { preferences } = useSession();
  const wanted = !blind && (preferences.reuse ?? true);
  const { data: article } = useArticle(articleId);
  const runs = useReuse(articleId, wanted);
  useEffect(() => {
    if (!wanted || runs === null || article === undefined) return undefined;
    const whose = whoseWordsIn(article);
    const layerOf = (run: (typeof runs)[number]) =>
      whose(run.article) === 'own' ? `reuse-${run.kind}` : 'reuse-cited';
    for (const layer of layers) {
      const meant = runs.filter((run) => layerOf(run) === layer);
      markSpans(
        meant.flatMap(({ pieces }) => pieces.map((piece) => piece.article)),
        layer,
      );
    }
    return () => {
      for (const layer of layers) markSpans([], layer);
    };
  }, [runs, wanted, article]);
  return null;
}
