import { X } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type RunningJob, runningJobs, timeLeft } from '../jobs/jobs.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useFormat } from './format.ts';
import { dismissNotice, notices } from './notices.ts';
import { saves } from './saves.ts';

/** The quiet line at the bottom: what has just happened, what is running, what is saved, who is at work. */
export function StatusLine() {
  const { t } = useTranslation();
  const { coder } = useSession();
  return (
    <footer className="status-line" aria-label={t('shell.status')}>
      <NoticeText />
      <span className="status-end">
        <Jobs />
        <SavedState />
        {coder && <span className="status-coder">{coder.name}</span>}
      </span>
    </footer>
  );
}

/** What has just happened; `after` in a dialog, which covers the status line: only what was said since that notice. */
export function NoticeText({ after = 0 }: { after?: number }) {
  const { t } = useTranslation();
  const shown = notices.use();
  const notice = shown !== null && shown.key > after ? shown : null;
  const tone = notice?.tone ?? 'quiet';
  return (
    <div className={`notice notice-${tone}`}>
      <span role="status">{tone === 'quiet' && notice?.text}</span>
      <span role="alert">{tone === 'alert' && notice?.text}</span>
      {notice?.action && (
        <Button className="notice-action" onPress={notice.action.run}>
          {notice.action.label}
        </Button>
      )}
      {notice?.tone === 'alert' && (
        <IconButton small icon={X} name={t('common.dismiss')} onPress={() => dismissNotice(notice.key)} />
      )}
    </div>
  );
}

function Jobs() {
  return runningJobs.use().map((job) => <JobLine key={job.key} job={job} />);
}

/** How far a job is, and what stops it. */
export function JobLine({ job }: { job: RunningJob }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { kind, done, total, cancel } = job;
  const name = t(`jobs.${kind}`);
  const left = timeLeft(job);
  return (
    <span className="job">
      <ProgressBar aria-label={name} isIndeterminate={total === null} value={total === null ? 0 : (100 * done) / total}>
        {({ percentage }) => (
          <span className="job-track" data-unknown={percentage === undefined || undefined}>
            <span className="job-done" style={{ inlineSize: `${percentage ?? 30}%` }} />
          </span>
        )}
      </ProgressBar>
      {total === null
        ? t('jobs.running', { job: name })
        : t('jobs.progress', { job: name, done: number(done), total: number(total) })}
      {left !== null && (
        <span className="job-left">
          {left < 60_000
            ? t('jobs.secondsLeft', { count: Math.max(5, Math.round(left / 5000) * 5) })
            : t('jobs.minutesLeft', { count: Math.round(left / 60_000) })}
        </span>
      )}
      <IconButton small icon={X} name={t('jobs.cancel', { job: name })} onPress={cancel} />
    </span>
  );
}

function SavedState() {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { pending, savedAt, failed } = saves.use();
  const text =
    pending > 0
      ? t('shell.saving')
      : failed
        ? t('shell.notSaved')
        : savedAt
          ? t('shell.saved', { time: clock(savedAt) })
          : '';
  return (
    <span
      className="saved"
      data-testid="saved-state"
      data-state={pending > 0 ? 'saving' : failed ? 'failed' : savedAt ? 'saved' : 'idle'}
    >
      {text}
    </span>
  );
}
