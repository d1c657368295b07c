import type { Language } from '../../contract/values.ts';
import { en } from './en.ts';
import type { ReportLabels } from './report-labels.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export type { ReportLabels } from './report-labels.ts';

const labels: Record<Language, ReportLabels> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en };

/** The words of reports in a language. */
export function reportLabels(language: Language): ReportLabels {
  return labels[language];
}
