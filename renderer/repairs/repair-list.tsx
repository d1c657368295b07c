import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, RepairLog } from './queries.ts';
import { DecisionGlyph, Visible } from './repair-words.tsx';
import { changeReview } from './review.ts';

/** px of a row: two lines and their padding. */
const rowHeight = 46;
/** UTF-16 units of context on either side. */
const context = 8;

interface RepairListProps {
  log: RepairLog;
  entries: readonly Entry[];
  selected: Entry | null;
}

/** The changes in their order; only those in sight are in the page. */
export function RepairList({ log, entries, selected }: RepairListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const index = entries.findIndex(({ id }) => id === selected?.id);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => entries[at]?.id ?? at,
    overscan: 8,
  });

  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [index, virtualizer]);

  return (
    <div
      className="repair-list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('repairs.list')}
      aria-activedescendant={index >= 0 ? `repair-${index}` : undefined}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index: at, start, key }) => {
          const entry = entries[at];
          if (entry === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={key}
              id={`repair-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              aria-setsize={entries.length}
              aria-posinset={at + 1}
              className="repair-option"
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={() => changeReview({ selected: entry.id, editing: false })}
            >
              <Option log={log} entry={entry} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Option({ log, entry }: { log: RepairLog; entry: Entry }) {
  const { t } = useTranslation();
  const { leading, start, end, at } = entry;
  const after = leading.decision === 'accepted' ? log.text.slice(at.start, at.end) : proposed(log, entry);
  return (
    <>
      <span className="repair-change">
        <span className="repair-context">{log.importedText.slice(Math.max(0, start - context), start)}</span>
        <del>
          <Visible text={log.importedText.slice(start, end)} nothing="" />
        </del>
        <ins>
          <Visible text={after} nothing="" />
        </ins>
        <span className="repair-context">{log.importedText.slice(end, end + context)}</span>
      </span>
      <span className="repair-kind">
        <DecisionGlyph decision={leading.decision} />
        {t(`repairs.kinds.${leading.kind}`)}
        {!leading.certain && <span className="repair-uncertain">{t('repairs.proposal')}</span>}
      </span>
    </>
  );
}

/** The imported stretch with the best candidate of each repair in it, or those that stand. */
export function proposed({ importedText }: RepairLog, { repairs, start, end }: Entry, instead?: string): string {
  let text = '';
  let done = start;
  for (const [at, repair] of repairs.entries()) {
    const insert = (instead !== undefined && isLeading(repairs, at) ? instead : undefined) ?? repair.insert;
    text += importedText.slice(done, repair.start) + (insert ?? repair.candidates[0]?.insert ?? '');
    done = repair.end;
  }
  return text + importedText.slice(done, end);
}

function isLeading(repairs: Entry['repairs'], at: number): boolean {
  const leading = repairs.findIndex(({ kind }) => kind !== 'inline-pinyin');
  return at === Math.max(0, leading);
}
