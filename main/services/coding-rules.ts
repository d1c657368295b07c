import { type CodingRules, codingRules } from '#domain/contract/codebook.ts';
import type { Input } from '#domain/contract/index.ts';
import { getRow } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';

const none: CodingRules = {
  unit: '',
  shortestPassage: '',
  severalCategories: '',
  headings: '',
  quotations: '',
  other: '',
};

export function getCodingRules({ db }: Pick<ReadContext, 'db'>): CodingRules {
  const kept = db.prepare('SELECT coding_rules FROM settings').pluck().get() as string;
  return codingRules.parse({ ...none, ...(JSON.parse(kept) as Partial<CodingRules>) });
}

export function setCodingRules(context: WriteContext, input: Input<'codingRules.set'>): Record<string, never> {
  const kept = JSON.stringify(input);
  if (getRow(context.db, 'settings', 'corpus').coding_rules !== kept)
    context.record.update('settings', 'corpus', { coding_rules: kept });
  context.note(null, '');
  return {};
}
