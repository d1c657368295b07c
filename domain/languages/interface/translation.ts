import { createInstance, type i18n, type InitOptions, type TFunction } from 'i18next';
import type { Language } from '../../contract/values.ts';
import { catalogues } from './index.ts';

/** Says things in one language, with the words of the interface. */
export interface Translation {
  t: TFunction;
  language: Language;
}

/** How the words of the interface are looked up, in Traditional where nothing else is said. */
export const translationOptions = {
  lng: 'zh-Hant',
  fallbackLng: 'zh-Hant',
  supportedLngs: Object.keys(catalogues),
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {
    'zh-Hant': { translation: catalogues['zh-Hant'] },
    'zh-Hans': { translation: catalogues['zh-Hans'] },
    en: { translation: catalogues.en },
  },
} satisfies InitOptions;

let instance: i18n | null = null;

/** The words of the interface in a language, whichever the page shows. */
export function translationIn(language: Language): Translation {
  if (instance === null) {
    instance = createInstance();
    void instance.init(translationOptions);
  }
  return { t: instance.getFixedT(language), language };
}
