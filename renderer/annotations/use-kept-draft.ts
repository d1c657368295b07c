import { useEffect, useRef, useState } from 'react';

export interface KeptDraft<Value> {
  value: Value;
  change: (next: Value) => void;
  /** Saves what was changed. */
  keep: () => void;
  /** Goes back to what is saved. */
  drop: () => void;
}

/** A value being edited; it follows the saved one until it is touched, and is saved on leaving, even when the field vanishes. */
export function useKeptDraft<Value>(saved: Value, save: (value: Value) => void): KeptDraft<Value> {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const latest = useRef({ draft, save });
  latest.current.save = save;
  const set = (next: { value: Value } | null) => {
    latest.current.draft = next;
    setDraft(next);
  };
  const keep = () => {
    const { draft: changed, save: saveNow } = latest.current;
    if (changed === null) return;
    latest.current.draft = null;
    setDraft(null);
    saveNow(changed.value);
  };
  const keepLast = useRef(keep);
  keepLast.current = keep;
  useEffect(() => () => keepLast.current(), []);
  return {
    value: draft === null ? saved : draft.value,
    change: (next) => set(Object.is(next, saved) ? null : { value: next }),
    keep,
    drop: () => set(null),
  };
}
