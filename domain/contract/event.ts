import type { Job } from './job.ts';

/** What a host pushes to its pages. */
export type HostEvent =
  /** Rows of these tables changed; `foreign` when another process wrote them, and then any table may have. */
  | { event: 'corpus.changed'; tables: string[]; articleId: string | null; foreign: boolean }
  /** The coder, the open corpus or the preferences changed. */
  | { event: 'session.changed' }
  | { event: 'job.changed'; job: Job }
  /** A command of the native menu. */
  | { event: 'menu.chosen'; command: MenuCommand };

export const menuCommands = [
  'new-corpus',
  'open-corpus',
  'import',
  'export-report',
  'export-corpus',
  'import-project',
  'undo',
  'redo',
  'backups',
  'settings',
  'shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the preload exposes as `window.jianzhu`, and the browser host's page makes over HTTP. */
export interface Bridge {
  send(operation: string, input: unknown): Promise<unknown>;
  /** Returns a function that ends the listening. */
  listen(hear: (event: HostEvent) => void): () => void;
  /** Grants for a file that was dropped or chosen on the page: the path itself never reaches the page. Null when it has none. */
  pathOf(file: File): Promise<string | null>;
}
