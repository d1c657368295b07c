import type { Jobs } from './context.ts';
import { findFormulasInArticles } from './formula-counts.ts';
import { takeFinding } from './findings.ts';
import { exportImport } from './import-log.ts';
import { exportExchange } from './exchange-export.ts';
import { importExchange, planExchange } from './exchange-import.ts';
import { importArticles } from './imports.ts';
import { exportPicture } from './pictures.ts';
import { importReferences } from './reference-import.ts';
import { exportReport, previewReport } from './reports.ts';
import { findReuseInArticles } from './reuse.ts';
import { loadSample } from './sample.ts';
import { findSuggestions } from './suggestions.ts';

/** Apart from reads and writes: what jobs are made of is large, and only the compute worker loads it. */
export const jobs: Jobs = {
  'article.import': importArticles,
  'import.export': exportImport,
  'picture.export': exportPicture,
  'report.export': exportReport,
  'finding.create': takeFinding,
  'report.preview': previewReport,
  'sample.load': loadSample,
  'reference.import': importReferences,
  'reuse.find': findReuseInArticles,
  'suggestion.find': findSuggestions,
  'formula.find': findFormulasInArticles,
  'exchange.export': exportExchange,
  'exchange.plan': planExchange,
  'exchange.import': importExchange,
};
