import { Refusal } from '#domain/contract/answer.ts';
import type { Output } from '#domain/contract/index.ts';
import type { Coder, ReadContext, WriteContext } from './context.ts';

export function listCoders({ db }: ReadContext): Output<'coder.list'> {
  return db.prepare('SELECT id, name FROM coders ORDER BY created_at, id').all() as Coder[];
}

/** Enters a coder into the corpus, or their new name. */
export function enterCoder({ db, now }: Pick<WriteContext, 'db' | 'now'>, input: Coder): Record<string, never> {
  db.prepare(
    `INSERT INTO coders (id, name, created_at, changed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at WHERE name <> excluded.name`,
  ).run(input.id, input.name, now, now);
  return {};
}

export function noCoder(): Refusal {
  return new Refusal('conflict', 'no-coder', 'Say who you are before you change anything: coder.identify.');
}
