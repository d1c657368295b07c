import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { TestHost } from '../../host/hosted-corpus.ts';
import { makeBackup } from '../backups.ts';
import { findFaults } from '../corpus-dump.ts';
import { prepareCorpus } from '../corpus-file.ts';
import { AT, ids, makeFirst } from './first-corpus.test-support.ts';
import { migrate, migrations } from './index.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  file = join(folder, 'third.jianzhu');
  makeFirst(file);
  const db = new Database(file);
  migrate(db, migrations.slice(0, 3));
  removeLink(db);
  db.close();
  await prepareCorpus(
    file,
    async () => void (await makeBackup(file, join(folder, 'backups'), 'migration', new Date(AT))),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes a link away in the third schema, as the program of then did. */
function removeLink(db: Database.Database): void {
  const before = db.prepare('SELECT * FROM links WHERE deleted_at IS NULL').get() as Record<string, unknown>;
  const after = { ...before, deleted_at: AT, version: 2 };
  db.prepare('UPDATE links SET deleted_at = ?, version = 2 WHERE id = ?').run(AT, before.id);
  db.prepare(
    `INSERT INTO history_entries (id, coder_id, at, operation, subject, state) VALUES (?, ?, ?, 'annotation.update', '', 'done')`,
  ).run(uuidv7(), ids.coder, AT);
  db.prepare(
    `INSERT INTO history_changes (entry_seq, position, table_name, row_id, before, after)
     VALUES ((SELECT max(seq) FROM history_entries), 0, 'links', ?, ?, ?)`,
  ).run(before.id, JSON.stringify(before), JSON.stringify(after));
}

test('a corpus of the third schema is sound afterwards, and its history can be turned', async () => {
  expect(findFaults(file)).toEqual([]);
  await using host = new TestHost();
  await host.identify('林', ids.coder);
  await host.host.openFile(file);
  const links = async () => (await host.ask('annotation.list', { articleId: ids.article }))[0]?.links ?? [];
  expect(await links()).toHaveLength(0);
  await host.ask('history.undo', {});
  const [link] = await links();
  expect(link?.origin).toBe('hand');
  expect(link).not.toHaveProperty('suggestion');
  await host.ask('history.redo', {});
  expect(await links()).toHaveLength(0);
  expect(await host.ask('reference.list', {})).toEqual([]);
  expect(await host.ask('suggestion.learning', {})).toEqual({ until: null });
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('lookups of references go by an index', () => {
  const db = new Database(file, { readonly: true });
  const plan = (query: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail).join('\n');
  expect(plan(`SELECT 1 FROM reference_divisions WHERE reference_id = 'x' ORDER BY start`)).toContain(
    'reference_divisions_by_reference',
  );
  expect(plan(`SELECT 1 FROM refused_suggestions WHERE article_id = 'x'`)).toContain('refused_suggestions_by_article');
  expect(plan(`SELECT runs FROM reuse_results WHERE revision_id = 'x'`)).toContain('PRIMARY KEY');
  db.close();
});
