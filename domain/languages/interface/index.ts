import type { Language } from '../../contract/values.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** The words of the interface, by language. */
export const catalogues: Record<Language, Catalogue> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en };
