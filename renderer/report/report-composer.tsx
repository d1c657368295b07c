import './report.css';
import { useDeferredValue, useId, useState } from 'react';
import { Button, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { quotationMode, type ReportChoice, reportScript } from '#domain/contract/report.ts';
import { closeDialog } from '../app/dialogs.ts';
import { languages } from '../app/language.ts';
import { lastNotice } from '../app/notices.ts';
import { JobLine, NoticeText } from '../app/status-line.tsx';
import type { Finding } from '#domain/contract/finding.ts';
import { useFindings } from '../findings/queries.ts';
import { runningJobs } from '../jobs/jobs.ts';
import { useSession } from '../session/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { type Composition, findingsOf, planOf, proposed, showsFindings } from './composition.ts';
import { exportReport } from './export-report.ts';
import { FindingChoice } from './finding-choice.tsx';
import { formatsOf, withoutSections } from './formats.ts';
import { ReportPreview } from './report-preview.tsx';
import { SectionList } from './section-list.tsx';
import { TemplateBar } from './template-bar.tsx';
import { useSubject } from './use-subject.ts';

const none: readonly Finding[] = [];

/** Composes a report: what it is made of, in which order, script and language, as what kind of file; seen as it comes about. */
export function ReportComposer({ choice }: { choice: ReportChoice }) {
  const { t } = useTranslation();
  const subject = useSubject(choice);
  const formatId = useId();
  const session = useSession();
  const [composition, setComposition] = useState<Composition>(() => proposed(choice));
  const [exporting, setExporting] = useState(false);
  const [opened] = useState(lastNotice);
  const { data: findings = none } = useFindings();
  const kept = findings.map(({ id }) => id);
  const plan = planOf(composition, kept);
  // Typing a title does not wait for the preview of each letter.
  const previewed = useDeferredValue(plan);
  const job = runningJobs.use().find(({ kind }) => kind === 'report');
  const change = (changed: Partial<Composition>) => setComposition((now) => ({ ...now, ...changed }));
  const { format, script, quotations, language, byteOrderMark } = composition;
  const bare = withoutSections.has(format);
  const run = async () => {
    setExporting(true);
    const bom = format === 'csv' ? { byteOrderMark } : {};
    const done = await exportReport({ choice, plan, format, ...bom });
    setExporting(false);
    if (done) closeDialog();
  };
  return (
    <DialogFrame
      title={t('report.title')}
      size="full"
      onClose={closeDialog}
      foot={
        <>
          <div className="composer-job">
            {exporting && job !== undefined && <JobLine job={job} />}
            <NoticeText after={opened} />
          </div>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button button-main"
            isDisabled={exporting || plan.sections.length === 0}
            onPress={() => void run()}
          >
            {t('report.export')}
          </Button>
        </>
      }
    >
      <div className="composer">
        <div className="composer-form">
          <p className="composer-subject">{subject}</p>
          <TemplateBar composition={composition} onChange={setComposition} />
          <div className="composer-field">
            <label className="field-label" htmlFor={formatId}>
              {t('report.format')}
            </label>
            <select
              id={formatId}
              className="input composer-select"
              value={format}
              onChange={(event) =>
                change({ format: formatsOf(session).find((each) => each === event.target.value) ?? 'html' })
              }
            >
              {formatsOf(session).map((each) => (
                <option key={each} value={each}>
                  {t(`report.formats.${each}`)}
                </option>
              ))}
            </select>
            <p className="field-hint">{t(`report.formatHints.${format}`)}</p>
            {format === 'csv' && (
              <Switch
                className="switch"
                isSelected={byteOrderMark}
                onChange={(next) => change({ byteOrderMark: next })}
              >
                <span className="switch-track" aria-hidden />
                {t('report.byteOrderMark')}
              </Switch>
            )}
          </div>
          {!bare && (
            <>
              <Field
                label={t('report.reportTitle')}
                placeholder={t('report.titleHint')}
                value={composition.title}
                maxLength={500}
                onChange={(title) => change({ title })}
              />
              <div className="composer-field">
                <span className="field-label">{t('report.sectionsLabel')}</span>
                <SectionList order={composition.order} chosen={composition.chosen} onChange={change} />
                <p className="field-hint">{t('report.sectionsHint')}</p>
              </div>
              {showsFindings(composition) && (
                <FindingChoice
                  findings={findings}
                  chosen={findingsOf(composition, kept)}
                  onChange={(chosen) => change({ findings: chosen })}
                />
              )}
              <Segmented
                label={t('report.language')}
                choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
                value={language}
                onChange={(next) => change({ language: next })}
              />
              <div className="composer-field">
                <Segmented
                  label={t('report.script')}
                  choices={reportScript.options.map((value) => ({ value, label: t(`report.scripts.${value}`) }))}
                  value={script}
                  onChange={(next) => change({ script: next })}
                />
                {script !== 'as-is' && <p className="field-hint">{t('report.scriptHint')}</p>}
              </div>
              <div className="composer-field">
                <Segmented
                  label={t('report.quotations')}
                  choices={quotationMode.options.map((value) => ({
                    value,
                    label: t(`report.quotationModes.${value}`),
                  }))}
                  value={quotations}
                  onChange={(next) => change({ quotations: next })}
                />
                {quotations !== 'as-read' && <p className="field-hint">{t(`report.quotationHints.${quotations}`)}</p>}
              </div>
            </>
          )}
        </div>
        <ReportPreview choice={choice} plan={previewed} />
      </div>
    </DialogFrame>
  );
}
