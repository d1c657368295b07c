import { CircleHelp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ParsedQuery, parseQuery } from '#domain/find/parse-query.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { askFind, type FindQuestion } from './question.ts';

/** The line in which is written what is sought. Enter asks; the arrow down goes to the hits. */
export function SearchLine({ question, onToHits }: { question: FindQuestion; onToHits: () => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(question.query);
  const asked = parseQuery(question.query);
  const [problem, setProblem] = useState<ParsedQuery | null>(question.query === '' ? null : asked);
  const come = useRef(question.at === null);
  useEffect(() => {
    if (!come.current) return;
    input.current?.focus();
    input.current?.select();
  }, []);

  const ask = () => {
    const parsed = parseQuery(typed);
    setProblem(parsed);
    if (parsed.ok) return askFind({ ...question, query: typed, at: null });
    input.current?.focus();
    input.current?.setSelectionRange(parsed.at, parsed.at);
  };
  const wrong = problem?.ok === false ? problem : null;
  return (
    <form
      className="find-line"
      role="search"
      aria-label={t('find.title')}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <input
        ref={input}
        id="find-query"
        className="input find-query"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        aria-label={t('find.query')}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : 'find-problem'}
        placeholder={t('find.queryHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) {
            // The Enter that ends a composition asks nothing.
            if (event.key === 'Enter') event.preventDefault();
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            onToHits();
          }
        }}
      />
      <Button className="button" type="submit">
        {t('find.go')}
      </Button>
      <DialogTrigger>
        <IconButton icon={CircleHelp} name={t('find.help')} />
        <Popover className="popover find-help-popover" offset={2}>
          <Dialog className="find-help-dialog" aria-label={t('find.help')}>
            <OperatorHelp />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {wrong !== null && (
        <p id="find-problem" className="find-problem" role="alert">
          {t('find.problemAt', { at: wrong.at + 1, what: t(`find.problems.${wrong.problem}`) })}
        </p>
      )}
    </form>
  );
}

const examples = [
  ['改革 and 開放', 'and'],
  ['改革 or 開放', 'or'],
  ['改革 not 開放', 'not'],
  ['改革 near/5 開放', 'near'],
  ['(改革 or 開放) and 發展', 'brackets'],
  ['"改革 and 開放"', 'quotes'],
] as const;

/** What can be typed. */
export function OperatorHelp() {
  const { t } = useTranslation();
  return (
    <div className="find-help">
      <p>{t('find.helpLead')}</p>
      <dl>
        {examples.map(([example, name]) => (
          <div key={name}>
            <dt lang="zh-Hant">
              <code>{example}</code>
            </dt>
            <dd>{t(`find.operators.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
