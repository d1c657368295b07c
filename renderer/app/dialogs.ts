import type { CommandId } from '#domain/commands/command-list.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import { makeStore } from './store.ts';

export type DialogName =
  | { kind: 'backups' | 'help' | 'paste' | 'paste-reference' | 'quick' }
  | { kind: 'exchange'; side: 'out' | 'in' }
  | { kind: 'settings'; section?: 'shortcuts' }
  /** The commands that applied where it was opened, and what had the focus there. */
  | { kind: 'palette'; commands: readonly CommandId[]; from: Element | null }
  | { kind: 'report' | 'exclusion' | 'revisions'; articleId: string }
  | { kind: 'import-report'; files: ImportedFile[]; importId: string | null };

export const dialogs = makeStore<DialogName | null>(null);

export function openDialog(dialog: DialogName): void {
  dialogs.set(dialog);
}

export function closeDialog(): void {
  dialogs.set(null);
}
