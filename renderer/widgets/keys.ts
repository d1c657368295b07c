import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

export const onMac = /Mac/.test(navigator.platform);

/** Ctrl, or ⌘ on a Mac. */
export function withCommand(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  return onMac ? event.metaKey : event.ctrlKey;
}

/** Whether an input method is composing: then no key is a command. Code 229 is what some send before they say so. */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** Whether the key goes to something that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}
