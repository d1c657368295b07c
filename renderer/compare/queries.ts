import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import type { ItemPassage } from '#domain/compare/item-passages.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import type { ComparedText, ComparisonQuestion } from '#domain/contract/comparison.ts';
import type { ReferenceText } from '#domain/contract/reference.ts';
import { annotationsQuery } from '../annotations/queries.ts';
import { type Comparison, comparedArticles } from '../app/comparison-place.ts';
import { send } from '../bridge/send.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { articleQuery } from '../reading/queries.ts';
import { referenceQuery } from '../references/queries.ts';
import { keys } from '../queries/keys.ts';
import { useSeen } from '../session/blind.ts';

/** A text side by side with others, as far as it is known. */
export interface ComparedPane {
  key: string;
  text: ComparedText;
  name: string;
  article: ArticleText | null;
  annotations: readonly Annotation[];
  reference: ReferenceText | null;
  /** What it says about categories, by start. */
  passages: readonly ItemPassage[];
  error: Error | null;
}

const noText: ComparedPane['annotations'] = [];
const everything: { coderIds?: string[] } = {};

/** The texts of a comparison with what they say about each item. */
export function useComparedPanes(texts: readonly ComparedText[]): ComparedPane[] {
  const { data: rows } = useArticles();
  const { coderIds } = useSeen(everything);
  const isArticle = ({ kind }: ComparedText) => kind === 'article';
  const articles = useQueries({ queries: texts.map((text) => articleQuery(text.id, isArticle(text))) });
  const annotations = useQueries({ queries: texts.map((text) => annotationsQuery(text.id, isArticle(text))) });
  const references = useQueries({ queries: texts.map((text) => referenceQuery(text.id, !isArticle(text))) });
  return texts.map((text, at): ComparedPane => {
    const article = articles[at]?.data ?? null;
    const reference = references[at]?.data ?? null;
    const own = annotationsOf(annotations[at]?.data ?? noText, coderIds);
    const row = rows?.find(({ id }) => id === text.id) ?? article;
    return {
      key: `${text.kind} ${text.id}`,
      text,
      name: row ? articleName(row) : (reference?.name ?? ''),
      article,
      annotations: own,
      reference,
      passages: reference === null ? annotatedIn(own, article?.revisionId) : divided(reference),
      error: articles[at]?.error ?? references[at]?.error ?? null,
    };
  });
}

/** What was made of something is made again only once that is another. */
function remembered<Of extends object, With, Made>(make: (of: Of, by: With) => Made): (of: Of, by: With) => Made {
  const known = new WeakMap<Of, { by: With; made: Made }>();
  return (of, by) => {
    const found = known.get(of);
    if (found !== undefined && found.by === by) return found.made;
    const made = make(of, by);
    known.set(of, { by, made });
    return made;
  };
}

const annotationsOf = remembered((all: readonly Annotation[], coderIds: readonly string[] | undefined) =>
  coderIds === undefined ? all : all.filter(({ coderId }) => coderIds.includes(coderId)),
);

const annotatedIn = remembered((annotations: readonly Annotation[], revisionId: string | undefined): ItemPassage[] =>
  annotations
    .filter((each) => each.anchorState === 'placed' && each.revisionId === revisionId)
    .flatMap(({ start, end, links }) => links.map(({ categoryId }) => ({ start, end, categoryId })))
    .toSorted((one, other) => one.start - other.start),
);

const dividedIn = remembered(({ divisions }: ReferenceText, _by: null): ItemPassage[] =>
  divisions.flatMap(({ start, end, categoryId }) => (categoryId === null ? [] : [{ start, end, categoryId }])),
);

/** What a reference text says about a category is the division that is tied to it. */
function divided(reference: ReferenceText): ItemPassage[] {
  return dividedIn(reference, null);
}

/** What is counted of the articles of a comparison; null where there is no article. */
export function useComparisonQuestion(comparison: Comparison): ComparisonQuestion | null {
  const seen = useSeen(everything);
  const { texts, codebookId } = comparison;
  return useMemo(() => {
    const articleIds = comparedArticles({ texts });
    return articleIds.length === 0 ? null : { articleIds, codebookId: codebookId ?? BUILTIN_CODEBOOK_ID, ...seen };
  }, [texts, codebookId, seen]);
}

export function useComparisonCount(question: ComparisonQuestion | null) {
  return useQuery({
    queryKey: keys.matrix({ comparison: question }),
    queryFn: () => (question === null ? null : send('comparison.count', question)),
    placeholderData: keepPreviousData,
  });
}

export function useWording(texts: readonly ComparedText[], least: number, wanted: boolean) {
  return useQuery({
    queryKey: keys.wording(texts, least),
    queryFn: () => send('comparison.runs', { texts: [...texts], least }),
    enabled: wanted && texts.length > 1,
  });
}
