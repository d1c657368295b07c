import { useMemo } from 'react';
import { useEveryId } from './queries.ts';
import { RecodeBar } from './recode-bar.tsx';
import { selection } from './selection.ts';

const none: readonly string[] = [];

/**
 * Under the list, what can be done to the annotations that are selected and shown. What the filter hides is not touched,
 * though it stays selected for when it is shown again; how many those are is said.
 */
export function SelectionBar({ shown }: { shown: readonly string[] }) {
  const chosen = selection.use();
  const selected = useMemo(() => (chosen.size === 0 ? none : shown.filter((id) => chosen.has(id))), [shown, chosen]);
  // Those that are gone meanwhile are hidden by no filter.
  const every = useEveryId(chosen.size > selected.length);
  const hidden = useMemo(() => {
    if (every === undefined || chosen.size === selected.length) return 0;
    return Math.max(0, every.filter((id) => chosen.has(id)).length - selected.length);
  }, [every, chosen, selected]);
  if (selected.length === 0 && hidden === 0) return null;
  return <RecodeBar ids={selected} hidden={hidden} onClear={() => selection.set(new Set())} />;
}
