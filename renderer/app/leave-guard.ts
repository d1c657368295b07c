import { useEffect } from 'react';
import { hasUnsavedCorrections } from '../correction/correction-state.ts';
import { areWritesDrawn } from '../queries/drawn-writes.ts';
import { saves } from './saves.ts';

/** In a browser, asks before the page is left while a change is not yet saved; a window waits for its host by itself. */
export function useLeaveGuard(): void {
  useEffect(() => {
    if (window.jianzhu !== undefined) return undefined;
    const leave = (event: BeforeUnloadEvent) => {
      if (saves.get().pending > 0 || areWritesDrawn() || hasUnsavedCorrections()) event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, []);
}
