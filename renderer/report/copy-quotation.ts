import type { Input } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage, t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { send } from '../bridge/send.ts';
import { getSession } from '../session/queries.ts';
import { copyText } from './copy-text.ts';

/** What quotations are like until she says otherwise. */
export const usualQuotation = { style: 'gbt7714', mode: 'as-read' } as const;

/** Copies passages as quotations, as the settings say; at most 500 at once. */
export async function copyQuotation(of: Input<'quotation.write'>['of']): Promise<void> {
  const { style, mode } = getSession()?.preferences.quotations ?? usualQuotation;
  try {
    const { text } = await send('quotation.write', { of, style, mode, language: currentLanguage() });
    if (copyText(text)) notify('quiet', t('quotations.copied', { style: t(`quotations.styles.${style}`) }));
    else notify('alert', t('quotations.notCopied'));
  } catch (thrown) {
    alertFailure(thrown);
  }
}
