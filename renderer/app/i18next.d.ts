import 'i18next';
import type { zhHant } from '#domain/languages/interface/zh-hant.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    nsSeparator: false;
    resources: { translation: typeof zhHant };
  }
}
