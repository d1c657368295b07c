import { useSyncExternalStore } from 'react';
import type { PictureTheme } from '#domain/pictures/look.ts';

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const read = (): PictureTheme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** The theme as it is shown, whoever set it. */
export const useShownTheme = () => useSyncExternalStore(subscribe, read);
