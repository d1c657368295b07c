import type { ImportedFile } from '#domain/contract/import.ts';
import { makeStore } from './store.ts';

export type DialogName =
  | { kind: 'settings' | 'backups' | 'help' | 'paste' }
  | { kind: 'report' | 'exclusion' | 'revisions'; articleId: string }
  | { kind: 'import-report'; files: ImportedFile[]; importId: string | null };

export const dialogs = makeStore<DialogName | null>(null);

export function openDialog(dialog: DialogName): void {
  dialogs.set(dialog);
}

export function closeDialog(): void {
  dialogs.set(null);
}
