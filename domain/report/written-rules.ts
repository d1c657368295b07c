import type { CodingRules } from '../contract/codebook.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import type { MeaningPart } from './report-model.ts';

const RULES = ['unit', 'shortestPassage', 'severalCategories', 'headings', 'quotations', 'other'] as const;

/** The coding rules that are written, as the coders wrote them. */
export function writtenRules(codingRules: CodingRules, labels: ReportLabels): MeaningPart[] {
  return RULES.flatMap((rule) => {
    const text = codingRules[rule].trim();
    return text === '' ? [] : [{ label: labels.rules[rule], text }];
  });
}
