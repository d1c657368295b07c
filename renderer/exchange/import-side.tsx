import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PlannedImport } from '#domain/contract/exchange.ts';
import type { Output } from '#domain/contract/index.ts';
import { conventionText, lossText, meetingText } from '#domain/languages/exchange.ts';
import { closeDialog } from '../app/dialogs.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { currentLanguage, t as say } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { runJob } from '../bridge/run-job.ts';
import { grantOf, send } from '../bridge/send.ts';
import { undo } from '../history/mutations.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { useSession } from '../session/queries.ts';
import { CheckLine, CountsLine, ReportLines } from './report-lines.tsx';

/** The side of the dialog that imports: a file is chosen and read, what it would bring is shown, and then it comes in. */
export function useImport(): { body: ReactNode; foot: ReactNode } {
  const { t } = useTranslation();
  const { dialogs } = useSession();
  const chooser = useRef<HTMLInputElement>(null);
  const chooserId = useId();
  const [matchNames, setMatchNames] = useState(true);
  const plan = useMutation({
    mutationFn: ({ grant, matchNames: match }: { grant: string; matchNames: boolean }) =>
      runJob('exchange.plan', { sources: [{ grant }], matchNames: match }),
  });
  const choose = () => {
    if (dialogs) void chooseByDialog((grant) => plan.mutate({ grant, matchNames }));
    else chooser.current?.click();
  };
  const found = plan.data ?? null;

  const body = (
    <>
      {found === null && <p className="dialog-lead">{t('exchange.importLead')}</p>}
      <input
        ref={chooser}
        id={chooserId}
        type="file"
        accept=".qdpx,.qdc,.jsonld,.json"
        hidden
        aria-label={t('exchange.choose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void chooseOnPage(file, (grant) => plan.mutate({ grant, matchNames }));
        }}
      />
      {plan.isPending && (
        <p className="exchange-nothing" aria-live="polite">
          {t('exchange.reading')}
        </p>
      )}
      {plan.isError && (
        <p className="exchange-refused" role="alert">
          {failureText(plan.error)}
        </p>
      )}
      {found !== null && (
        <>
          <PlanReport plan={found.plan} />
          <CheckLine
            label={t('exchange.matchNames')}
            checked={matchNames}
            onChange={(checked) => {
              setMatchNames(checked);
              plan.mutate({ grant: found.again, matchNames: checked });
            }}
          />
        </>
      )}
    </>
  );
  const foot = (
    <>
      <Button className="button" onPress={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button className={found === null ? 'button button-main' : 'button'} isDisabled={plan.isPending} onPress={choose}>
        {t(found === null ? 'exchange.choose' : 'exchange.chooseOther')}
      </Button>
      {found !== null && (
        <Button
          className="button button-main"
          autoFocus
          onPress={() => {
            closeDialog();
            void importNow(found, matchNames);
          }}
        >
          {t('exchange.import')}
        </Button>
      )}
    </>
  );
  return { body, foot };
}

function PlanReport({ plan }: { plan: PlannedImport }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { name, origin, counts, convention, named, fitting, meetings, losses, format } = plan;
  return (
    <section className="exchange-report" aria-label={t('exchange.comesIn')}>
      <p className="exchange-file">
        <span className="exchange-file-name">{name}</span>
        <span className="exchange-file-origin">
          {[t(`exchange.formats.${format}`), ...(origin === '' ? [] : [origin])].join(' · ')}
        </span>
      </p>
      <CountsLine label={t('exchange.comesIn')} counts={counts} />
      {convention !== null && format === 'qdpx' && (
        <p className="exchange-counts">
          <span className="exchange-label">{t('exchange.positions')}</span>
          <span>
            {conventionText(convention, language)}
            {named > 0 && t('exchange.fitting', { fitting, named })}
          </span>
        </p>
      )}
      {meetings.length > 0 && (
        <ReportLines
          title={t('exchange.meets')}
          none=""
          lines={meetings.map(({ kind, ...line }) => ({ ...line, text: meetingText(kind, language) }))}
        />
      )}
      <ReportLines
        title={t('exchange.staysOut')}
        none={t('exchange.nothingLostIn')}
        lines={losses.map(({ kind, ...line }) => ({ ...line, text: lossText(kind, language) }))}
      />
    </section>
  );
}

async function chooseByDialog(take: (grant: string) => void): Promise<void> {
  try {
    const [chosen] = await send('dialog.open', { purpose: 'exchange-file' });
    if (chosen !== undefined) take(chosen.grant);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

async function chooseOnPage(file: File, take: (grant: string) => void): Promise<void> {
  try {
    const grant = await grantOf(file);
    if (grant !== null) take(grant);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

async function importNow({ again }: Output<'exchange.plan'>, matchNames: boolean): Promise<void> {
  try {
    const { plan } = await runShownJob('project', 'exchange.import', { sources: [{ grant: again }], matchNames });
    const { articles, annotations } = plan.counts;
    notify('quiet', say('exchange.imported', { name: plan.name, articles, annotations }), {
      label: say('history.undo'),
      run: () => void undo(),
    });
  } catch (thrown) {
    alertFailure(thrown);
  }
}
