import { useEffect } from 'react';
import type { MenuCommand } from '#domain/contract/event.ts';
import { listen } from '../bridge/send.ts';
import { redo, undo } from '../history/mutations.ts';
import { chooseFiles } from '../imports/import-menu.tsx';
import { picker } from '../picker/picker-state.ts';
import { changeTextSize } from '../reading/text-size.ts';
import { openReview } from '../repairs/open-review.ts';
import { getSession } from '../session/queries.ts';
import { isComposing, isTyping, withCommand } from '../widgets/keys.ts';
import { dialogs, openDialog } from './dialogs.ts';
import { getPlace } from './place.ts';

/** What a command of the native menu does in the workspace; those about corpora take an act of the shell. */
function runCommand(command: MenuCommand, leaveCorpus: () => void): void {
  switch (command) {
    case 'new-corpus':
    case 'open-corpus':
      leaveCorpus();
      break;
    case 'import':
      chooseFiles(getSession()?.dialogs ?? false);
      break;
    case 'export-report': {
      const { articleId } = getPlace();
      if (articleId !== null) openDialog({ kind: 'report', articleId });
      break;
    }
    case 'undo':
      takeBack('undo');
      break;
    case 'redo':
      takeBack('redo');
      break;
    case 'backups':
      openDialog({ kind: 'backups' });
      break;
    case 'settings':
      openDialog({ kind: 'settings' });
      break;
    case 'shortcuts':
      openDialog({ kind: 'help' });
      break;
  }
}

/** In a field, undo is about what is typed there, which the browser keeps. */
function takeBack(which: 'undo' | 'redo'): void {
  if (isTyping(document.activeElement)) document.execCommand(which);
  else void (which === 'undo' ? undo() : redo());
}

function commandOf(event: KeyboardEvent): MenuCommand | null {
  const key = event.key.toLowerCase();
  if (withCommand(event) && !event.altKey) {
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    if (key === 'y') return 'redo';
    if (key === 'o') return 'import';
    if (key === 'e') return 'export-report';
    if (key === ',') return 'settings';
    return null;
  }
  return key === '?' ? 'shortcuts' : null;
}

const panes = ['.library', '.reading', '.margin'];

function cyclePanes(step: 1 | -1): void {
  const at = panes.findIndex((pane) => document.activeElement?.closest(pane));
  for (let tried = 1; tried <= panes.length; tried++) {
    const pane = panes[(Math.max(at, step === 1 ? -1 : 0) + step * tried + panes.length * 2) % panes.length];
    const stop = paneStop(document.querySelector(pane ?? ''));
    if (stop === null) continue;
    stop.focus();
    return;
  }
}

/** Where a pane is entered: its text or its current row, else whatever comes first. */
function paneStop(pane: Element | null): HTMLElement | null {
  if (pane === null || pane.clientWidth === 0) return null;
  const wanted = [
    '.ProseMirror',
    'a[tabindex="0"]',
    '.annotation-main[tabindex="0"]',
    '[tabindex="0"]',
    'button, input',
  ];
  for (const selector of wanted) {
    const stop = pane.querySelector<HTMLElement>(selector);
    if (stop !== null) return stop;
  }
  return null;
}

/** Keys of the whole window, and the native menu. */
export function useCommands(leaveCorpus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const busy = dialogs.get() !== null || picker.get() !== null;
      const typing = isTyping(event.target);
      const command = commandOf(event);
      if (event.key === 'F6' && !busy) cyclePanes(event.shiftKey ? -1 : 1);
      else if (command !== null && !busy && !(typing && ['undo', 'redo', 'shortcuts'].includes(command))) {
        runCommand(command, leaveCorpus);
      } else if (busy || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      else if (event.key === '/') document.querySelector<HTMLElement>('#library-filter')?.focus();
      else if (event.key === 'm' && getPlace().view === 'reading') openReview();
      else if (event.key === '+' || event.key === '=') changeTextSize(1);
      else if (event.key === '-') changeTextSize(-1);
      else return;
      event.preventDefault();
    };
    const unlisten = listen((event) => {
      if (event.event === 'menu.chosen') runCommand(event.command, leaveCorpus);
    });
    window.addEventListener('keydown', onKey);
    return () => {
      unlisten();
      window.removeEventListener('keydown', onKey);
    };
  }, [leaveCorpus]);
}
