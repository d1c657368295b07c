import type { CommandId } from '#domain/commands/command-list.ts';
import type { FindingQuestion } from '#domain/contract/finding.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import type { Input } from '#domain/contract/index.ts';
import type { ReportChoice } from '#domain/contract/report.ts';
import { makeStore } from './store.ts';

export type DialogName =
  | { kind: 'backups' | 'help' | 'paste' | 'paste-reference' | 'quick' }
  | { kind: 'exchange'; side: 'out' | 'in' }
  | { kind: 'settings'; section?: 'shortcuts' }
  /** The commands that applied where it was opened, and what had the focus there. */
  | { kind: 'palette'; commands: readonly CommandId[]; from: Element | null }
  | { kind: 'report'; choice: ReportChoice }
  | { kind: 'exclusion' | 'revisions'; articleId: string }
  /** The sentences of a category, as far as the articles of one row (null: of all) take them up. */
  | { kind: 'taken-sentences'; question: Input<'matrix.sentences'>; category: string; row: string }
  | { kind: 'keep-finding'; question: FindingQuestion; name: string }
  | { kind: 'import-report'; files: ImportedFile[]; importId: string | null };

export const dialogs = makeStore<DialogName | null>(null);

export function openDialog(dialog: DialogName): void {
  dialogs.set(dialog);
}

export function closeDialog(): void {
  dialogs.set(null);
}

/** Composes a report of articles, in this order. */
export function reportArticles(articleIds: string[]): void {
  openDialog({ kind: 'report', choice: { by: 'articles', articleIds } });
}
