import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleText } from '#domain/contract/article.ts';
import type { TextFlag } from '#domain/contract/repair.ts';
import { type AlignedRow, alignText } from '#domain/repair/aligned-text.ts';
import type { RepairDecision } from '#domain/contract/repair.ts';
import { useSession } from '../session/queries.ts';
import { defaultTextSize } from '../reading/text-size.ts';
import type { Entry, RepairLog } from './queries.ts';
import { changeReview } from './review.ts';
import { RowSide } from './row-side.tsx';

interface RepairTextsProps {
  article: ArticleText;
  log: RepairLog;
  entries: readonly Entry[];
  selected: Entry | null;
}

/** What is known of a change besides its words. */
export interface Mark {
  entryId: string;
  decision: RepairDecision;
}

/** The text as imported and the present one, paragraph beside paragraph, every change marked in both. */
export function RepairTexts({ article, log, entries, selected }: RepairTextsProps) {
  const { t } = useTranslation();
  const { preferences } = useSession();
  const body = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => alignText(log.importedText, log.repairs), [log]);
  const marks = useMemo(() => {
    const found = new Map<string, Mark>();
    for (const { id: entryId, repairs } of entries)
      for (const { id, decision } of repairs) found.set(id, { entryId, decision });
    return found;
  }, [entries]);
  const selectedId = selected?.id ?? null;

  useEffect(() => {
    if (selectedId === null) return;
    const mark = body.current?.querySelector(`[data-entry="${CSS.escape(selectedId)}"]`);
    mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [selectedId]);

  const lang = article.script === 'hans' ? 'zh-Hans' : 'zh-Hant';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it has the keys
    <div
      className="repair-texts"
      role="group"
      tabIndex={0}
      aria-label={t('repairs.sideBySide')}
      lang={lang}
      ref={body}
      style={{ '--text-size': `${preferences.textSize ?? defaultTextSize}px` } as CSSProperties}
      onClick={(event) => {
        const entry = (event.target as HTMLElement).closest<HTMLElement>('[data-entry]')?.dataset.entry;
        if (entry !== undefined) changeReview({ selected: entry, editing: false });
      }}
    >
      <div className="repair-sides">
        <h2 className="repair-side-title">{t('repairs.imported')}</h2>
        <h2 className="repair-side-title">{t('repairs.repaired')}</h2>
      </div>
      {rows.map((row) => (
        <Row key={row.start} row={row} marks={marks} flags={log.flags} selected={selectedOf(row, marks, selectedId)} />
      ))}
    </div>
  );
}

/** The selected entry when it is in this row: other rows need not be drawn again. */
function selectedOf(row: AlignedRow, marks: ReadonlyMap<string, Mark>, selected: string | null): string | null {
  const isHere = row.segments.some((each) => each.kind === 'change' && marks.get(each.id)?.entryId === selected);
  return isHere ? selected : null;
}

interface RowProps {
  row: AlignedRow;
  marks: ReadonlyMap<string, Mark>;
  flags: readonly TextFlag[];
  selected: string | null;
}

const Row = memo(function Row({ row, marks, flags, selected }: RowProps) {
  return (
    <div className="repair-row">
      <RowSide row={row} side="before" marks={marks} flags={flags} selected={selected} />
      <RowSide row={row} side="after" marks={marks} flags={flags} selected={selected} />
    </div>
  );
});
