import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { differences, type Run } from '#domain/text/differences.ts';
import { isOnlyShifted } from './to-confirm.ts';

/** Code points of the text around a passage that are shown. */
const around = 10;

/** Where an annotation stood before a new text, and where it stands now; what differs is set off. */
export function PlaceChange({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { formerly = annotation, anchorState, toConfirm } = annotation;
  const now = anchorState === 'placed' ? annotation : null;
  const shifted = isOnlyShifted(annotation);
  const exact = differences(formerly.exact, now?.exact ?? formerly.exact);
  const before = differences(last(formerly.prefix), last(now?.prefix ?? formerly.prefix));
  const after = differences(first(formerly.suffix), first(now?.suffix ?? formerly.suffix));
  return (
    <span className="place-change">
      <span className="place-verdict">
        {t(shifted ? 'confirm.shifted' : now === null ? 'confirm.orphan' : `confirm.${toConfirm ?? 'moved'}`)}
      </span>
      {!shifted && (
        <>
          <span className="place-label">{t('confirm.before')}</span>
          <span className={now === null ? 'place-words annotation-quote' : 'place-words place-former'}>
            <Words before={before.before} exact={exact.before} after={after.before} gone />
          </span>
        </>
      )}
      {now && (
        <>
          <span className="place-label">{t('confirm.now')}</span>
          <span className="place-words annotation-quote">
            <Words before={before.after} exact={exact.after} after={after.after} />
          </span>
        </>
      )}
    </span>
  );
}

interface WordsProps {
  before: readonly Run[];
  exact: readonly Run[];
  after: readonly Run[];
  /** Whether what differs is there no longer, rather than new. */
  gone?: boolean;
}

function Words({ before, exact, after, gone = false }: WordsProps) {
  return (
    <>
      <span className="place-context">
        {before.length > 0 && '…'}
        <Runs runs={before} gone={gone} />
      </span>
      <Runs runs={exact} gone={gone} />
      <span className="place-context">
        <Runs runs={after} gone={gone} />
        {after.length > 0 && '…'}
      </span>
    </>
  );
}

function Runs({ runs, gone }: { runs: readonly Run[]; gone: boolean }) {
  const Changed = gone ? 'del' : 'ins';
  // oxlint-disable-next-line react/no-array-index-key -- runs have no other identity than their place
  return runs.map(({ text, same }, index) => (same ? text : <Changed key={index}>{text}</Changed>));
}

const last = (text: string) => Array.from(inOneLine(text)).slice(-around).join('');
const first = (text: string) => Array.from(inOneLine(text)).slice(0, around).join('');

function inOneLine(text: string): string {
  return text.replaceAll('\n', '\u3000');
}
