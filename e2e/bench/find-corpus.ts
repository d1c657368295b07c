import { v7 as uuidv7 } from 'uuid';
import { makeArticle } from '../../domain/repair/clean-texts.test-support.ts';
import { seededRandom } from '../../domain/repair/damage-independent.test-support.ts';
import { connect } from '../../main/db/connection.ts';
import { createCorpus } from '../../main/db/corpus-file.ts';

const LENGTH = 2_000;
const PROVINCES = ['山西', '浙江', '廣東', '四川', '甘肅', '雲南', '遼寧', '福建'];
// Han characters that no sentence of the made articles is of alone, for sentences of each article's own.
const OWN =
  '人民工作市地方生活文化公共安全信用合作水平基本政治社区平台中心小学教育大气山林草原海洋能力科技自主品牌商品交通林田水利';

/** An article of which half the sentences are found in others too, in one script or the other. */
export function findableText(number: number): string {
  const random = seededRandom(number);
  const own = () =>
    Array.from({ length: 8 + Math.floor(random() * 16) }, () => OWN.charAt(Math.floor(random() * OWN.length))).join('');
  return makeArticle(number % 2 === 0 ? 'hant' : 'hans', LENGTH, random, false)
    .split('。')
    .map((sentence) => (random() < 0.5 ? sentence : `${own()}，${own()}，${own()}`))
    .join('。')
    .slice(0, LENGTH);
}

/** Makes a corpus file with so many articles, put in without an import; answers with their texts. */
export function makeFindableCorpus(file: string, count: number): string[] {
  const now = new Date().toISOString();
  createCorpus(file, { id: uuidv7(), name: 'bench' }, now);
  const db = connect(file);
  const coder = uuidv7();
  const insert = (table: string, columns: string) =>
    db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (${columns
        .split(', ')
        .map((column) => `@${column}`)
        .join(', ')})`,
    );
  const tracked = 'version, created_at, changed_at';
  const times = { version: 1, created_at: now, changed_at: now };
  try {
    insert('coders', 'id, name, created_at, changed_at').run({
      id: coder,
      name: 'bench',
      created_at: now,
      changed_at: now,
    });
    const article = insert(
      'articles',
      `id, title, outlet_province, places, published_on, reporters, file_name, revision_id, opening, length, ${tracked}`,
    );
    const original = insert(
      'originals',
      'id, article_id, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, proposal',
    );
    const revision = insert('revisions', 'id, article_id, number, original_id, text, coder_id, created_at');
    const texts = Array.from({ length: count }, (_, number) => findableText(number));
    db.transaction(() => {
      for (const [number, text] of texts.entries()) {
        const [id, originalId, revisionId] = [uuidv7(), uuidv7(), uuidv7()];
        const month = String(1 + (number % 12)).padStart(2, '0');
        article.run({
          id,
          title: `第${number}篇`,
          outlet_province: PROVINCES[number % PROVINCES.length],
          places: '[]',
          published_on: `2024-${month}-05`,
          reporters: '[]',
          file_name: `${number}.txt`,
          revision_id: revisionId,
          opening: text.slice(0, 40),
          length: text.length,
          ...times,
        });
        original.run({
          id: originalId,
          article_id: id,
          file_name: `${number}.txt`,
          bytes: Buffer.from(text),
          bytes_sha256: `${number}`,
          encoding: 'utf-8',
          text_utf16: Buffer.from(text, 'utf16le'),
          text_sha256: `${number}`,
          proposal: '{}',
        });
        revision.run({
          id: revisionId,
          article_id: id,
          number: 1,
          original_id: originalId,
          text,
          coder_id: coder,
          created_at: now,
        });
      }
    })();
    return texts;
  } finally {
    db.close();
  }
}
