import { createAnnotation, listAnnotations, removeAnnotation, updateAnnotation } from './annotations.ts';
import { annotateHits } from './annotate-hits.ts';
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
import { articleAsOf } from './article-as-of.ts';
import { listArticleLinks, setArticleLinks } from './article-links.ts';
import { listBin, restoreFromBin } from './bin.ts';
import {
  createCategory,
  mergeCategory,
  moveCategory,
  removeCategory,
  splitCategory,
  updateCategory,
  usesOfCategory,
} from './categories.ts';
import { checkCorpus } from './check.ts';
import { countComparison, wordingInCommon } from './comparisons.ts';
import { setCodingStatus } from './coding-status.ts';
import {
  countCategories,
  createCodebook,
  listCodebookRevisions,
  listCodebooks,
  removeCodebook,
  updateCodebook,
} from './codebooks.ts';
import { getCodingRules, setCodingRules } from './coding-rules.ts';
import { listCoders } from './coders.ts';
import type { InternalWrites, Reads, WriteContext, Writes } from './context.ts';
import { previewExchange } from './exchange-preview.ts';
import { storeExchange } from './exchange-store.ts';
import { findAnnotations, getAnnotations } from './find-annotations.ts';
import { countText, findText } from './find-text.ts';
import { createFormula, listFormulaPassages, listFormulas, removeFormula, updateFormula } from './formulas.ts';
import { getFinding, listFindings, removeFinding, storeFinding, updateFinding } from './findings.ts';
import { historyState, listHistory, redo, undo } from './history.ts';
import { listHistoryChanges } from './history-changes.ts';
import { corpusFlow } from './corpus-flow.ts';
import { decideDuplicate, listDuplicates } from './duplicates.ts';
import { createFamily, leaveFamily, listFamilies, setFamilySource, setReprintCounting } from './families.ts';
import { listImports } from './import-log.ts';
import { answerMatrix, answerPairs, answerSentences, answerSequences } from './matrix.ts';
import { createMemo, listMemos, removeMemo, updateMemo } from './memos.ts';
import { createState, listStates, removeState } from './named-states.ts';
import { makeCodebookOf, setDivision } from './reference-divisions.ts';
import { storeReference } from './reference-import.ts';
import {
  createReferenceLink,
  listLinkedPassages,
  listReferenceLinks,
  removeReferenceLink,
  updateReferenceLink,
} from './reference-links.ts';
import { writeQuotations } from './quotations.ts';
import { listReferences, readReference, removeReference, updateReference } from './references.ts';
import { listReuse, listTakenUp, storeReuse } from './reuse.ts';
import { freezeSuggestions, refuseSuggestion, suggestForPassage, suggestionLearning } from './suggestions.ts';
import { confirmLinks, recodeAnnotations } from './recode.ts';
import { storeImport } from './insert-article.ts';
import { decideRepairs, listRepairs } from './repairs.ts';
import { removeSample, storeSample } from './sample.ts';
import { listReportTemplates, removeReportTemplate, saveReportTemplate } from './report-templates.ts';
import { correctArticle, listRevisionChanges, listRevisions } from './revisions.ts';

export const reads: Reads = {
  'corpus.check': checkCorpus,
  'coder.list': listCoders,
  'article.list': listArticles,
  'article.get': getArticle,
  'article.original': getOriginal,
  'article.evidence': listEvidence,
  'repair.list': listRepairs,
  'revision.list': listRevisions,
  'revision.changes': listRevisionChanges,
  'duplicate.list': listDuplicates,
  'family.list': listFamilies,
  'import.list': listImports,
  'corpus.flow': corpusFlow,
  'annotation.list': listAnnotations,
  'annotation.find': findAnnotations,
  'annotation.get': getAnnotations,
  'text.find': findText,
  'text.count': countText,
  'matrix.count': answerMatrix,
  'matrix.pairs': answerPairs,
  'matrix.sequences': answerSequences,
  'matrix.sentences': answerSentences,
  'comparison.runs': wordingInCommon,
  'comparison.count': countComparison,
  'finding.list': listFindings,
  'finding.get': getFinding,
  'codebook.list': listCodebooks,
  'codebook.revisions': listCodebookRevisions,
  'category.uses': usesOfCategory,
  'articleLink.list': listArticleLinks,
  'codingRules.get': getCodingRules,
  'memo.list': listMemos,
  'category.counts': countCategories,
  'history.list': listHistory,
  'history.state': historyState,
  'history.changes': listHistoryChanges,
  'article.asOf': articleAsOf,
  'bin.list': listBin,
  'state.list': listStates,
  'reference.list': listReferences,
  'reference.get': readReference,
  'referenceLink.list': listReferenceLinks,
  'formula.list': listFormulas,
  'formula.passages': listFormulaPassages,
  'referenceLink.passages': listLinkedPassages,
  'reuse.list': listReuse,
  'reuse.takenUp': listTakenUp,
  'suggestion.forPassage': suggestForPassage,
  'suggestion.learning': suggestionLearning,
  'reportTemplate.list': listReportTemplates,
  'quotation.write': writeQuotations,
  'exchange.preview': previewExchange,
};

export const writes: Writes = {
  'article.update': updateArticle,
  'article.setRole': setRole,
  'article.setExclusion': setExclusion,
  'article.remove': removeArticle,
  'repair.decide': decideRepairs,
  'article.correct': correctArticle,
  'duplicate.decide': decideDuplicate,
  'family.create': createFamily,
  'family.setSource': setFamilySource,
  'family.leave': leaveFamily,
  'reprintCounting.set': setReprintCounting,
  'codingStatus.set': setCodingStatus,
  'annotation.create': createAnnotation,
  'annotation.update': updateAnnotation,
  'annotation.remove': removeAnnotation,
  'annotation.recode': recodeAnnotations,
  'text.annotateHits': annotateHits,
  'link.confirm': confirmLinks,
  'articleLink.set': setArticleLinks,
  'codebook.create': createCodebook,
  'codebook.update': updateCodebook,
  'codebook.remove': removeCodebook,
  'category.create': createCategory,
  'category.update': updateCategory,
  'category.move': moveCategory,
  'category.merge': mergeCategory,
  'category.split': splitCategory,
  'category.remove': removeCategory,
  'codingRules.set': setCodingRules,
  'memo.create': createMemo,
  'memo.update': updateMemo,
  'memo.remove': removeMemo,
  'finding.update': updateFinding,
  'finding.remove': removeFinding,
  'bin.restore': restoreFromBin,
  'state.create': createState,
  'state.remove': removeState,
  'sample.remove': removeSample,
  'reference.update': updateReference,
  'reference.remove': removeReference,
  'reference.setDivision': setDivision,
  'reference.makeCodebook': makeCodebookOf,
  'referenceLink.create': createReferenceLink,
  'referenceLink.update': updateReferenceLink,
  'referenceLink.remove': removeReferenceLink,
  'formula.create': createFormula,
  'formula.update': updateFormula,
  'formula.remove': removeFormula,
  'suggestion.refuse': refuseSuggestion,
  'suggestion.freeze': freezeSuggestions,
  'reportTemplate.save': saveReportTemplate,
  'reportTemplate.remove': removeReportTemplate,
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
  'sample.load': storeSample,
  'reference.store': storeReference,
  'reuse.store': storeReuse,
  'finding.store': storeFinding,
  'exchange.store': storeExchange,
  // Every write enters its coder; this one does nothing else.
  'coder.enter': () => ({}),
};
