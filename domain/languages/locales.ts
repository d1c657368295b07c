import type { Language } from '../contract/values.ts';

/** By which numbers and dates are written. */
export const locales: Record<Language, string> = { 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN', en: 'en-GB' };
