/** What every control of a text field is given; it saves on leaving and on Enter, and Escape goes back. */
export interface ControlProps {
  id: string;
  /** As it is stored; null is unknown. */
  value: string | null;
  describedBy: string;
  onSave: (value: string | null) => void;
  /** Enter was pressed, and what was written is saved. */
  onDone: () => void;
}

/** What was written as a value: an empty field is unknown. */
export function settle(written: string): string | null {
  return written.replaceAll(/\s+/g, ' ').trim() || null;
}
