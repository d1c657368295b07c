import { makeStore } from './store.ts';

export interface Notice {
  key: number;
  /** A `quiet` notice leaves by itself; an `alert` stays until it is dismissed. */
  tone: 'quiet' | 'alert';
  text: string;
  action?: { label: string; run: () => void };
}

/** ms that a quiet notice stays. */
const quietFor = 8000;

export const notices = makeStore<Notice | null>(null);
let lastKey = 0;

/** Shows a notice in the status line, in place of the one before. */
export function notify(tone: Notice['tone'], text: string, action?: Notice['action']): void {
  lastKey += 1;
  const key = lastKey;
  notices.set({ key, tone, text, ...(action ? { action } : {}) });
  if (tone === 'quiet') setTimeout(() => dismissNotice(key), quietFor);
}

/** The key of the last notice that was shown; those of later ones are greater. */
export function lastNotice(): number {
  return lastKey;
}

/** Takes back whatever is shown: what it offered is over. */
export function clearNotice(): void {
  notices.set(null);
}

export function dismissNotice(key: number): void {
  notices.set((now) => (now?.key === key ? null : now));
}
