import type { CatalogueWithSingular } from './catalogue.ts';
import { articles } from './en/articles.ts';
import { codebooks } from './en/codebooks.ts';
import { commands } from './en/commands.ts';
import { comparison } from './en/comparison.ts';
import { corpusViews } from './en/corpus-views.ts';
import { errors } from './en/errors.ts';
import { history } from './en/history.ts';
import { reading } from './en/reading.ts';
import { references } from './en/references.ts';
import { reports } from './en/reports.ts';
import { shell } from './en/shell.ts';

/** The interface in English. */
export const en: CatalogueWithSingular = {
  ...shell,
  ...commands,
  ...articles,
  ...reading,
  ...codebooks,
  ...references,
  ...corpusViews,
  ...comparison,
  ...history,
  ...reports,
  errors,
};
