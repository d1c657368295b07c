import { useEffect } from 'react';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';
import { markSpans } from '../reading/reader-handle.ts';
import { useReuse } from './queries.ts';

/** Marks in the open article the words that a reference text has too; draws nothing itself. */
export function ReuseMarks({ articleId }: { articleId: string }) {
  const blind = useBlind();
  const { preferences } = useSession();
  const wanted = !blind && (preferences.reuse ?? true);
  const runs = useReuse(articleId, wanted);
  useEffect(() => {
    if (!wanted || runs === null) return undefined;
    const piecesOf = (kind: 'exact' | 'near') =>
      runs.filter((run) => run.kind === kind).flatMap(({ pieces }) => pieces.map(({ article }) => article));
    markSpans(piecesOf('exact'), 'reuse-exact');
    markSpans(piecesOf('near'), 'reuse-near');
    return () => {
      markSpans([], 'reuse-exact');
      markSpans([], 'reuse-near');
    };
  }, [runs, wanted]);
  return null;
}
