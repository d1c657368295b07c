import { articles } from './zh-hant/articles.ts';
import { codebooks } from './zh-hant/codebooks.ts';
import { commands } from './zh-hant/commands.ts';
import { comparison } from './zh-hant/comparison.ts';
import { corpusViews } from './zh-hant/corpus-views.ts';
import { errors } from './zh-hant/errors.ts';
import { history } from './zh-hant/history.ts';
import { reading } from './zh-hant/reading.ts';
import { references } from './zh-hant/references.ts';
import { reports } from './zh-hant/reports.ts';
import { shell } from './zh-hant/shell.ts';

/** The interface in Traditional Chinese: the catalogue that the other languages must match, key for key. */
export const zhHant = {
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
} as const;
