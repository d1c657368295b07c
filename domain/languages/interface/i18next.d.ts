import 'i18next';
import type { zhHant } from './zh-hant.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    nsSeparator: false;
    resources: { translation: typeof zhHant };
  }
}
