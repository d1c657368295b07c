import { useEffect, useEffectEvent, useState } from 'react';

export interface KeptDraft<Value> {
  value: Value;
  change: (next: Value) => void;
  /** Saves what was changed. */
  keep: () => void;
  /** Goes back to what is saved. */
  drop: () => void;
}

/** A value being edited: it follows the saved one until it is touched, and is saved on leaving, even when its field vanishes. */
export function useKeptDraft<Value>(saved: Value, save: (value: Value) => void): KeptDraft<Value> {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const keep = () => {
    if (draft === null) return;
    setDraft(null);
    save(draft.value);
  };
  const vanish = useEffectEvent(keep);
  useEffect(() => () => vanish(), []);
  return {
    value: draft === null ? saved : draft.value,
    change: (next) => setDraft(Object.is(next, saved) ? null : { value: next }),
    keep,
    drop: () => setDraft(null),
  };
}
