import type { Language } from '../../contract/values.ts';
import type { DepositWords } from './deposit-words.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const words: Record<Language, DepositWords> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en };

/** What a deposit says of itself in a language. */
export function depositWords(language: Language): DepositWords {
  return words[language];
}
