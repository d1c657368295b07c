import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import {
  BUILTIN_CODEBOOK_ID,
  BUILTIN_CODEBOOK_NAME,
  BUILTIN_CODEBOOK_REVISION_ID,
  builtinCategories,
} from '#domain/codebook/builtin-codebook.ts';
import { createAnchor } from '#domain/text/anchor.ts';
import { APPLICATION_ID } from '../connection.ts';
import { migrate, migrations } from './index.ts';

export const AT = '2026-01-02T03:04:05.678Z';
export const ids = {
  corpus: '01932f6e-0000-7000-8000-000000000001',
  coder: '01932f6e-0000-7000-8000-000000000002',
  article: '01932f6e-0000-7000-8000-000000000003',
  revision: '01932f6e-0000-7000-8000-000000000004',
  annotation: '01932f6e-0000-7000-8000-000000000005',
  link: '01932f6e-0000-7000-8000-000000000006',
  entry: '01932f6e-0000-7000-8000-000000000007',
};
export const ORIGINAL = '\uFEFF𠮷林抓緊落實改革。\r\n各地抓緊落實改革。';
export const TEXT = '𠮷林抓緊落實改革。\n各地抓緊落實改革。';
export const sha = (content: string) => createHash('sha256').update(content).digest('hex');

/** A corpus as the first schema had it, with a row in each table. */
export function makeFirst(path: string): void {
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, migrations.slice(0, 1));
  const insert = (table: string, row: Record<string, unknown>) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row)
          .map((key) => `"${key}"`)
          .join(', ')})
         VALUES (${Object.keys(row)
           .map(() => '?')
           .join(', ')})`,
      )
      .run(Object.values(row));
  const tracked = { version: 1, created_at: AT, changed_at: AT, deleted_at: null };
  const { nameHant, nameHans, nameEn } = BUILTIN_CODEBOOK_NAME;
  insert('codebooks', {
    id: BUILTIN_CODEBOOK_ID,
    builtin: 1,
    name_hant: nameHant,
    name_hans: nameHans,
    name_en: nameEn,
    position: 0,
    ...tracked,
  });
  insert('codebook_revisions', {
    id: BUILTIN_CODEBOOK_REVISION_ID,
    codebook_id: BUILTIN_CODEBOOK_ID,
    number: 1,
    created_at: AT,
  });
  for (const { id, parentId, position, number, titleHant, titleHans, titleEn, colour } of builtinCategories)
    insert('categories', {
      id,
      codebook_id: BUILTIN_CODEBOOK_ID,
      parent_id: parentId,
      position,
      number,
      title_hant: titleHant,
      title_hans: titleHans,
      title_en: titleEn,
      colour,
      ...tracked,
    });
  const before = {
    id: ids.article,
    title: null,
    outlet: null,
    outlet_province: '吉林',
    places: '["吉林"]',
    published_on: null,
    reporters: '[]',
    editor: null,
    source: null,
    address: null,
    genre: null,
    script: 'hant',
    file_name: '吉.txt',
    revision_id: ids.revision,
    bytes_sha256: sha(ORIGINAL),
    text_sha256: sha(TEXT),
    opening: '𠮷林抓緊落實改革。',
    length: TEXT.length,
    ...tracked,
  };
  const article = { ...before, title: '新題', version: 2 };
  const anchor = createAnchor(TEXT, { start: TEXT.lastIndexOf('落實改革'), end: TEXT.lastIndexOf('落實改革') + 4 });
  db.transaction(() => {
    insert('corpora', { id: ids.corpus, name: '舊', created_at: AT, program_version: '0.1.0' });
    insert('coders', { id: ids.coder, name: '林', created_at: AT, changed_at: AT });
    insert('articles', article);
    insert('revisions', {
      id: ids.revision,
      article_id: ids.article,
      number: 1,
      text: TEXT,
      coder_id: ids.coder,
      created_at: AT,
    });
    insert('originals', {
      article_id: ids.article,
      bytes: Buffer.from(ORIGINAL),
      encoding: 'utf-8',
      text_utf16: Buffer.from(ORIGINAL, 'utf16le'),
    });
    const change = { revision_id: ids.revision, kind: 'repair' };
    insert('changes', { ...change, position: 0, start: 0, end: 1, insert: '', reason: 'byte-order-mark' });
    const feed = ORIGINAL.indexOf('\r');
    insert('changes', { ...change, position: 1, start: feed, end: feed + 2, insert: '\n', reason: 'line-ending' });
    for (const paragraph of [0, 1]) {
      const id = `${ids.revision}.${paragraph}`;
      insert('paragraph_roles', { id, revision_id: ids.revision, paragraph, role: 'body', ...tracked });
    }
    insert('annotations', {
      id: ids.annotation,
      article_id: ids.article,
      coder_id: ids.coder,
      note: '記',
      status: 'settled',
      ...tracked,
    });
    insert('anchors', {
      id: `${ids.annotation}.${ids.revision}`,
      annotation_id: ids.annotation,
      revision_id: ids.revision,
      ...anchor,
      state: 'placed',
      ...tracked,
    });
    insert('links', {
      id: ids.link,
      annotation_id: ids.annotation,
      category_id: builtinCategories[5]?.id,
      codebook_revision_id: BUILTIN_CODEBOOK_REVISION_ID,
      coder_id: ids.coder,
      relation: 'local',
      origin: 'hand',
      position: 0,
      ...tracked,
    });
    insert('coding_statuses', {
      id: ids.entry,
      article_id: ids.article,
      coder_id: ids.coder,
      codebook_id: BUILTIN_CODEBOOK_ID,
      state: 'complete',
      ...tracked,
    });
    insert('history_entries', {
      id: ids.entry,
      coder_id: ids.coder,
      at: AT,
      operation: 'article.update',
      article_id: ids.article,
      subject: '新題',
      state: 'done',
    });
    insert('history_changes', {
      entry_seq: 1,
      position: 0,
      table_name: 'articles',
      row_id: ids.article,
      before: JSON.stringify({ seq: 1, ...before }),
      after: JSON.stringify({ seq: 1, ...article }),
    });
  })();
  db.close();
}
