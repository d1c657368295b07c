import { readFileSync } from 'node:fs';
import readXlsx from 'read-excel-file/node';
import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import type { Finding, FindingQuestion } from '#domain/contract/finding.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { ReportFormat } from '#domain/contract/report.ts';
import { TestHost } from '../host/hosted-corpus.ts';

let host: TestHost;
let matrix: Finding;
let beside: Finding;
let articleIds: string[];
const name = '各省編碼情形 <b>&';

beforeAll(async () => {
  host = await TestHost.make();
  expect((await host.end('sample.load', {})).state).toBe('done');
  articleIds = (await host.ask('article.list', {})).slice(0, 3).map(({ id }) => id);
  matrix = await keep(name, {
    kind: 'matrix',
    ask: {
      rows: 'provinces',
      columns: { of: 'parts', codebookId: BUILTIN_CODEBOOK_ID },
      filter: {},
      measure: 'passages',
      weighing: 'pooled',
    },
    shown: { reading: 'plain', least: 5, sort: 'total', descending: true, address: '' },
  });
  beside = await keep('三篇並讀', {
    kind: 'comparison',
    ask: { articleIds, codebookId: BUILTIN_CODEBOOK_ID },
    shown: { texts: articleIds.map((id) => ({ kind: 'article', id })), by: 'item', as: 'texts', item: null },
  });
}, 60_000);
afterAll(() => host[Symbol.asyncDispose]());

async function keep(name: string, question: FindingQuestion): Promise<Finding> {
  const { error, result } = await host.end('finding.create', { id: uuidv7(), name, note: '初稿所用。', question });
  expect(error).toBeNull();
  return result as Finding;
}

type Export = Input<'report.export'>;

async function exported(
  format: ReportFormat,
  choice: Export['choice'],
  plan: Partial<Export['plan']> = {},
): Promise<Buffer> {
  const { error, result } = await host.end('report.export', {
    choice,
    plan: {
      sections: ['findings', 'pictures', 'byCategory', 'method'],
      script: 'as-is',
      quotations: 'as-read',
      language: 'zh-Hant',
      ...plan,
    },
    format,
  });
  expect(error).toBeNull();
  return readFileSync(host.host.outbox.get((result as Output<'report.export'>).file).path);
}

const ofMatrix = () => ({ by: 'finding', findingId: matrix.id }) as const;

describe('a comparison that was kept is reported', () => {
  test('with the numbers it had, as the workbook reads them back', async () => {
    const { before } = await host.ask('finding.get', { findingId: matrix.id });
    const file = await exported('xlsx', ofMatrix());
    const rows = (await readXlsx(file)).find(({ sheet }) => sheet === '比較 1')?.data ?? [];
    // More parts than provinces: the parts stand down.
    const line = (name: string) => rows.find(([first]) => first === name)?.slice(1);
    const sorted = before.matrix.rows.toSorted((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0));
    expect(line('合計')).toEqual([...sorted, before.matrix.whole].map(({ total }) => total.value));
    expect(line('篇數')).toEqual([...sorted, before.matrix.whole].map(({ articles }) => articles));
  });

  test('with what it counts, and pictures that are images of their own', async () => {
    const html = (await exported('html', ofMatrix())).toString('utf8');
    expect(html).toContain('各省編碼情形 &lt;b&gt;&amp;');
    expect(html).toContain('初稿所用。');
    expect(html).not.toContain('<b>');
    // Cells that nobody has coded are hatched in a picture, and have a sign in a table.
    expect(html).not.toContain('斜線');
    expect(html).toContain('?：未編碼完畢');
    const pictures = [...html.matchAll(/src="data:image\/svg\+xml;base64,([^"]+)"/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
    expect(pictures).toHaveLength(2);
    expect(pictures[0]).toContain('各省編碼情形 &lt;b&gt;&amp;');
    for (const picture of pictures) expect(picture).not.toMatch(/<script|href=|data-mark/);
  });

  test('in Word, drawn and as an image for programs that show no drawings', async () => {
    const parts = unzipSync(await exported('docx', ofMatrix(), { findingIds: [matrix.id, beside.id] }));
    const media = Object.keys(parts).filter((path) => path.startsWith('word/media/'));
    expect(media.filter((path) => path.endsWith('.svg'))).toHaveLength(3);
    const images = media.filter((path) => path.endsWith('.png')).map((path) => Buffer.from(parts[path] ?? []));
    expect(images).toHaveLength(3);
    for (const image of images) expect(image.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(Buffer.from(parts['word/document.xml'] ?? []).toString('utf8')).toContain('三篇並讀');
  });

  test('in whichever language the report is', async () => {
    const text = (await exported('markdown', ofMatrix(), { findingIds: [beside.id], language: 'en' })).toString('utf8');
    expect(text).toContain('3 articles side by side');
    // It is about the one, whichever it shows.
    expect(text.startsWith('# 各省編碼情形')).toBe(true);
    expect(text).not.toContain('初次');
  });

  test('without its numbers, where they are left out', async () => {
    const html = (await exported('html', ofMatrix(), { findingIds: [] })).toString('utf8');
    expect(html).not.toContain('id="findings"');
    expect(html).toContain('<h1 lang="zh-Hant"><bdi>各省編碼情形');
  });

  test('and says what has changed since', async () => {
    const [articleId = ''] = articleIds;
    const { text } = await host.ask('article.get', { articleId });
    const quote =
      text
        .split('\n')
        .find((line) => line.length > 20)
        ?.slice(2, 8) ?? '';
    const [first] = await host.ask('codebook.list', {});
    const categoryId = first?.categories[0]?.id ?? '';
    await host.annotate(articleId, quote, { links: [{ id: uuidv7(), categoryId, relation: null }] });
    const text2 = (await exported('markdown', ofMatrix())).toString('utf8');
    expect(text2).toMatch(/\*\*1 格與當時不同\*\*|\*\*有 1 格/);
  });
});

describe('it is refused with the reason', () => {
  test('when it is not kept', async () => {
    const job = await host.end('report.export', {
      choice: { by: 'finding', findingId: uuidv7() },
      plan: { sections: ['findings'], script: 'as-is', quotations: 'as-read', language: 'en' },
      format: 'html',
    });
    expect(job).toMatchObject({ state: 'failed', error: { details: { reason: 'finding-missing' } } });
  });
});
