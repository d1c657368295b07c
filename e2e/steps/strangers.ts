import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import type { OperationName } from '#domain/contract/index.ts';
import { categoryId } from './picker.ts';

/** An id of nothing, a path where there is none, and half of a character. */
const someone = '01932f6e-0000-7000-8000-00000000abcd';
export const path = '../../../etc/passwd';
export const lone = '\ud83d';

/** What the tests ask about: an article and an annotation that are there. */
export interface Known {
  articleId: string;
  articleVersion: number;
  revisionId: string;
  textLength: number;
  annotationId: string;
  annotationVersion: number;
  linkId: string;
}

/**
 * Inputs that have the right form and name what is not there, or what may not be: a service, not a schema, has to refuse
 * them. An operation without any says so by an empty list; a new operation does not compile until it is thought of here.
 */
export function strangers(known: Known): Record<OperationName, unknown[]> {
  const { articleId, revisionId, annotationId, annotationVersion, articleVersion, textLength, linkId } = known;
  const create = { id: someone, articleId, revisionId, span: { start: 0, end: 1 }, exact: 'x', links: [] };
  const status = { articleId: someone, codebookId: BUILTIN_CODEBOOK_ID, state: 'complete' };
  const counting = { filter: {}, measure: 'articles', weighing: 'pooled' };
  const plan = { sections: ['text'], script: 'as-is', quotations: 'as-read', language: 'en' };
  const whole = { start: 0, end: textLength + 1 };
  return {
    'session.get': [],
    'preference.set': [],
    'coder.identify': [],
    'coder.list': [],
    'corpus.create': [{ name: 'x', grant: path }],
    'corpus.open': [{ grant: path }, { recent: path }, { grant: someone }],
    'corpus.close': [],
    'corpus.forget': [{ recent: path }],
    'corpus.check': [],
    'backup.list': [],
    'backup.create': [{ grant: path }],
    'backup.restore': [{ backup: path }, { backup: '..' }],
    'dialog.open': [],
    'file.save': [{ file: path }, { file: someone }],
    'article.list': [],
    'article.get': [{ articleId: someone }],
    'article.original': [{ articleId: someone }],
    'article.import': [{ sources: [{ grant: path }] }, { sources: [{ grant: someone }] }],
    'article.update': [
      { articleId: someone, version: 1, metadata: { title: 'x' } },
      { articleId, version: articleVersion + 7, metadata: { title: 'x' } },
    ],
    'article.setRole': [
      { articleId: someone, revisionId, paragraph: 0, role: 'body' },
      { articleId, revisionId: someone, paragraph: 0, role: 'body' },
      { articleId, revisionId, paragraph: 100_000, role: 'body' },
    ],
    'article.evidence': [{ articleId: someone }],
    'article.setExclusion': [
      { articleId: someone, version: 1, exclusion: null },
      { articleId, version: articleVersion + 7, exclusion: { reason: 'other', note: '' } },
    ],
    'import.list': [],
    'exchange.preview': [{ format: 'qdpx', language: 'en', articleIds: [someone] }],
    'exchange.export': [{ format: 'qdpx', language: 'en', articleIds: [someone] }],
    'exchange.plan': [{ sources: [{ grant: path }] }, { sources: [{ grant: someone }] }],
    'exchange.import': [{ sources: [{ grant: path }] }, { sources: [{ grant: someone }] }],
    'import.export': [{ importId: someone, language: 'en' }],
    'corpus.flow': [],
    'repair.list': [{ articleId: someone }],
    'repair.decide': [
      { articleId: someone, revisionId, decisions: [{ id: 'x', decision: 'accepted' }] },
      { articleId, revisionId: someone, decisions: [{ id: 'x', decision: 'accepted' }] },
      { articleId, revisionId, decisions: [{ id: 'x', decision: 'accepted', insert: path }] },
    ],
    'article.correct': [
      { articleId: someone, revisionId, changes: [{ start: 0, end: 1, insert: 'x' }] },
      { articleId, revisionId: someone, changes: [{ start: 0, end: 1, insert: 'x' }] },
      { articleId, revisionId, changes: [{ start: 0, end: textLength + 1, insert: 'x' }] },
      { articleId, revisionId, changes: [{ start: 2, end: 1, insert: 'x' }] },
      { articleId, revisionId, changes: [{ start: 0, end: 0, insert: lone }] },
      { articleId, revisionId, changes: [{ start: 0, end: 0, insert: 'a\r\nb' }] },
    ],
    'revision.list': [{ articleId: someone }],
    'revision.changes': [
      { articleId: someone, revisionId },
      { articleId, revisionId: someone },
    ],
    'duplicate.list': [],
    'duplicate.decide': [{ id: someone, version: 1, decision: 'kept' }],
    'family.list': [],
    'family.create': [{ id: someone, articleIds: [someone, articleId] }],
    'family.setSource': [{ familyId: someone, version: 1, articleId }],
    'family.leave': [{ articleId: someone }],
    'reprintCounting.set': [],
    'article.remove': [
      { articleId: someone, version: 1 },
      { articleId, version: articleVersion + 7 },
    ],
    'codingStatus.set': [status, { ...status, articleId, codebookId: someone }],
    'annotation.list': [{ articleId: someone }],
    'annotation.create': [
      { ...create, articleId: someone },
      { ...create, revisionId: someone },
      create,
      { ...create, span: whole },
      { ...create, span: { start: 5, end: 5 } },
      { ...create, span: { start: 9, end: 3 } },
      { ...create, id: annotationId, exact: '黨' },
      { ...create, exact: '黨', links: [{ id: someone, categoryId: someone, relation: null }] },
      { ...create, exact: '黨', links: [{ id: linkId, categoryId: categoryId('13·50'), relation: null }] },
    ],
    'annotation.update': [
      { id: someone, version: 1, note: 'x' },
      { id: annotationId, version: annotationVersion + 7, note: 'x' },
      { id: annotationId, version: annotationVersion, span: whole },
      { id: annotationId, version: annotationVersion, span: { start: 8, end: 8 } },
      { id: annotationId, version: annotationVersion, links: [{ id: someone, categoryId: someone, relation: null }] },
    ],
    'annotation.remove': [
      { id: someone, version: 1 },
      { id: annotationId, version: annotationVersion + 7 },
    ],
    'matrix.count': [
      { rows: 'provinces', columns: { of: 'parts', codebookId: someone }, ...counting },
      { rows: 'months', columns: { of: 'below', categoryId: someone }, ...counting },
    ],
    'matrix.pairs': [{ columns: { of: 'parts', codebookId: someone }, filter: {}, unit: 'articles' }],
    'matrix.sequences': [{ columns: { of: 'below', categoryId: someone }, filter: {}, most: 1 }],
    'matrix.sentences': [{ rows: 'provinces', key: null, categoryId: someone, filter: {} }],
    'comparison.runs': [
      {
        texts: [
          { kind: 'article', id: articleId },
          { kind: 'article', id: someone },
        ],
        least: 8,
      },
      {
        texts: [
          { kind: 'article', id: articleId },
          { kind: 'reference', id: articleId },
        ],
        least: 8,
      },
    ],
    'comparison.count': [
      { articleIds: [articleId], codebookId: someone },
      { articleIds: [someone], codebookId: BUILTIN_CODEBOOK_ID },
    ],
    'finding.list': [],
    'finding.get': [{ findingId: someone }],
    'finding.create': [
      {
        id: someone,
        name: 'x',
        note: '',
        question: {
          kind: 'comparison',
          ask: { articleIds: [someone], codebookId: BUILTIN_CODEBOOK_ID },
          shown: { texts: [{ kind: 'article', id: someone }], by: 'item', as: 'texts', item: null },
        },
      },
    ],
    'finding.update': [{ id: someone, version: 1, name: 'x' }],
    'finding.remove': [{ id: someone, version: 1 }],
    'picture.export': [],
    'annotation.find': [],
    'annotation.get': [],
    'annotation.recode': [
      { ids: [annotationId], change: { do: 'add', categoryId: someone, relation: null } },
      { ids: [annotationId], change: { do: 'replace', categoryId: categoryId('13·50'), byId: someone } },
    ],
    'text.find': [
      { query: '甲 and', places: ['text'], filter: {}, order: 'article', offset: 0, limit: 1 },
      { query: '甲 near/x 乙', places: ['text'], filter: {}, order: 'right', offset: 0, limit: 1 },
    ],
    'text.count': [{ query: 'not 甲', places: ['text'], filter: {} }],
    'text.annotateHits': [
      {
        hits: [{ id: someone, articleId, revisionId, span: { start: 0, end: 1 }, exact: 'x' }],
        categories: [{ categoryId: someone, relation: null }],
      },
      {
        hits: [{ id: annotationId, articleId, revisionId, span: { start: 0, end: 1 }, exact: 'x' }],
        categories: [{ categoryId: categoryId('13·50'), relation: null }],
      },
    ],
    'link.confirm': [],
    'codebook.list': [],
    'codebook.create': [{ id: BUILTIN_CODEBOOK_ID, name: 'x' }],
    'codebook.update': [
      { id: someone, version: 1, name: 'x' },
      { id: BUILTIN_CODEBOOK_ID, version: 1, name: 'x' },
    ],
    'codebook.remove': [
      { id: someone, version: 1 },
      { id: BUILTIN_CODEBOOK_ID, version: 1 },
    ],
    'codebook.revisions': [{ codebookId: someone }],
    'category.create': [
      { id: someone, codebookId: someone, parentId: null, title: 'x' },
      { id: someone, codebookId: BUILTIN_CODEBOOK_ID, parentId: someone, title: 'x' },
      { id: categoryId('13'), codebookId: BUILTIN_CODEBOOK_ID, parentId: null, title: 'x' },
    ],
    'category.update': [
      { id: someone, version: 1, title: 'x' },
      { id: categoryId('13'), version: 1, title: 'x' },
      { id: categoryId('13'), version: 8, colour: 1 },
    ],
    'category.move': [
      { id: someone, version: 1, parentId: null, beforeId: null },
      { id: categoryId('13'), version: 1, parentId: null, beforeId: null },
    ],
    'category.merge': [
      { id: someone, version: 1, intoId: categoryId('13') },
      { id: categoryId('13'), version: 1, intoId: categoryId('12') },
    ],
    'category.split': [
      { id: someone, version: 1, into: [{ id: someone, title: 'x', below: true, linkIds: [] }] },
      { id: categoryId('13'), version: 1, into: [{ id: someone, title: 'x', below: true, linkIds: [someone] }] },
    ],
    'category.remove': [
      { id: someone, version: 1 },
      { id: categoryId('13'), version: 1 },
    ],
    'category.uses': [{ categoryId: someone }],
    'articleLink.list': [{ articleId: someone }],
    'articleLink.set': [
      { articleId: someone, categoryIds: [] },
      { articleId, categoryIds: [someone] },
    ],
    'codingRules.get': [],
    'codingRules.set': [],
    'memo.list': [],
    'memo.create': [
      { id: someone, subject: 'article', subjectId: someone, title: '', body: '' },
      { id: someone, subject: 'category', subjectId: articleId, title: '', body: '' },
      { id: someone, subject: 'corpus', subjectId: articleId, title: '', body: '' },
    ],
    'memo.update': [{ id: someone, version: 1, title: 'x' }],
    'memo.remove': [{ id: someone, version: 1 }],
    'history.changes': [{ entryId: someone }],
    'article.asOf': [
      { articleId: someone, at: '2999-01-01T00:00:00.000Z' },
      { articleId, at: '1999-01-01T00:00:00.000Z' },
    ],
    'reference.import': [{ sources: [{ grant: path }] }, { sources: [{ grant: someone }] }],
    'reference.list': [],
    'reference.get': [{ referenceId: someone }],
    'reference.update': [{ id: someone, version: 1, name: 'x' }],
    'reference.remove': [{ id: someone, version: 1 }],
    'reference.setDivision': [{ referenceId: someone, version: 1, at: 0, division: null }],
    'reference.makeCodebook': [{ referenceId: someone, version: 1, codebookId: someone }],
    'referenceLink.list': [{ articleId: someone }],
    'referenceLink.passages': [],
    'referenceLink.create': [
      {
        id: someone,
        annotationId: someone,
        referenceId: someone,
        level: 'sentence',
        place: { start: 0, end: 1 },
        relation: null,
      },
      { id: someone, annotationId, referenceId: someone, level: 'item', place: { start: 5, end: 9 }, relation: null },
    ],
    'referenceLink.update': [{ id: someone, version: 1, relation: 'verbatim' }],
    'referenceLink.remove': [{ id: someone, version: 1 }],
    'formula.find': [{ referenceId: someone }],
    'formula.list': [],
    'formula.passages': [{ phrase: '，' }],
    'formula.create': [
      { id: someone, phrase: '改', referenceId: null, older: false },
      { id: someone, phrase: path, referenceId: someone, older: true },
    ],
    'formula.update': [{ id: someone, version: 1, older: true }],
    'formula.remove': [{ id: someone, version: 1 }],
    'reuse.find': [],
    'reuse.list': [{ articleId: someone }],
    'reuse.takenUp': [],
    'suggestion.find': [{ articleId: someone }],
    'suggestion.forPassage': [
      { articleId: someone, revisionId, span: { start: 0, end: 1 } },
      { articleId, revisionId: someone, span: { start: 0, end: 1 } },
      { articleId, revisionId, span: whole },
      { articleId, revisionId, span: { start: 5, end: 5 } },
    ],
    'suggestion.learning': [],
    'suggestion.refuse': [
      { id: someone, articleId: someone, exact: 'x', categoryId: categoryId('13'), method: 'x' },
      { id: someone, articleId, exact: 'x', categoryId: someone, method: 'x' },
      { id: someone, articleId, exact: path, categoryId: categoryId('13'), method: 'x' },
    ],
    'suggestion.freeze': [],
    'bin.list': [],
    'bin.restore': [
      { kind: 'article', id: articleId },
      { kind: 'annotation', id: someone },
    ],
    'bin.empty': [],
    'state.list': [],
    'state.create': [],
    'state.remove': [{ id: someone, version: 1 }],
    'category.counts': [{ articleId: someone }],
    'history.list': [],
    'history.state': [],
    'history.undo': [],
    'history.redo': [],
    'job.get': [{ job: someone }],
    'job.list': [],
    'job.cancel': [{ job: someone }],
    'sample.load': [],
    'sample.remove': [],
    'report.export': [
      { choice: { by: 'articles', articleIds: [someone] }, plan, format: 'html' },
      { choice: { by: 'annotations', annotationIds: [someone] }, plan, format: 'html' },
      { choice: { by: 'categories', categoryIds: [someone] }, plan, format: 'html' },
    ],
    'report.preview': [{ choice: { by: 'articles', articleIds: [articleId, someone] }, plan }],
    'quotation.write': [
      { of: { annotationIds: [someone] }, style: 'apa', mode: 'marked', language: 'en' },
      { of: { articleId, revisionId: someone, span: whole }, style: 'apa', mode: 'marked', language: 'en' },
      { of: { articleId, revisionId, span: whole }, style: 'apa', mode: 'marked', language: 'en' },
    ],
    'reportTemplate.list': [],
    'reportTemplate.save': [{ id: someone, version: 1, name: path, format: 'csv', plan, byteOrderMark: true }],
    'reportTemplate.remove': [{ id: someone, version: 1 }],
  };
}
