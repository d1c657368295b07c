import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#domain/contract/history.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle, goToArticleAsOf } from '../app/place.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';
import { Field } from '../widgets/field.tsx';
import { entryName, namedOperations } from './queries.ts';

const PAGE = 100;
const ALL = 'all';

/** The steps of all coders, the newest first, a page at a time. */
export function Trail() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const blind = useBlind();
  const own = useSession().coder?.id ?? ALL;
  const [chosenCoder, setCoderId] = useState(ALL);
  // Who works blind sees the own steps alone.
  const coderId = blind ? own : chosenCoder;
  const [operation, setOperation] = useState(ALL);
  const [open, setOpen] = useState<string | null>(null);
  const { data: coders = [] } = useQuery({ queryKey: ['history', 'coders'], queryFn: () => send('coder.list', {}) });
  const filter = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(coderId === ALL ? {} : { coderId }),
    ...(operation === ALL ? {} : { operations: [operation] }),
  };
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: keys.history(filter),
    queryFn: ({ pageParam }) =>
      send('history.list', { ...filter, limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.seq ?? null)),
    placeholderData: keepPreviousData,
  });
  const entries = data?.pages.flat() ?? [];
  return (
    <section className="trail" aria-label={t('trail.tabs.trail')}>
      <div className="trail-filters">
        <Field label={t('trail.words')} value={text} onChange={setText} />
        <Choice
          label={t('trail.who')}
          value={coderId}
          options={coders.filter(({ id }) => !blind || id === own).map(({ id, name }) => [id, name])}
          onChange={setCoderId}
        />
        <Choice
          label={t('trail.what')}
          value={operation}
          options={namedOperations.map((name) => [name, entryName(name)])}
          onChange={setOperation}
        />
      </div>
      {entries.length === 0 && <p className="corpus-note">{t('trail.none')}</p>}
      <ol className="trail-list">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            open={open === entry.id}
            onToggle={() => setOpen((now) => (now === entry.id ? null : entry.id))}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button className="button" onPress={() => void fetchNextPage()}>
          {t('trail.more')}
        </Button>
      )}
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value={ALL}>{t('trail.all')}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Entry({ entry, open, onToggle }: { entry: HistoryEntry; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { articleId, state, operation, subject, coderName, at } = entry;
  return (
    <li className="trail-entry" data-undone={state === 'undone' || undefined}>
      <button type="button" className="trail-main" aria-expanded={open} onClick={onToggle}>
        <ChevronRight className="trail-chevron" size={12} strokeWidth={1.8} aria-hidden />
        <span className="trail-what">
          {entryName(operation)}
          {state === 'undone' && <span className="trail-undone"> {t('trail.undone')}</span>}
        </span>
        <span className="trail-subject">{subject.replaceAll(/\s+/g, ' ')}</span>
        <span className="trail-by">
          {coderName} · {moment(at)}
        </span>
      </button>
      {open && (
        <div className="trail-details">
          <Changes entryId={entry.id} />
          {articleId !== null && (
            <>
              <Button className="button button-quiet" onPress={() => goToArticle(articleId)}>
                {t('history.show')}
              </Button>
              <Button className="button button-quiet" onPress={() => goToArticleAsOf(articleId, at)}>
                {t('asOf.open')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** What the entry did, thing by thing: how many were made, changed, removed or brought back, and the first of them by name. */
function Changes({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useQuery({
    queryKey: keys.historyChanges(entryId),
    queryFn: () => send('history.changes', { entryId }),
  });
  if (data === undefined) return null;
  const counted = new Map<
    string,
    { did: 'made' | 'changed' | 'removed' | 'restored'; table: string; names: string[]; count: number }
  >();
  for (const { table, did, subject } of data.changes) {
    const key = `${did} ${table}`;
    const known = counted.get(key) ?? { did, table, names: [], count: 0 };
    known.count += 1;
    if (subject !== '' && known.names.length < 3) known.names.push(subject.slice(0, 40));
    counted.set(key, known);
  }
  return (
    <ul className="trail-changes">
      {[...counted].map(([key, { did, table, names, count }]) => (
        <li key={key}>
          {t(`trail.did.${did}`, { what: t(`trail.things.${thingOf(table)}`), shown: number(count) })}
          {names.length > 0 && <span className="trail-names"> {names.join(t('common.listSeparator'))}</span>}
        </li>
      ))}
    </ul>
  );
}

const things = [
  'articles',
  'annotations',
  'anchors',
  'links',
  'article_links',
  'categories',
  'codebooks',
  'memos',
  'coding_statuses',
  'repairs',
  'paragraph_roles',
] as const;

function thingOf(table: string): (typeof things)[number] | 'other' {
  return things.find((each) => each === table) ?? 'other';
}
