import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ExchangeFormat, exchangeFormats } from '#domain/contract/exchange.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Language } from '#domain/contract/values.ts';
import { lossText } from '#domain/languages/exchange.ts';
import { closeDialog } from '../app/dialogs.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { currentLanguage, languages } from '../app/language.ts';
import { getPlace } from '../app/place.ts';
import { send } from '../bridge/send.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { useArticles } from '../library/queries.ts';
import { keys } from '../queries/keys.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { CheckLine, CountsLine, ReportLines } from './report-lines.tsx';

type Scope = 'all' | 'included' | 'complete' | 'open';

/** What each format leaves to choose. */
const choosable: Record<ExchangeFormat, { scope: boolean; texts: boolean; references: boolean }> = {
  qdpx: { scope: true, texts: false, references: true },
  qdc: { scope: false, texts: false, references: false },
  jsonld: { scope: true, texts: true, references: false },
  deposit: { scope: true, texts: true, references: false },
  copy: { scope: false, texts: false, references: false },
};

/** The side of the dialog that exports; asks for the loss report only while it is shown. */
export function useExport(shown: boolean): { body: ReactNode; foot: ReactNode } {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { data: articles = [] } = useArticles();
  const [format, setFormat] = useState<ExchangeFormat>('qdpx');
  const [scope, setScope] = useState<Scope>('all');
  const [texts, setTexts] = useState(true);
  const [references, setReferences] = useState(true);
  const [readme, setReadme] = useState<Language>('en');
  const chosen = choosable[format];
  const { articleId } = getPlace();
  const members: Record<Scope, string[]> = {
    all: articles.map(({ id }) => id),
    included: articles.filter(({ exclusion }) => exclusion === null).map(({ id }) => id),
    complete: articles.filter(({ codingState }) => codingState === 'complete').map(({ id }) => id),
    open: articles.filter(({ id }) => id === articleId).map(({ id }) => id),
  };
  const isEmpty = chosen.scope && scope !== 'all' && members[scope].length === 0;
  const input: Input<'exchange.export'> = {
    format,
    language,
    ...(chosen.scope && scope !== 'all' && !isEmpty ? { articleIds: members[scope] } : {}),
    ...(chosen.texts ? { texts } : {}),
    ...(chosen.references ? { references } : {}),
    ...(format === 'deposit' ? { readme } : {}),
  };
  const preview = useQuery({
    queryKey: keys.exchange(input),
    queryFn: () => send('exchange.preview', input),
    enabled: shown && !isEmpty,
    staleTime: 0,
    retry: false,
  });
  const scopes = (['all', 'included', 'complete', 'open'] as const).filter(
    (each) => each !== 'open' || members.open.length > 0,
  );

  const body = (
    <>
      <RadioGroup
        className="exchange-formats"
        value={format}
        onChange={(value) => setFormat(exchangeFormats.find((each) => each === value) ?? 'qdpx')}
      >
        <Label className="visually-hidden">{t('exchange.format')}</Label>
        {exchangeFormats.map((each) => (
          <Radio key={each} value={each} className="exchange-format">
            <span className="exchange-format-name">{t(`exchange.formats.${each}`)}</span>
            <span className="exchange-format-about">{t(`exchange.abouts.${each}`)}</span>
          </Radio>
        ))}
      </RadioGroup>
      {chosen.scope && (
        <Segmented
          label={t('exchange.scope')}
          choices={scopes.map((value) => ({ value, label: t(`exchange.scopes.${value}`) }))}
          value={scope}
          onChange={setScope}
        />
      )}
      {chosen.texts && <CheckLine label={t('exchange.texts')} checked={texts} onChange={setTexts} />}
      {chosen.references && (
        <CheckLine label={t('exchange.references')} checked={references} onChange={setReferences} />
      )}
      {format === 'deposit' && (
        <Segmented
          label={t('exchange.readme')}
          choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
          value={readme}
          onChange={setReadme}
        />
      )}
      <section className="exchange-report" aria-label={t('exchange.goesOut')} aria-live="polite">
        {isEmpty ? (
          <p className="exchange-nothing">{t('exchange.nobody')}</p>
        ) : preview.isError ? (
          <p className="exchange-refused" role="alert">
            {failureText(preview.error)}
          </p>
        ) : preview.data === undefined ? (
          <p className="exchange-nothing">{t('exchange.counting')}</p>
        ) : (
          <>
            <CountsLine label={t('exchange.goesOut')} counts={preview.data.counts} />
            <ReportLines
              title={t('exchange.stays')}
              none={t(format === 'copy' ? 'exchange.nothingLostCopy' : 'exchange.nothingLost')}
              lines={preview.data.losses.map(({ kind, ...line }) => ({ ...line, text: lossText(kind, language) }))}
            />
          </>
        )}
      </section>
    </>
  );
  const foot = (
    <>
      <Button className="button" onPress={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button
        className="button button-main"
        isDisabled={isEmpty || preview.data === undefined}
        onPress={() => {
          closeDialog();
          void exportNow(input);
        }}
      >
        {t('exchange.export')}
      </Button>
    </>
  );
  return { body, foot };
}

async function exportNow(input: Input<'exchange.export'>): Promise<void> {
  try {
    const { file } = await runShownJob('export', 'exchange.export', input);
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}
