import { citeApa, citeGbt7714 } from '#domain/citation/cite.ts';
import { type Alteration, alterationsIn, quotePassage } from '#domain/citation/quote-passage.ts';
import { writeQuotation } from '#domain/citation/write-quotation.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { reportLabels } from '#domain/languages/report/index.ts';
import { createPlaces } from '#domain/report/places.ts';
import { type Span, splitsPair } from '#domain/text/span.ts';
import { alterationsOf } from './alterations.ts';
import { findAnnotation } from './annotations.ts';
import { getArticle } from './articles.ts';
import type { ReadContext } from './context.ts';

type Asked = Input<'quotation.write'>;
type Said = Pick<Annotation, 'voice' | 'translation' | 'anchorState' | 'exact'>;

export function writeQuotations(context: ReadContext, input: Asked): Output<'quotation.write'> {
  const quoteFrom = quoter(context, input);
  if (!('annotationIds' in input.of)) {
    const { articleId, revisionId, span } = input.of;
    const article = getArticle(context, { articleId });
    if (article.revisionId !== revisionId)
      throw new Refusal(
        'conflict',
        'revision-missing',
        'The text of this article was changed meanwhile: look at it again and select the passage there.',
        { found: article.revisionId },
      );
    assertSpan(article.text, span);
    return { text: quoteFrom(articleId, span, null) };
  }
  const quotations = input.of.annotationIds.flatMap((id) => {
    const annotation = findAnnotation(context.db, id);
    return annotation === null ? [] : [quoteFrom(annotation.articleId, annotation, annotation)];
  });
  if (quotations.length === 0)
    throw new Refusal('not-found', 'annotation-missing', 'There is no such annotation; it may be in the bin.');
  return { text: quotations.join('\n\n') };
}

interface Known {
  article: ArticleText;
  alterations: readonly Alteration[];
  placeOf: ReturnType<typeof createPlaces>;
}

/** Each article is read once, however many passages of it are quoted. */
function quoter(context: ReadContext, { style, mode, language }: Asked) {
  const labels = reportLabels(language);
  const articles = new Map<string, Known>();
  const know = (articleId: string): Known => {
    let known = articles.get(articleId);
    if (known === undefined) {
      const article = getArticle(context, { articleId });
      known = {
        article,
        alterations: alterationsOf(context.db, article.revisionId),
        placeOf: createPlaces(article.text),
      };
      articles.set(articleId, known);
    }
    return known;
  };
  return (articleId: string, span: Span, said: Said | null): string => {
    const { article, alterations, placeOf } = know(articleId);
    const lost = said?.anchorState === 'orphan';
    const slice = (start: number, end: number) => article.text.slice(start, end);
    const imported = mode === 'imported' && !lost && alterationsIn(span, alterations).length > 0;
    return writeQuotation(
      {
        quote: lost ? said.exact : quotePassage(span, alterations, mode, { slice, convert: (text) => text }),
        marks: imported ? [labels.importedMark] : [],
        voice: said?.voice ?? null,
        place: lost ? null : placeOf(span),
        translation: said?.translation ?? '',
        citation: style === 'apa' ? citeApa(article) : citeGbt7714(article),
      },
      labels,
    );
  };
}

function assertSpan(text: string, { start, end }: Span): void {
  if (start < end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end)) return;
  throw new Refusal('invalid', 'span-outside', 'This passage does not lie in the text: select it anew.', {
    start,
    end,
    length: text.length,
  });
}
