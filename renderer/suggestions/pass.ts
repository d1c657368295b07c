import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Output } from '#domain/contract/index.ts';
import { runJob } from '../bridge/run-job.ts';
import { keys } from '../queries/keys.ts';

export type Found = Output<'suggestion.find'>;
export type Suggested = Found['sentences'][number];

/** The suggestions for an article, computed anew whenever they are looked at: they learn from what was linked meanwhile. */
export function useSuggestions(article: Pick<ArticleText, 'id' | 'revisionId'> | undefined) {
  const { id = '', revisionId = '' } = article ?? {};
  return useQuery({
    queryKey: keys.suggestions(revisionId),
    queryFn: () => runJob('suggestion.find', { articleId: id }),
    enabled: article !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Whether a passage of the coder's own stands in a sentence, over more than half of it or of the passage. */
export function isCoded(sentence: Suggested, annotations: readonly Annotation[]): boolean {
  return annotations.some(({ start, end, anchorState }) => {
    if (anchorState !== 'placed') return false;
    const common = Math.min(end, sentence.end) - Math.max(start, sentence.start);
    return common * 2 > Math.min(end - start, sentence.end - sentence.start);
  });
}

/**
 * The sentence that the pass goes to: the first from `from` on, or before it, that is not coded and for which anything
 * but "none" comes first; -1 when there is none.
 */
export function nextToDecide(
  sentences: readonly Suggested[],
  annotations: readonly Annotation[],
  from: number,
  step: 1 | -1,
): number {
  for (let at = from; at >= 0 && at < sentences.length; at += step) {
    const sentence = sentences[at];
    if (sentence !== undefined && sentence.suggestions[0]?.categoryId != null && !isCoded(sentence, annotations))
      return at;
  }
  return -1;
}
