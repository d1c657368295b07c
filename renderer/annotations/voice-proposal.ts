import { useMemo } from 'react';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Span } from '#domain/text/span.ts';
import { type VoiceProposal, voiceReader } from '#domain/voice/propose-voice.ts';
import { useArticle } from '../reading/queries.ts';

export interface ProposedVoice extends VoiceProposal {
  /** The text in which the evidence stands. */
  text: string;
}

const readers = new WeakMap<ArticleText, ReturnType<typeof voiceReader>>();

function readerOf(article: ArticleText) {
  const made = readers.get(article) ?? voiceReader(article.text);
  readers.set(article, made);
  return made;
}

interface Passage {
  articleId: string;
  revisionId: string;
  span: Span;
  /** Nothing is looked for where a voice is known, or the passage is gone. */
  wanted: boolean;
}

/** Who seems to speak in a passage; null where the text does not say, or has become another. */
export function useProposedVoice({ articleId, revisionId, span, wanted }: Passage): ProposedVoice | null {
  const { data: article } = useArticle(articleId);
  const { start, end } = span;
  return useMemo(() => {
    if (!wanted || article?.revisionId !== revisionId) return null;
    const proposal = readerOf(article)({ start, end });
    return proposal === null ? null : { ...proposal, text: article.text };
  }, [article, revisionId, start, end, wanted]);
}
