import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#domain/contract/history.ts';
import { t } from '../app/language.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useHistoryState() {
  return useQuery({ queryKey: keys.historyState, queryFn: () => send('history.state', {}) });
}

/** The operations that have a name in the history. */
export const namedOperations = [
  'article.import',
  'article.update',
  'article.correct',
  'article.setRole',
  'article.remove',
  'article.setExclusion',
  'repair.decide',
  'duplicate.decide',
  'family.create',
  'family.setSource',
  'family.leave',
  'reprintCounting.set',
  'codingStatus.set',
  'annotation.create',
  'annotation.update',
  'annotation.remove',
  'annotation.recode',
  'text.annotateHits',
  'link.confirm',
  'articleLink.set',
  'codebook.create',
  'codebook.update',
  'codebook.remove',
  'category.create',
  'category.update',
  'category.move',
  'category.merge',
  'category.split',
  'category.remove',
  'codingRules.set',
  'memo.create',
  'memo.update',
  'memo.remove',
  'finding.store',
  'finding.update',
  'finding.remove',
  'reference.store',
  'reference.update',
  'reference.remove',
  'reference.setDivision',
  'reference.makeCodebook',
  'referenceLink.create',
  'referenceLink.update',
  'referenceLink.remove',
  'formula.create',
  'formula.update',
  'formula.remove',
  'suggestion.refuse',
  'suggestion.freeze',
  'exchange.store',
  'exchange.import',
  'bin.restore',
  'bin.empty',
  'sample.load',
  'sample.remove',
  'state.create',
  'state.remove',
  'reportTemplate.save',
  'reportTemplate.remove',
] as const;
/** Characters of the subject that are shown. */
const subjectLength = 24;

/** The name of an operation in the history. */
export function entryName(operation: string): string {
  return t(`history.operations.${namedOperations.find((each) => each === operation) ?? 'other'}`);
}

/** What an entry of the history was, in a few words. */
export function entryText({ operation, subject }: HistoryEntry): string {
  const name = entryName(operation);
  if (subject === '') return name;
  const short = subject.replaceAll(/\s+/g, ' ');
  const begun = [...short].slice(0, subjectLength).join('');
  return t('history.withSubject', { operation: name, subject: begun.length < short.length ? `${begun}…` : begun });
}
