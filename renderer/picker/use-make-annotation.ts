import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Voice } from '#domain/contract/values.ts';
import type { Span } from '#domain/text/span.ts';
import { useCreateAnnotation } from '../annotations/mutations.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { getPlace } from '../app/place.ts';
import { type ChosenCategory, chosenOf, type Draft, linkOf, openPicker } from './picker-state.ts';
import { rememberLinks } from './recent-categories.ts';

interface NewAnnotation {
  span: Span;
  exact: string;
  chosen: readonly ChosenCategory[];
  note?: string;
  voice?: Voice | null;
}

/** Makes annotations; what was refused stands in the picker again, with the reason. */
export function useMakeAnnotation(): (
  article: Pick<ArticleText, 'id' | 'revisionId'>,
  annotation: NewAnnotation,
) => void {
  const create = useCreateAnnotation((input, thrown) => {
    if (getPlace().articleId !== input.articleId) {
      alertFailure(thrown);
      return;
    }
    const chosen = input.links.map(chosenOf);
    const draft: Draft = { chosen, note: input.note ?? '', voice: input.voice ?? null };
    const { articleId, revisionId, span, exact } = input;
    openPicker({ articleId, revisionId, span, exact, draft, error: failureText(thrown) });
  });
  return ({ id: articleId, revisionId }, { chosen, ...entered }) => {
    const id = uuidv7();
    const links = chosen.map(linkOf);
    rememberLinks(id, links);
    create({ id, articleId, revisionId, ...entered, links });
  };
}
