import type { Database } from 'better-sqlite3';
import { foundation } from './0001-foundation.ts';

export interface Migration {
  /** The schema version that the corpus has afterwards. */
  to: number;
  name: string;
  migrate(db: Database): void;
}

/** In order, without gaps; a landed one is never changed. */
export const migrations: readonly Migration[] = [foundation];

export const SCHEMA_VERSION = migrations.length;
