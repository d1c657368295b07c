const panes = ['.library', '.reading', '.margin'];

/** Brings the focus to the next pane, or to the one before, and round again. */
export function cyclePanes(step: 1 | -1): void {
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
