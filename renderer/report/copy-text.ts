/**
 * Puts a text on the clipboard within a keystroke or a click; false when the browser does not let it. The clipboard's own
 * interface asks for a permission that the program gives to nobody.
 */
export function copyText(text: string): boolean {
  const allow = (event: Event) => event.preventDefault();
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('beforecopy', allow, true);
  document.addEventListener('copy', fill, true);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', allow, true);
    document.removeEventListener('copy', fill, true);
  }
}
