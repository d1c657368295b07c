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
  file = join(folder, 'fourth.jianzhu');
  makeFirst(file);
  const db = new Database(file);
  migrate(db, migrations.slice(0, 4));
  changeNote(db);
  db.close();
  await prepareCorpus(
    file,
    async () => void (await makeBackup(file, join(folder, 'backups'), 'migration', new Date(AT))),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a note in the fourth schema, as the program of then did. */
function changeNote(db: Database.Database): void {
  const before = db.prepare('SELECT * FROM annotations').get() as { id: string; version: number };
  const after = { ...before, note: '後來的筆記', version: before.version + 1 };
  db.prepare('UPDATE annotations SET note = ?, version = ? WHERE id = ?').run(after.note, after.version, before.id);
  db.prepare(
    `INSERT INTO history_entries (id, coder_id, at, operation, subject, state) VALUES (?, ?, ?, 'annotation.update', '', 'done')`,
  ).run(uuidv7(), ids.coder, AT);
  db.prepare(
    `INSERT INTO history_changes (entry_seq, position, table_name, row_id, before, after)
     VALUES ((SELECT max(seq) FROM history_entries), 0, 'annotations', ?, ?, ?)`,
  ).run(before.id, JSON.stringify(before), JSON.stringify(after));
}

test('a corpus of the fourth schema is sound afterwards, and its history can be turned', async () => {
  expect(findFaults(file)).toEqual([]);
  await using host = new TestHost();
  await host.identify('林', ids.coder);
  await host.host.openFile(file);
  const note = async () => (await host.ask('annotation.list', { articleId: ids.article }))[0]?.note;
  expect(await note()).toBe('後來的筆記');
  await host.ask('history.undo', {});
  expect(await note()).not.toBe('後來的筆記');
  await host.ask('history.redo', {});
  expect(await note()).toBe('後來的筆記');
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('links to references are looked up by an index', () => {
  const db = new Database(file, { readonly: true });
  const plan = (query: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail).join('\n');
  expect(plan(`SELECT 1 FROM reference_links WHERE annotation_id = 'x'`)).toContain('reference_links_by_annotation');
  expect(plan(`SELECT 1 FROM reference_links WHERE reference_id = 'x' ORDER BY start`)).toContain(
    'reference_links_by_reference',
  );
  db.close();
});
