/** Texts side by side are panes of their own. */
const panes = '.library, .reading:not(:has(.compare-pane)), .compare-pane, .margin';

/** Brings the focus to the next pane, or to the one before, and round again. */
export function cyclePanes(step: 1 | -1): void {
  const all = [...document.querySelectorAll(panes)];
  const at = all.findIndex((pane) => pane.contains(document.activeElement));
  for (let tried = 1; tried <= all.length; tried++) {
    const pane = all[(Math.max(at, step === 1 ? -1 : 0) + step * tried + all.length * 2) % all.length];
    const stop = paneStop(pane ?? null);
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
