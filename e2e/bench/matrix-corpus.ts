import { v7 as uuidv7 } from 'uuid';
import { BUILTIN_CODEBOOK_ID, builtinCategories } from '../../domain/codebook/builtin-codebook.ts';
import { provinces } from '../../domain/gazetteer/provinces.ts';
import { annotationStatus, origin, relation, voiceKind } from '../../domain/contract/values.ts';
import { paragraphsOf } from '../../domain/text/paragraphs.ts';
import { type Connection, connect } from '../../main/db/connection.ts';
import { createCorpus } from '../../main/db/corpus-file.ts';
import { sampleText } from './highlights/sample-text.ts';
import { writeReference } from './matrix-reference.ts';

const LENGTH = 1_500;
const PASSAGE = 24;
const at = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

/**
 * A corpus of so many articles of 1,500 characters and so many annotations with one or two links, straight into its file; each
 * article compared with a reference.
 */
export function writeMatrixCorpus(file: string, articles: number, annotations: number): void {
  const now = new Date().toISOString();
  createCorpus(file, { id: uuidv7(), name: 'bench' }, now);
  const db = connect(file);
  try {
    db.transaction(() => fill(db, articles, annotations, now)).immediate();
    db.exec('ANALYZE');
  } finally {
    db.close();
  }
}

function fill(db: Connection, articles: number, annotations: number, now: string): void {
  const coderId = uuidv7();
  db.prepare('INSERT INTO coders VALUES (?, ?, ?, ?)').run(coderId, 'bench', now, now);
  const codebookRevision = db
    .prepare('SELECT id FROM codebook_revisions WHERE codebook_id = ?')
    .pluck()
    .get(BUILTIN_CODEBOOK_ID);
  const insert = (table: string, columns: string) =>
    db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (${columns
        .split(',')
        .map(() => '?')
        .join(', ')})`,
    );
  const tracked = 'version, created_at, changed_at';
  const article = insert(
    'articles',
    `id, title, outlet, outlet_province, places, published_on, reporters, genre, file_name, revision_id, opening, length, ${tracked}`,
  );
  const original = insert(
    'originals',
    'id, article_id, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, proposal',
  );
  const revision = insert('revisions', 'id, article_id, number, original_id, text, coder_id, created_at');
  const role = insert('paragraph_roles', `id, revision_id, paragraph, role, ${tracked}`);
  const status = insert('coding_statuses', `id, article_id, coder_id, codebook_id, state, ${tracked}`);
  const annotation = insert('annotations', `id, article_id, coder_id, note, voice, status, ${tracked}`);
  const anchor = insert(
    'anchors',
    `id, annotation_id, revision_id, start, "end", exact, prefix, suffix, state, ${tracked}`,
  );
  const link = insert(
    'links',
    `id, annotation_id, category_id, codebook_revision_id, coder_id, relation, origin, position, ${tracked}`,
  );
  const stamp = [1, now, now];
  const whole = sampleText(LENGTH + 997);
  const compare = writeReference(db, whole, now);
  const items = [...builtinCategories].filter(({ item }) => item !== null);
  let made = 0;
  for (let n = 0; n < articles; n++) {
    const [id, revisionId] = [uuidv7(), uuidv7()];
    const text = whole.slice(n % 997, (n % 997) + LENGTH).toWellFormed();
    const province = at(provinces, n * 7).short.hant;
    const date = `${2024 + (n % 2)}-${String(1 + (n % 12)).padStart(2, '0')}-05`;
    article.run(
      id,
      `第${n}篇`,
      `${province}日報${n % 5}`,
      province,
      '[]',
      date,
      '[]',
      '通訊',
      `${n}.txt`,
      revisionId,
      text.slice(0, 60),
      text.length,
      ...stamp,
    );
    original.run(id, id, `${n}.txt`, Buffer.alloc(0), `${n}`, 'utf-8', Buffer.alloc(0), `${n}`, '{}');
    revision.run(revisionId, id, 1, id, text, coderId, now);
    compare(revisionId, text);
    for (const { index } of paragraphsOf(text))
      role.run(uuidv7(), revisionId, index, index % 9 === 8 ? 'subhead' : 'body', ...stamp);
    status.run(uuidv7(), id, coderId, BUILTIN_CODEBOOK_ID, n % 3 === 0 ? 'in-progress' : 'complete', ...stamp);
    for (; made < ((n + 1) * annotations) / articles; made++) {
      const start = (made * 137) % (text.length - PASSAGE);
      const annotationId = uuidv7();
      annotation.run(
        annotationId,
        id,
        coderId,
        '一則筆記',
        at(voiceKind.options, made),
        at(annotationStatus.options, made),
        ...stamp,
      );
      anchor.run(
        uuidv7(),
        annotationId,
        revisionId,
        start,
        start + PASSAGE,
        text.slice(start, start + PASSAGE),
        text.slice(Math.max(0, start - 32), start),
        text.slice(start + PASSAGE, start + PASSAGE + 32),
        'placed',
        ...stamp,
      );
      for (let each = 0; each <= made % 2; each++)
        link.run(
          uuidv7(),
          annotationId,
          at(items, made * 13 + each * 7 + (n % 11)).id,
          codebookRevision,
          coderId,
          at(relation.options, made),
          at(origin.options, made),
          each,
          ...stamp,
        );
    }
  }
}
