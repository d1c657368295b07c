import { ChevronDown } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type RepairDecision, repairKinds } from '#domain/contract/repair.ts';
import { useFormat } from '../app/format.ts';
import { MenuList } from '../widgets/menu-list.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { decide } from './mutations.ts';
import { type Entry, useEntries, useRepairs } from './queries.ts';
import { RepairDetails } from './repair-details.tsx';
import { RepairFlags } from './repair-flags.tsx';
import { RepairList } from './repair-list.tsx';
import { changeReview, decisionsFor, review, selectedEntry, shownEntries } from './review.ts';

/** In place of the margin: what was found, one by one, and what to do about many at once. */
export function RepairsPane({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: log } = useRepairs(articleId);
  const entries = useEntries(log);
  const state = review.use();
  if (log === undefined) return null;
  const shown = shownEntries(entries, state);
  const selected = selectedEntry(shown, state);
  const count = (decision: RepairDecision) => entries.filter(({ leading }) => leading.decision === decision).length;
  const decisions = ['open', 'accepted', 'refused'] as const;
  return (
    <section className="repairs-pane" aria-label={t('repairs.title')}>
      <header className="pane-head">
        <h2 className="pane-title">{t('repairs.title')}</h2>
        <span className="pane-count">{number(entries.length)}</span>
        <ManyMenu articleId={articleId} entries={entries} />
      </header>
      {entries.length > 0 && (
        <div className="repair-filters">
          <Segmented
            labelHidden
            quiet
            label={t('repairs.byDecision')}
            value={state.decision ?? 'all'}
            onChange={(value) => changeReview({ decision: value === 'all' ? null : value, selected: null })}
            choices={[
              { value: 'all' as const, label: t('repairs.all') },
              ...decisions.map((value) => ({
                value,
                label: `${t(`repairs.decisions.${value}`)} ${number(count(value))}`,
              })),
            ]}
          />
          <KindFilter entries={entries} />
        </div>
      )}
      {shown.length > 0 ? (
        <RepairList log={log} entries={shown} selected={selected} />
      ) : (
        <div className="empty">
          <p className="empty-words">{t(entries.length === 0 ? 'repairs.none' : 'repairs.noneShown')}</p>
          {entries.length > 0 && (
            <Button className="button" onPress={() => changeReview({ decision: null, kind: null })}>
              {t('repairs.showAll')}
            </Button>
          )}
        </div>
      )}
      <RepairFlags log={log} />
      {selected && <RepairDetails articleId={articleId} log={log} entry={selected} />}
    </section>
  );
}

function KindFilter({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { kind } = review.use();
  const count = (of: Entry['leading']['kind']) => entries.filter(({ leading }) => leading.kind === of).length;
  const present = repairKinds.filter((each) => count(each) > 0);
  if (present.length < 2) return null;
  return (
    <div className="repair-kinds" role="group" aria-label={t('repairs.byKind')}>
      {present.map((each) => (
        <Button
          key={each}
          className="repair-kind-chip"
          aria-pressed={kind === each}
          onPress={() => changeReview({ kind: kind === each ? null : each, selected: null })}
        >
          {t(`repairs.kinds.${each}`)} <span className="number">{number(count(each))}</span>
        </Button>
      ))}
    </div>
  );
}

/** Decisions about many at once; each is one step of the history. */
function ManyMenu({ articleId, entries }: { articleId: string; entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const { kind } = review.use();
  const put = (which: (entry: Entry) => boolean, decision: RepairDecision) =>
    void decide(articleId, decisionsFor(entries.filter(which), decision));
  const isOpen = ({ leading }: Entry) => leading.decision === 'open';
  const stands = ({ leading }: Entry) => leading.decision === 'accepted';
  const ofKind = (entry: Entry) => kind === null || entry.leading.kind === kind;
  const name = kind === null ? '' : t(`repairs.kinds.${kind}`);
  const missingCertain = ({ leading }: Entry) => leading.certain && leading.decision !== 'accepted';
  return (
    <MenuTrigger>
      <Button className="button button-quiet repair-many">
        {t('repairs.many')}
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
      </Button>
      <MenuList
        label={t('repairs.many')}
        items={[
          {
            id: 'certain',
            label: t('repairs.acceptCertain'),
            disabled: !entries.some(missingCertain),
            act: () => put(missingCertain, 'accepted'),
          },
          {
            id: 'open',
            label: t('repairs.acceptOpen'),
            disabled: !entries.some(isOpen),
            act: () => put(isOpen, 'accepted'),
          },
          ...(kind === null
            ? []
            : [
                {
                  id: 'kind',
                  label: t('repairs.acceptKind', { name }),
                  apart: true,
                  act: () => put((entry) => ofKind(entry) && !stands(entry), 'accepted'),
                },
                {
                  id: 'kind-back',
                  label: t('repairs.takeBackKind', { name }),
                  act: () => put((entry) => ofKind(entry) && stands(entry), 'refused'),
                },
              ]),
          {
            id: 'refuse-open',
            label: t('repairs.refuseOpen'),
            apart: true,
            disabled: !entries.some(isOpen),
            act: () => put(isOpen, 'refused'),
          },
          {
            id: 'back',
            label: t('repairs.takeBackAll'),
            disabled: !entries.some(stands),
            act: () => put(stands, 'refused'),
          },
        ]}
      />
    </MenuTrigger>
  );
}
