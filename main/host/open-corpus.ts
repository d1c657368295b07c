import { join } from 'node:path';
import type { HostEvent } from '#domain/contract/event.ts';
import type { CorpusIdentity } from '../db/corpus-file.ts';
import { BackupFolder } from './backup-folder.ts';
import { CorpusConnection } from './corpus-connection.ts';

/** How often a corpus that stays open is asked whether a new day wants its backup, in ms. */
const DAILY_LOOK = 60 * 60 * 1000;

export interface CorpusFolders {
  /** Below it each corpus has a folder of its own. */
  backups: string;
  outbox: string;
}

export interface CorpusEvents {
  changed(event: HostEvent): void;
  backupFailed(error: unknown): void;
}

/** A corpus in use: its workers, and its backups, which are kept up while it is open. */
export class OpenCorpus {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly connection: CorpusConnection;
  readonly backups: BackupFolder;
  readonly #tell: CorpusEvents;
  #daily: NodeJS.Timeout | undefined;

  constructor(file: string, identity: CorpusIdentity, folders: CorpusFolders, tell: CorpusEvents) {
    this.id = identity.id;
    this.name = identity.name;
    this.file = file;
    this.connection = new CorpusConnection(file, folders.outbox);
    this.connection.onTouched = ({ tables, articleId }) => {
      if (tables.length > 0) tell.changed({ event: 'corpus.changed', tables, articleId, foreign: false });
    };
    this.connection.onForeign = () =>
      tell.changed({ event: 'corpus.changed', tables: [], articleId: null, foreign: true });
    this.backups = new BackupFolder(file, join(folders.backups, identity.id));
    this.#tell = tell;
  }

  /** Makes the backup of the day, now and whenever a new day has come. */
  keepBackups(): void {
    const keep = () => this.backups.keepDaily(new Date(), (error) => this.#tell.backupFailed(error));
    keep();
    this.#daily = setInterval(keep, DAILY_LOOK).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#daily);
    await this.backups.settled();
    await this.connection.close();
  }
}
