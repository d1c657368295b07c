import type { Motion } from './motions.ts';

export type ReaderCommand =
  | { do: 'move'; motion: Motion; extend: boolean }
  | { do: 'select all' }
  | { do: 'collapse' }
  | { do: 'activate' };

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** What a key does in the reader; null for keys it leaves to the interface or the browser. */
export function commandFor(event: KeyboardEvent): ReaderCommand | null {
  const extend = event.shiftKey;
  const apple = isApple();
  const primary = apple ? event.metaKey : event.ctrlKey;
  const byClause = event.altKey || event.ctrlKey;
  const move = (motion: Motion): ReaderCommand => ({ do: 'move', motion, extend });
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = event.key === 'ArrowRight' ? 1 : -1;
      if (event.metaKey) return apple ? move({ by: 'line edge', direction }) : null;
      return move({ by: byClause ? 'clause' : 'grapheme', direction });
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = event.key === 'ArrowDown' ? 1 : -1;
      if (event.metaKey) return apple ? move({ by: 'text edge', direction }) : null;
      return event.altKey || event.ctrlKey ? null : move({ by: 'line', direction });
    }
    case 'Home':
    case 'End':
      return move({ by: primary ? 'text edge' : 'line edge', direction: event.key === 'End' ? 1 : -1 });
    case 'PageUp':
    case 'PageDown':
      return primary || event.altKey ? null : move({ by: 'page', direction: event.key === 'PageDown' ? 1 : -1 });
    case 'a':
    case 'A':
      return primary && !event.altKey && !extend ? { do: 'select all' } : null;
    case 'Escape':
      return { do: 'collapse' };
    case 'Enter':
      return primary || event.altKey || extend ? null : { do: 'activate' };
    case ']':
    case '[':
      if (event.ctrlKey || event.metaKey || event.altKey) return null;
      return { do: 'move', motion: { by: 'annotation', direction: event.key === ']' ? 1 : -1 }, extend: false };
    default:
      return null;
  }
}
