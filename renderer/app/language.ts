import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Translation, translationOptions } from '#domain/languages/interface/translation.ts';
import type { Language } from '#domain/contract/values.ts';

export const languages: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en'];

const i18n = createInstance();
void i18n.use(initReactI18next).init(translationOptions);

export const { t } = i18n;
export { i18n };

/** The language that is shown now. */
export function currentLanguage(): Language {
  return languages.find((each) => each === i18n.language) ?? 'zh-Hant';
}

let shownNow: Translation = { t, language: 'zh-Hant' };

/** What is said now, in the language that is shown; the same until another is. */
export function currentTranslation(): Translation {
  const language = currentLanguage();
  if (shownNow.language !== language) shownNow = { t, language };
  return shownNow;
}

/** Shows the interface in a language, and says so to the browser, for its fonts and for screen readers. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
  document.title = i18n.t('program.full');
}
