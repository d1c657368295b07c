import { getSession } from '../session/queries.ts';
import { setPreferences } from '../session/mutations.ts';

/** px, until she chooses another. */
export const defaultTextSize = 18;
const smallest = 12;
const largest = 36;

/** Makes the text larger or smaller by some px, within what can be read. */
export function changeTextSize(by: number): void {
  const now = getSession()?.preferences.textSize ?? defaultTextSize;
  const next = Math.max(smallest, Math.min(largest, now + by));
  if (next !== now) void setPreferences({ textSize: next });
}
