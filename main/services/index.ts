import { createAnnotation, listAnnotations, removeAnnotation, updateAnnotation } from './annotations.ts';
import { listEvidence } from './article-evidence.ts';
import {
  getArticle,
  getOriginal,
  listArticles,
  removeArticle,
  setExclusion,
  setRole,
  updateArticle,
} from './articles.ts';
import { checkCorpus } from './check.ts';
import { setCodingStatus } from './coding-status.ts';
import { countCategories, listCodebooks } from './codebooks.ts';
import { listCoders } from './coders.ts';
import type { InternalWrites, Reads, WriteContext, Writes } from './context.ts';
import { historyState, listHistory, redo, undo } from './history.ts';
import { corpusFlow } from './corpus-flow.ts';
import { decideDuplicate, listDuplicates } from './duplicates.ts';
import { createFamily, leaveFamily, listFamilies, setFamilySource, setReprintCounting } from './families.ts';
import { listImports } from './import-log.ts';
import { storeImport } from './insert-article.ts';
import { decideRepairs, listRepairs } from './repairs.ts';

export const reads: Reads = {
  'corpus.check': checkCorpus,
  'coder.list': listCoders,
  'article.list': listArticles,
  'article.get': getArticle,
  'article.original': getOriginal,
  'article.evidence': listEvidence,
  'repair.list': listRepairs,
  'duplicate.list': listDuplicates,
  'family.list': listFamilies,
  'import.list': listImports,
  'corpus.flow': corpusFlow,
  'annotation.list': listAnnotations,
  'codebook.list': listCodebooks,
  'category.counts': countCategories,
  'history.list': listHistory,
  'history.state': historyState,
};

export const writes: Writes = {
  'article.update': updateArticle,
  'article.setRole': setRole,
  'article.setExclusion': setExclusion,
  'article.remove': removeArticle,
  'repair.decide': decideRepairs,
  'duplicate.decide': decideDuplicate,
  'family.create': createFamily,
  'family.setSource': setFamilySource,
  'family.leave': leaveFamily,
  'reprintCounting.set': setReprintCounting,
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
  'import.store': storeImport,
  // Every write enters its coder; this one does nothing else.
  'coder.enter': () => ({}),
};
