import { createAnnotation, listAnnotations, removeAnnotation, updateAnnotation } from './annotations.ts';
import { getArticle, getOriginal, listArticles, removeArticle, setRole, updateArticle } from './articles.ts';
import { checkCorpus } from './check.ts';
import { setCodingStatus } from './coding-status.ts';
import { countCategories, listCodebooks } from './codebooks.ts';
import { listCoders } from './coders.ts';
import type { InternalWrites, Reads, WriteContext, Writes } from './context.ts';
import { historyState, listHistory, redo, undo } from './history.ts';
import { insertArticle } from './insert-article.ts';

export const reads: Reads = {
  'corpus.check': checkCorpus,
  'coder.list': listCoders,
  'article.list': listArticles,
  'article.get': getArticle,
  'article.original': getOriginal,
  'annotation.list': listAnnotations,
  'codebook.list': listCodebooks,
  'category.counts': countCategories,
  'history.list': listHistory,
  'history.state': historyState,
};

export const writes: Writes = {
  'article.update': updateArticle,
  'article.setRole': setRole,
  'article.remove': removeArticle,
  'codingStatus.set': setCodingStatus,
  'annotation.create': createAnnotation,
  'annotation.update': updateAnnotation,
  'annotation.remove': removeAnnotation,
  'history.undo': undo,
  'history.redo': redo,
};

/** No host takes these from outside. */
export const internalWrites: {
  [Name in keyof InternalWrites]: (
    context: WriteContext,
    input: InternalWrites[Name]['input'],
  ) => InternalWrites[Name]['output'];
} = {
  'article.insert': insertArticle,
  // Every write enters its coder; this one does nothing else.
  'coder.enter': () => ({}),
};
