import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFlag } from '#domain/contract/repair.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { passageAround } from '#domain/repair/passage.ts';
import { repairedWords } from '#domain/repair/repair-entries.ts';
import { DecisionGlyph, Visible } from './change-words.tsx';
import type { Entry, Item } from './queries.ts';
import { select } from './review.ts';

/** px of a row: two lines and their padding. */
const rowHeight = 46;
/** UTF-16 units of context on either side. */
const context = { before: 8, after: 20 };

interface RepairListProps {
  /** The language of the article. */
  lang: string;
  log: RepairLog;
  items: readonly Item[];
  selected: Item | null;
}

/** What was found, in its order; only what is in sight is in the page. */
export function RepairList({ lang, log, items, selected }: RepairListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const index = items.findIndex(({ id }) => id === selected?.id);
  // The same as long as the rows are: for another one the virtualizer lays out all of them anew.
  const getItemKey = useCallback((at: number) => items[at]?.id ?? at, [items]);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 8,
  });

  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [index, virtualizer]);

  // Whoever comes here works by the keys of the list, and a screen reader should say where she is.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

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
          const item = items[at];
          if (item === undefined) return null;
          return (
            // the list has the keys
            <div
              key={key}
              id={`repair-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              className="repair-option"
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={() => select(item)}
            >
              {item.entry === null ? (
                <FlagOption lang={lang} log={log} flag={item.flag} />
              ) : (
                <Option lang={lang} log={log} entry={item.entry} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Option({ lang, log, entry }: { lang: string; log: RepairLog; entry: Entry }) {
  const { t } = useTranslation();
  const { leading, start, end, at } = entry;
  const { before } = passageAround(log.text, at, context.before);
  const { after } = passageAround(log.text, at, context.after);
  return (
    <>
      <span className="repair-change" lang={lang}>
        <span className="repair-context">{before}</span>
        <del>
          <Visible text={log.importedText.slice(start, end)} />
        </del>
        <ins>
          <Visible text={repairedWords(log.importedText, entry)} />
        </ins>
        <span className="repair-context">{after}</span>
      </span>
      <span className="repair-kind">
        <DecisionGlyph decision={leading.decision} />
        {t(`repairs.kinds.${leading.kind}`)}
        {!leading.certain && <span className="repair-uncertain">{t('repairs.proposal')}</span>}
      </span>
    </>
  );
}

function FlagOption({ lang, log, flag }: { lang: string; log: RepairLog; flag: TextFlag }) {
  const { t } = useTranslation();
  const { before } = passageAround(log.text, flag.at, context.before);
  const { after } = passageAround(log.text, flag.at, context.after);
  return (
    <>
      <span className="repair-change" lang={lang}>
        <span className="repair-context">{before}</span>
        <mark className="repair-flag">{log.text.slice(flag.at.start, flag.at.end)}</mark>
        <span className="repair-context">{after}</span>
      </span>
      <span className="repair-kind">
        <DecisionGlyph decision="flag" />
        {t(`repairs.flags.${flag.kind}`)}
      </span>
    </>
  );
}
