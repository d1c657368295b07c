import type { ImportingJob } from '../services/context.ts';

/** Jobs that change the corpus, in the name of a coder. */
export const writingJobs: ReadonlySet<string> = new Set([
  'article.import',
  'sample.load',
  'reference.import',
  'reuse.find',
  'finding.create',
  'exchange.plan',
  'exchange.import',
]);

/** Jobs that read files given as grants. */
export const readingJobs: ReadonlySet<string> = new Set<ImportingJob>([
  'article.import',
  'reference.import',
  'exchange.plan',
  'exchange.import',
]);

/** Jobs that can be stopped; what they have stored stays. */
export const stoppable: ReadonlySet<string> = new Set([
  'reference.import',
  'reuse.find',
  'suggestion.find',
  'formula.find',
  'report.export',
  'report.preview',
  'exchange.export',
  'exchange.plan',
  'exchange.import',
]);
