import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repair, TextFlag } from '#domain/contract/repair.ts';
import type { AlignedRow, AlignedSegment } from '#domain/repair/aligned-text.ts';
import { useNearSight } from './near-sight.ts';
import type { ItemOf } from './repair-texts.tsx';

interface TextRowProps {
  row: AlignedRow<Repair>;
  flags: readonly TextFlag[];
  itemOf: ItemOf;
  /** The id of the selected item, when it is in this row. */
  selected: string | null;
}

/**
 * A paragraph as imported beside what it is now; drawn again only when something in it has changed. Far from what is in
 * sight it is plain words, which can still be searched and copied: thousands of marks at once would take seconds.
 */
export const TextRow = memo(function TextRow({ row, ...marking }: TextRowProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const isNear = useNearSight(element, '.repair-texts');
  if (!isNear && marking.selected === null)
    return (
      <div className="repair-row" data-continued={row.continued || undefined} ref={setElement}>
        <p className="repair-side">{plainSide(row, 'before')}</p>
        <p className="repair-side">{plainSide(row, 'after')}</p>
      </div>
    );
  return (
    <div className="repair-row" data-continued={row.continued || undefined} ref={setElement}>
      <p className="repair-side">
        {row.segments.map((segment) => (
          <Segment key={keyOf(segment)} segment={segment} side="before" {...marking} />
        ))}
      </p>
      <p className="repair-side">
        {row.segments.map((segment) => (
          <Segment key={keyOf(segment)} segment={segment} side="after" {...marking} />
        ))}
      </p>
    </div>
  );
}, isSame);

function plainSide({ segments }: AlignedRow<Repair>, side: 'before' | 'after'): string {
  return segments.map((segment) => (segment.kind === 'same' ? segment.text : segment[side])).join('');
}

type SegmentProps = Omit<TextRowProps, 'row'> & { segment: AlignedSegment<Repair>; side: 'before' | 'after' };

function Segment({ segment, side, flags, itemOf, selected }: SegmentProps) {
  const { t } = useTranslation();
  const flagged = (start: number, text: string) => (
    <Flagged start={start} text={text} flags={flags} itemOf={itemOf} selected={selected} />
  );
  if (segment.kind === 'same') return flagged(segment.start, segment.text);
  const { change } = segment;
  const text = segment[side];
  const item = itemOf.get(change.id);
  const stands = change.decision === 'accepted';
  const Tag = stands ? (side === 'before' ? 'del' : 'ins') : 'span';
  return (
    <Tag
      className={`repair-mark repair-mark-${change.decision}`}
      data-item={item}
      data-selected={(selected !== null && item === selected) || undefined}
      data-empty={text === '' || undefined}
      title={`${t(`repairs.kinds.${change.kind}`)} · ${t(`repairs.decisions.${change.decision}`)}`}
    >
      {stands ? text : flagged(change.start, text)}
      {!stands && <span className="visually-hidden repair-uncopied">{t(`repairs.decisions.${change.decision}`)}</span>}
    </Tag>
  );
}

interface FlaggedProps extends Omit<TextRowProps, 'row'> {
  /** UTF-16 offset of the text as imported. */
  start: number;
  text: string;
}

/** Words as imported, in which what was flagged is underlined. */
function Flagged({ start, text, flags, itemOf, selected }: FlaggedProps): ReactNode {
  const { t } = useTranslation();
  const parts: ReactNode[] = [];
  let done = 0;
  for (const flag of flags) {
    const from = Math.max(done, flag.start - start);
    const to = Math.min(text.length, flag.end - start);
    if (from >= to) continue;
    const item = itemOf.get(flag);
    parts.push(
      text.slice(done, from),
      <mark
        key={`${flag.kind}${flag.start}`}
        className="repair-flag"
        data-item={item}
        data-selected={(selected !== null && item === selected) || undefined}
        title={t(`repairs.flags.${flag.kind}`)}
      >
        {text.slice(from, to)}
      </mark>,
    );
    done = to;
  }
  return done === 0 ? text : [...parts, text.slice(done)];
}

const keyOf = (segment: AlignedSegment<Repair>) => (segment.kind === 'same' ? segment.start : segment.change.id);

function isSame(one: TextRowProps, other: TextRowProps): boolean {
  return (
    one.selected === other.selected &&
    one.row.start === other.row.start &&
    one.row.continued === other.row.continued &&
    one.flags.length === other.flags.length &&
    one.flags.every((flag, at) => flag.start === other.flags[at]?.start && flag.kind === other.flags[at]?.kind) &&
    one.row.segments.length === other.row.segments.length &&
    one.row.segments.every((segment, at) => isSameSegment(segment, other.row.segments[at]))
  );
}

function isSameSegment(one: AlignedSegment<Repair>, other: AlignedSegment<Repair> | undefined): boolean {
  if (one.kind === 'same') return other?.kind === 'same' && one.start === other.start && one.text === other.text;
  return (
    other?.kind === 'change' &&
    one.change.id === other.change.id &&
    one.change.decision === other.change.decision &&
    one.after === other.after
  );
}
