import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHost } from '../../host/hosted-corpus.ts';
import { makeBackup } from '../backups.ts';
import { findFaults } from '../corpus-dump.ts';
import { prepareCorpus } from '../corpus-file.ts';
import { AT, ids, makeFirst, ORIGINAL, sha, TEXT } from './first-corpus.test-support.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  file = join(folder, 'first.jianzhu');
  makeFirst(file);
  const backups = join(folder, 'backups');
  await prepareCorpus(file, async () => void (await makeBackup(file, backups, 'migration', new Date(AT))));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a corpus of the first schema is sound afterwards, and all that was in it can be read and undone', async () => {
  expect(findFaults(file)).toEqual([]);
  await using host = new TestHost();
  await host.identify('林', ids.coder);
  await host.host.openFile(file);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  const { articleId } = { articleId: ids.article };
  expect(await host.ask('article.get', { articleId })).toMatchObject({
    title: '新題',
    text: TEXT,
    revision: 1,
    unconfirmed: [],
    exclusion: null,
    repairs: { applied: 0, open: 0 },
    codingState: 'complete',
  });
  expect(await host.ask('article.original', { articleId })).toMatchObject({
    text: ORIGINAL,
    fileName: '吉.txt',
    bytesSha256: sha(ORIGINAL),
    textSha256: sha(TEXT),
    changes: [{ reason: 'byte-order-mark' }, { reason: 'line-ending' }],
  });
  expect(await host.ask('annotation.list', { articleId })).toMatchObject([
    { exact: '落實改革', note: '記', toConfirm: null, links: [{ relation: 'local' }] },
  ]);
  expect(await host.ask('repair.list', { articleId })).toMatchObject({ importedText: TEXT, repairs: [], flags: [] });
  expect(await host.ask('corpus.flow', {})).toMatchObject({ found: 1, included: 1, counted: 1 });
  expect(await host.ask('import.list', {})).toMatchObject([{ coderName: '林', imported: 1 }]);
  expect(await host.ask('family.list', {})).toEqual({ counting: 'once', families: [] });
  await host.ask('history.undo', {});
  expect(await host.ask('article.get', { articleId })).toMatchObject({ title: null, outletProvince: '吉林' });
  const again = await host.end('article.import', { sources: [{ text: ORIGINAL, name: 'again.txt' }] });
  expect(again.result).toMatchObject({ files: [{ outcome: 'duplicate', articleId }] });
});

test('lookups of an import go by an index', () => {
  const db = new Database(file, { readonly: true });
  const plan = (query: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail).join('\n');
  expect(plan(`SELECT 1 FROM originals WHERE bytes_sha256 = 'x'`)).toContain('originals_by_bytes');
  expect(plan(`SELECT 1 FROM originals WHERE text_sha256 = 'x'`)).toContain('originals_by_text');
  expect(plan('SELECT original_seq FROM fingerprint_bands WHERE band IN (1, 2)')).not.toContain('SCAN');
  expect(plan(`SELECT id FROM articles WHERE family_id = 'x'`)).toContain('articles_by_family');
  expect(plan(`SELECT 1 FROM repairs WHERE revision_id = 'x' ORDER BY position`)).not.toContain('SCAN');
  expect(plan(`SELECT 1 FROM duplicates WHERE article_id = 'x'`)).not.toContain('SCAN');
  db.close();
});
