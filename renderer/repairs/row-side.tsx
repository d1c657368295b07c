import { useTranslation } from 'react-i18next';
import type { TextFlag } from '#domain/contract/repair.ts';
import type { AlignedRow } from '#domain/repair/aligned-text.ts';
import type { Mark } from './repair-texts.tsx';

interface RowSideProps {
  row: AlignedRow;
  side: 'before' | 'after';
  marks: ReadonlyMap<string, Mark>;
  flags: readonly TextFlag[];
  selected: string | null;
}

/** One side of a paragraph: on the left what stood there, on the right what stands there now. */
export function RowSide({ row, side, marks, flags, selected }: RowSideProps) {
  const { t } = useTranslation();
  return (
    <p className="repair-side">
      {row.segments.map((segment) => {
        if (segment.kind === 'same')
          return <Flagged key={`t${segment.start}`} start={segment.start} text={segment.text} flags={flags} />;
        const mark = marks.get(segment.id);
        const text = segment[side];
        const Tag = side === 'before' ? 'del' : 'ins';
        return (
          <Tag
            key={segment.id}
            className={`repair-mark repair-mark-${mark?.decision ?? 'open'}`}
            data-entry={mark?.entryId}
            data-selected={(selected !== null && mark?.entryId === selected) || undefined}
            data-empty={text === '' || undefined}
          >
            {text}
            <span className="visually-hidden">{t(`repairs.decisions.${mark?.decision ?? 'open'}`)}</span>
          </Tag>
        );
      })}
    </p>
  );
}

/** Plain text, in which what was flagged is underlined. */
function Flagged({ start, text, flags }: { start: number; text: string; flags: readonly TextFlag[] }) {
  const { t } = useTranslation();
  const here = flags.filter((flag) => flag.start < start + text.length && start < flag.end);
  if (here.length === 0) return text;
  const parts = [];
  let done = 0;
  for (const flag of here) {
    const from = Math.max(done, flag.start - start);
    const to = Math.min(text.length, flag.end - start);
    if (from >= to) continue;
    parts.push(
      text.slice(done, from),
      <mark key={flag.start} className="repair-flag" data-flag={flag.start} title={t(`repairs.flags.${flag.kind}`)}>
        {text.slice(from, to)}
      </mark>,
    );
    done = to;
  }
  return [...parts, text.slice(done)];
}
