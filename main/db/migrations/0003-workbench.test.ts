import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import { builtin, TestHost } from '../../host/hosted-corpus.ts';
import { makeBackup } from '../backups.ts';
import { findFaults } from '../corpus-dump.ts';
import { prepareCorpus } from '../corpus-file.ts';
import { AT, ids, makeFirst } from './first-corpus.test-support.ts';
import { migrate, migrations } from './index.ts';

const category = builtinCategories[5]?.id ?? '';
let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  file = join(folder, 'second.jianzhu');
  makeFirst(file);
  makeSecond(file);
  await prepareCorpus(
    file,
    async () => void (await makeBackup(file, join(folder, 'backups'), 'migration', new Date(AT))),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A corpus of the second schema in which a category was recoloured. */
function makeSecond(path: string): void {
  const db = new Database(path);
  migrate(db, migrations.slice(0, 2));
  const before = db.prepare('SELECT * FROM categories WHERE id = ?').get(category) as Record<string, unknown>;
  const after = { ...before, colour: 9, version: 2 };
  db.prepare('UPDATE categories SET colour = 9, version = 2 WHERE id = ?').run(category);
  db.prepare(
    `INSERT INTO history_entries (id, coder_id, at, operation, subject, state) VALUES (?, ?, ?, 'category.update', '', 'done')`,
  ).run(uuidv7(), ids.coder, AT);
  db.prepare(
    `INSERT INTO history_changes (entry_seq, position, table_name, row_id, before, after)
     VALUES ((SELECT max(seq) FROM history_entries), 0, 'categories', ?, ?, ?)`,
  ).run(category, JSON.stringify(before), JSON.stringify(after));
  db.close();
}

test('a corpus of the second schema is sound afterwards, and its history can be turned', async () => {
  expect(findFaults(file)).toEqual([]);
  await using host = new TestHost();
  await host.identify('林', ids.coder);
  await host.host.openFile(file);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  const find = async () => (await host.ask('codebook.list', {}))[0]?.categories.find(({ id }) => id === category);
  expect(await find()).toMatchObject({ colour: 9, definition: '', retired: false, fixed: true });
  await host.ask('history.undo', {});
  expect(await find()).toMatchObject({ colour: builtinCategories[5]?.colour, definition: '' });
  await host.ask('history.redo', {});
  expect(await find()).toMatchObject({ colour: 9 });
  expect(await host.ask('annotation.list', { articleId: ids.article })).toMatchObject([
    { links: [{ recheck: false }] },
  ]);
  expect(await host.ask('codebook.revisions', { codebookId: builtin })).toMatchObject([{ number: 1, cause: null }]);
  expect(await host.ask('bin.list', {})).toEqual([]);
  expect(await host.ask('codingRules.get', {})).toMatchObject({ unit: '' });
});

test('lookups of the workbench go by an index', () => {
  const db = new Database(file, { readonly: true });
  const plan = (query: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail).join('\n');
  expect(plan(`SELECT 1 FROM article_links WHERE article_id = 'x'`)).toContain('article_links_by_article');
  expect(plan(`SELECT 1 FROM memos WHERE subject = 'article' AND subject_id = 'x'`)).toContain('memos_by_subject');
  expect(plan(`SELECT 1 FROM annotations WHERE deleted_at IS NOT NULL`)).toContain('annotations_in_bin');
  expect(plan(`SELECT 1 FROM history_entries WHERE article_id = 'x' AND seq < 9 ORDER BY seq DESC`)).toContain(
    'history_entries_by_article',
  );
  db.close();
});
