import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repair, TextFlag } from '#domain/contract/repair.ts';
import { type AlignedRow, alignText } from '#domain/repair/aligned-text.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { defaultTextSize } from '../reading/text-size.ts';
import { useSession } from '../session/queries.ts';
import { type Item, useTextLang } from './queries.ts';
import { select } from './review.ts';
import { TextRow } from './text-row.tsx';

interface RepairTextsProps {
  articleId: string;
  log: RepairLog;
  items: readonly Item[];
  selected: Item | null;
}

const noFlags: readonly TextFlag[] = [];

/** The text as imported and the present one, paragraph beside paragraph, every change marked in both. */
export function RepairTexts({ articleId, log, items, selected }: RepairTextsProps) {
  const { t } = useTranslation();
  const lang = useTextLang(articleId);
  const { preferences } = useSession();
  const body = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => alignText(log.importedText, log.repairs), [log]);
  const flags = useMemo(() => flagsByRow(rows, log.flags), [rows, log]);
  const itemOf = useMemo(() => itemsByPart(items), [items]);
  const selectedId = selected?.id ?? null;

  useEffect(() => {
    if (selectedId !== null && body.current !== null) reveal(body.current, selectedId);
  }, [selectedId]);

  return (
    // the list beside it has the keys
    <div
      className="repair-texts"
      role="group"
      tabIndex={0}
      aria-label={t('repairs.sideBySide')}
      lang={lang}
      ref={body}
      style={{ '--text-size': `${preferences.textSize ?? defaultTextSize}px` } as CSSProperties}
      onClick={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset.item;
        if (document.getSelection()?.isCollapsed !== false) select(items.find((item) => item.id === id));
      }}
    >
      <div className="repair-sides">
        <h2 className="repair-side-title">{t('repairs.imported')}</h2>
        <h2 className="repair-side-title">{t('repairs.repaired')}</h2>
      </div>
      {rows.map((row, at) => (
        <TextRow
          key={row.start}
          row={row}
          flags={flags[at] ?? noFlags}
          itemOf={itemOf}
          selected={holds(row, flags[at] ?? noFlags, itemOf, selectedId) ? selectedId : null}
        />
      ))}
    </div>
  );
}

/** The id of the item that a change or a flag belongs to, by what is known of it in a row. */
export type ItemOf = ReadonlyMap<string | TextFlag, string>;

function itemsByPart(items: readonly Item[]): ItemOf {
  const found = new Map<string | TextFlag, string>();
  for (const { id, entry, flag } of items) {
    if (entry === null) found.set(flag, id);
    else for (const repair of entry.repairs) found.set(repair.id, id);
  }
  return found;
}

/** The flags that begin or reach into each row; both are sorted. */
function flagsByRow(rows: readonly AlignedRow[], flags: readonly TextFlag[]): (readonly TextFlag[] | undefined)[] {
  if (flags.length === 0) return [];
  return rows.map(({ start }, at) => {
    const end = rows[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const here = flags.filter((flag) => flag.start < end && start < flag.end);
    return here.length > 0 ? here : undefined;
  });
}

/** Whether the selected item is in this row: other rows need not be drawn again. */
function holds(row: AlignedRow<Repair>, flags: readonly TextFlag[], itemOf: ItemOf, id: string | null): boolean {
  if (id === null) return false;
  return (
    row.segments.some((each) => each.kind === 'change' && itemOf.get(each.change.id) === id) ||
    flags.some((flag) => itemOf.get(flag) === id)
  );
}

/** Brings an item into sight on both sides, if it is not well in sight already. */
function reveal(scroller: HTMLElement, id: string): void {
  const marks = [...scroller.querySelectorAll<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)];
  const { top, height } = scroller.getBoundingClientRect();
  const extent = () => {
    const boxes = marks.map((mark) => mark.getBoundingClientRect());
    return { from: Math.min(...boxes.map((box) => box.top)), to: Math.max(...boxes.map((box) => box.bottom)) };
  };
  if (marks.length === 0) return;
  const { from, to } = extent();
  if (from > top + height * 0.12 && to < top + height * 0.88) return;
  // Rows out of sight have only guessed heights: once they are drawn the place is another one.
  for (let tried = 0; tried < 3; tried++) {
    const now = extent();
    const by = (now.from + now.to) / 2 - (top + height * 0.45);
    if (Math.abs(by) < 2) return;
    scroller.scrollBy({ top: by, behavior: 'instant' });
  }
}
