import type { Catalogue } from './catalogue.ts';
import { articles } from './zh-hans/articles.ts';
import { codebooks } from './zh-hans/codebooks.ts';
import { commands } from './zh-hans/commands.ts';
import { comparison } from './zh-hans/comparison.ts';
import { corpusViews } from './zh-hans/corpus-views.ts';
import { errors } from './zh-hans/errors.ts';
import { history } from './zh-hans/history.ts';
import { reading } from './zh-hans/reading.ts';
import { references } from './zh-hans/references.ts';
import { reports } from './zh-hans/reports.ts';
import { shell } from './zh-hans/shell.ts';

/** The interface in Simplified Chinese. */
export const zhHans: Catalogue = {
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
