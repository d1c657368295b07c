import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HANS, HANT, RARE_HANS, RARE_HANT } from './golden/texts.ts';
import type { ReadArticle, ReadOptions, ReadSource, RefusedFile } from './read-article.ts';
import { readSource } from './read-source.ts';

const GOLDEN = join(import.meta.dirname, 'golden');

async function readAll(source: ReadSource, options: ReadOptions = {}): Promise<(ReadArticle | RefusedFile)[]> {
  const found: (ReadArticle | RefusedFile)[] = [];
  for await (const each of readSource(source, options)) found.push(each);
  return found;
}

async function readGolden(name: string, options: ReadOptions = {}): Promise<ReadArticle[]> {
  const found = await readAll({ name, path: join(GOLDEN, name) }, options);
  return found.map((each) => {
    if (each.outcome === 'refused') throw each.refusal;
    return each;
  });
}

const body = (text: string) => text.split('\n').slice(1).join('\n');
const withIndent = (text: string) => text.replaceAll(/\n(?!責任|责任)|\n/g, '\n　　');
const titleOf = (text: string) => text.split('\n', 1)[0];

describe('texts', () => {
  test.for([
    ['utf-8.txt', 'utf-8', HANT],
    ['utf-8-bom.txt', 'utf-8', `\uFEFF${HANS}`],
    ['utf-16le.txt', 'utf-16le', HANS],
    ['utf-16le-bom.txt', 'utf-16le', `\uFEFF${HANT}`],
    ['utf-16be.txt', 'utf-16be', HANT],
    ['utf-16be-bom.txt', 'utf-16be', `\uFEFF${HANS}`],
    ['gbk.txt', 'gbk', HANS],
    ['gbk-traditional.txt', 'gbk', HANT],
    ['gb18030.txt', 'gb18030', RARE_HANS],
    ['big5.txt', 'big5', HANT],
    ['big5-hkscs.txt', 'big5-hkscs', RARE_HANT],
  ] as const)('%s', async ([name, encoding, text]) => {
    const [article] = await readGolden(name);
    expect(article).toMatchObject({ name, format: 'text', encoding, text, invalid: 0, alternatives: [] });
    expect(article?.confidence).not.toBe('close');
    expect(Buffer.from(article?.bytes ?? []).equals(readFileSync(join(GOLDEN, name)))).toBe(true);
  });

  test('an encoding given by hand is used', async () => {
    const [article] = await readGolden('gbk.txt', { encoding: 'big5' });
    expect(article?.encoding).toBe('big5');
    expect(article?.text).not.toBe(HANS);
  });

  test('Markdown as a reader sees it', async () => {
    const [title, first, second, third, fourth] = HANS.split('\n');
    const [article] = await readGolden('article.md');
    expect(article).toMatchObject({
      format: 'markdown',
      text: [title, first, second, `1. ${third}`, `2. ${fourth}`].join('\n'),
      hints: { title },
    });
  });
});

describe('pages', () => {
  test.for([
    ['page-gbk.html', 'html', 'gbk', HANS],
    ['page-big5-declared-utf-8.html', 'html', 'big5', HANT],
    ['page.mhtml', 'mhtml', 'gbk', HANS],
  ] as const)('%s: the article, not the page', async ([name, format, encoding, text]) => {
    const [article] = await readGolden(name);
    expect(article).toMatchObject({
      format,
      encoding,
      text: withIndent(text),
      hints: {
        title: `${titleOf(text)}_示例日報`,
        siteName: '示例日報',
        author: '林曉雁',
        publishedTime: '2024-07-22',
        url: 'https://example.org/2024/0722/1.html',
      },
    });
    expect(article?.pageText).toContain('ICP 12345');
  });

  test('a page in which no article stands out is read whole', async () => {
    const [article] = await readAll({ name: 'a.htm', bytes: Buffer.from('<ul><li>甲市<li>乙市</ul><p>完') });
    expect(article).toMatchObject({ text: '甲市\n乙市\n完' });
    expect(article).not.toHaveProperty('pageText');
  });
});

describe('documents', () => {
  test.for(['article.docx', 'article.odt'] as const)('%s: insertions taken, deletions left', async (name) => {
    const [article] = await readGolden(name);
    expect(article).toMatchObject({ text: HANS, encoding: name.slice(8), hints: { title: titleOf(HANS) } });
  });

  test.for([
    ['gbk.pdf', HANS],
    ['big5.pdf', HANT],
  ] as const)('%s: legacy charsets under fonts that are not in the file', async ([name, text]) => {
    expect((await readGolden(name))[0]).toMatchObject({ format: 'pdf', encoding: 'pdf', text });
  });

  test('a printed PDF: lines joined over pages, page numbers gone, the running head kept once, radicals made characters', async () => {
    expect((await readGolden('printed.pdf'))[0]).toMatchObject({
      text: `示例日报\n${HANS}`,
      hints: { title: titleOf(HANS) },
    });
  });
});

describe('tables', () => {
  test.for([
    ['table-gbk.csv', 'gbk', 2],
    ['table.tsv', 'utf-8', 2],
    ['table.jsonl', 'utf-8', 1],
    ['table.json', 'utf-8', 1],
    ['table.xlsx', 'xlsx', 2],
  ] as const)('%s: an article a row', async ([name, encoding, first]) => {
    const articles = await readGolden(name);
    expect(articles).toMatchObject([
      {
        name: `${name}#${first}`,
        encoding,
        text: body(HANS),
        hints: {
          title: titleOf(HANS),
          siteName: '示例日报',
          author: '林晓雁',
          publishedTime: '2024-07-22',
          province: '示例省',
          url: 'https://example.org/1',
        },
      },
      { name: `${name}#${first + 1}`, text: body(HANT), hints: { title: titleOf(HANT), publishedTime: '2024-07-23' } },
    ]);
    const kept = JSON.parse(Buffer.from(articles[0]?.bytes ?? []).toString('utf8')) as Record<string, string>;
    expect(Object.values(kept)).toContain(body(HANS));
  });

  test('a column named by hand', async () => {
    const bytes = Buffer.from('編號,說明文字\n1,全省防汛工作會議在汾城召開\n');
    expect(await readAll({ name: 't.csv', bytes })).toMatchObject([
      { outcome: 'refused', refusal: { details: { reason: 'table-without-text', columns: ['編號', '說明文字'] } } },
    ]);
    expect(await readAll({ name: 't.csv', bytes }, { columns: { text: '說明文字', title: '編號' } })).toMatchObject([
      { text: '全省防汛工作會議在汾城召開', hints: { title: '1' } },
    ]);
  });

  test('a row that cannot be read does not stop the rest', async () => {
    const lines = [
      '{"content":"甲縣的報道全文"}',
      '{"content":',
      '{"content":"  "}',
      '[1]',
      '{"content":"乙縣的報道全文"}',
    ];
    const found = await readAll({ name: 't.jsonl', bytes: Buffer.from(lines.join('\n')) });
    expect(found.map((each) => (each.outcome === 'read' ? each.text : each.refusal.details.reason))).toEqual([
      '甲縣的報道全文',
      'file-damaged',
      'file-empty',
      'file-damaged',
      '乙縣的報道全文',
    ]);
  });
});

test('an archive: every file of it, names in GBK, one archive inside', async () => {
  const found = await readAll({ name: 'bundle.zip', path: join(GOLDEN, 'bundle.zip') });
  expect(found).toMatchObject([
    { name: 'bundle.zip/七月/甲.txt', encoding: 'gbk', text: HANS },
    { name: 'bundle.zip/七月/inner.zip/b.txt', encoding: 'utf-8', text: HANT },
    { name: 'bundle.zip/七月/inner.zip/c.docx', encoding: 'docx', text: HANS },
    { name: 'bundle.zip/picture.png', outcome: 'refused', refusal: { details: { reason: 'format-unknown' } } },
  ]);
});

test.for([
  ['protected.pdf', 'file-protected'],
  ['protected.docx', 'file-protected'],
  ['protected.odt', 'file-protected'],
  ['protected.zip', 'file-protected'],
  ['scan.pdf', 'file-no-text'],
  ['none.txt', 'file-unreadable'],
] as const)('%s is refused: %s', async ([name, reason]) => {
  expect(await readAll({ name, path: join(GOLDEN, name) })).toMatchObject([
    { outcome: 'refused', refusal: { details: { reason } } },
  ]);
});
