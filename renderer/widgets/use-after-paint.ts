import { startTransition, useEffect, useState } from 'react';

/** ms after which it comes in any case: a window that is hidden paints nothing. */
const AT_LATEST = 100;

/**
 * A value as it was until the frame after its change is on screen: what is built from it never stands between a key and
 * what the key is about. `first` stands for it until the first frame.
 */
export function useAfterPaint<Value>(value: Value, first = value): Value {
  const [shown, setShown] = useState<{ value: Value }>({ value: first });
  useEffect(() => {
    if (Object.is(shown.value, value)) return undefined;
    const show = () => startTransition(() => setShown({ value }));
    let timer = setTimeout(show, AT_LATEST);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(show);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [shown, value]);
  return shown.value;
}
