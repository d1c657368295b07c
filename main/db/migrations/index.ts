import type { Database } from 'better-sqlite3';
import { foundation } from './0001-foundation.ts';
import { imports } from './0002-import.ts';
import { workbench } from './0003-workbench.ts';
import { references } from './0004-references.ts';
import { findings } from './0005-findings.ts';

export interface Migration {
  /** The schema version that the corpus has afterwards. */
  to: number;
  name: string;
  migrate(db: Database): void;
}

/** In order, without gaps; a landed one is never changed. */
export const migrations: readonly Migration[] = [foundation, imports, workbench, references, findings];

export const SCHEMA_VERSION = migrations.length;

/**
 * Brings a database to the last version of the list, each migration in a transaction of its own. References are
 * checked before each commit instead of row by row, so that a migration may make a table anew.
 */
export function migrate(db: Database, list: readonly Migration[] = migrations): void {
  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of list) {
      if (migration.to <= (db.pragma('user_version', { simple: true }) as number)) continue;
      db.transaction(() => {
        migration.migrate(db);
        const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[];
        if (broken[0] !== undefined)
          throw new Error(`migration ${migration.name}: ${broken[0].table} points at no row of ${broken[0].parent}`);
        db.pragma(`user_version = ${migration.to}`);
      }).exclusive();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
