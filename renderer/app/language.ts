import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogues } from '#domain/languages/interface/index.ts';
import type { Language } from '#domain/contract/values.ts';

export const languages: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en'];

export const locales: Record<Language, string> = { 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN', en: 'en-GB' };

const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'zh-Hant',
  fallbackLng: 'zh-Hant',
  supportedLngs: [...languages],
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {
    'zh-Hant': { translation: catalogues['zh-Hant'] },
    'zh-Hans': { translation: catalogues['zh-Hans'] },
    en: { translation: catalogues.en },
  },
});

export const { t } = i18n;
export { i18n };

/** The language that is shown now. */
export function currentLanguage(): Language {
  return languages.find((each) => each === i18n.language) ?? 'zh-Hant';
}

/** Shows the interface in a language, and says so to the browser, for its fonts and for screen readers. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
  document.title = i18n.t('program.full');
}
