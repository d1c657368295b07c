import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCodePointIndex } from '#domain/text/code-points.ts';
import { applyChanges } from '#domain/text/well-formed.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import { TestHost } from '../host/hosted-corpus.ts';

let lin: TestHost;
beforeAll(async () => {
  lin = await TestHost.make();
  mkdirSync(join(lin.folder, 'in'));
});
afterAll(() => lin[Symbol.asyncDispose]());

async function importBytes(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const path = join(lin.folder, 'in', name);
  writeFileSync(path, bytes);
  const job = await lin.end('article.import', {
    sources: [lin.host.grants.issue(path)].map(({ grant }) => ({ grant })),
  });
  const [file] = (job.result as { files: ImportedFile[] }).files;
  if (file === undefined) throw new Error('nothing was reported');
  return file;
}

const PASSAGES = [
  '𠮷',
  '𬶍',
  '𠮷林𬶍魚',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  'é',
  'e\u0301\u0323',
  '葛\u{E0100}',
  '한글',
  '\u{10FFFD}',
  '最後𠮷',
];
const TEXT = `開頭${PASSAGES.join('，')}`;

test('passages with characters beyond the BMP and combining marks come back exactly, after a restart too', async () => {
  const articleId = await lin.importText(TEXT, '𠮷.txt');
  const made: Annotation[] = [];
  for (const quote of PASSAGES) made.push(await lin.annotate(articleId, quote, { note: `記：${quote}` }));
  lin = await lin.restart();
  const article = await lin.ask('article.get', { articleId });
  expect(article.text).toBe(TEXT);
  expect(article.fileName).toBe('𠮷.txt');
  const listed = await lin.ask('annotation.list', { articleId });
  expect(listed).toHaveLength(PASSAGES.length);
  const index = createCodePointIndex(TEXT);
  for (const [at, quote] of PASSAGES.entries()) {
    const found = listed.find(({ id }) => id === made[at]?.id);
    expect(found).toEqual(made[at]);
    expect(found).toMatchObject({ exact: quote, note: `記：${quote}` });
    const span = index.codePointSpan({ start: found?.start ?? -1, end: found?.end ?? -1 });
    expect([...TEXT].slice(span.codePointStart, span.codePointEnd).join('')).toBe(quote);
  }
  expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
});

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

test.each<[string, Buffer, string, string, string]>([
  ['crlf.txt', Buffer.from('一\r\n二\r三\n'), 'utf-8', '一\n二\n三\n', '一\r\n二\r三\n'],
  ['bom.txt', Buffer.from('\uFEFF一二'), 'utf-8', '一二', '\uFEFF一二'],
  ['nul.txt', Buffer.from('一\0二\0\0三'), 'utf-8', '一二三', '一\0二\0\0三'],
  ['le.txt', utf16('\uFEFF𠮷\r\n二'), 'utf-16le', '𠮷\n二', '\uFEFF𠮷\r\n二'],
  ['be.txt', swapped(utf16('\uFEFF𠮷\r\n三')), 'utf-16be', '𠮷\n三', '\uFEFF𠮷\r\n三'],
  [
    'lone.txt',
    utf16('\uFEFFa\uD842b\uDFB7c\uDFB7\uD842'),
    'utf-16le',
    'a\uFFFDb\uFFFDc\uFFFD\uFFFD',
    '\uFEFFa\uD842b\uDFB7c\uDFB7\uD842',
  ],
  ['lone-be.txt', swapped(utf16('\uFEFF\uD842')), 'utf-16be', '\uFFFD', '\uFEFF\uD842'],
  ['gbk.txt', Buffer.from('c8abbbe1d1a7cfb0', 'hex'), 'gbk', '全会学习', '全会学习'],
  ['decomposed.txt', Buffer.from('e\u0301 ﬁ ｱ Å 　'), 'utf-8', 'e\u0301 ﬁ ｱ Å 　', 'e\u0301 ﬁ ｱ Å 　'],
])(
  '%s: the original comes back bit for bit, the text is well-formed, and every change is logged',
  async (name, bytes, encoding, text, original) => {
    const file = await importBytes(name, bytes);
    expect(file).toMatchObject({ outcome: 'imported', encoding, name });
    const articleId = file.articleId ?? '';
    const found = await lin.ask('article.original', { articleId });
    expect(found.text === original).toBe(true);
    expect(found).toMatchObject({ fileName: name, encoding, bytes: bytes.length });
    expect(found.bytesSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const article = await lin.ask('article.get', { articleId });
    expect(article.text).toBe(text);
    expect(article.text.isWellFormed()).toBe(true);
    expect(found.textSha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(found.changes).toHaveLength(file.wellFormedChanges);
    expect(applyChanges(original, found.changes)).toBe(text);
    expect(article.roles).toHaveLength(text.split('\n').length);
    expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
  },
);

test('pasted text with half characters is kept as it was pasted', async () => {
  const pasted = '甲\uD800乙\0丙\r\n';
  const articleId = await lin.importText(pasted, 'pasted');
  const original = await lin.ask('article.original', { articleId });
  expect(original.text === pasted).toBe(true);
  expect(original.encoding).toBe('utf-16le');
  expect(original.bytesSha256).toBe(createHash('sha256').update(utf16(pasted)).digest('hex'));
  expect((await lin.ask('article.get', { articleId })).text).toBe('甲\uFFFD乙丙\n');
});

test.each<[string, Buffer, string]>([
  ['noise.txt', Buffer.from('ff80fe81ffc0', 'hex'), 'encoding-unknown'],
  ['cut.txt', Buffer.from('全會').subarray(0, 4), 'encoding-unknown'],
  ['odd.txt', Buffer.from('fffe004e00', 'hex'), 'encoding-unknown'],
  ['surrogate.txt', Buffer.from('eda080', 'hex'), 'encoding-unknown'],
  ['blank.txt', Buffer.from('\uFEFF \r\n\t　\n'), 'file-empty'],
  ['empty.txt', Buffer.alloc(0), 'file-empty'],
])('%s is refused and leaves nothing', async (name, bytes, reason) => {
  const before = lin.dump();
  expect(await importBytes(name, bytes)).toMatchObject({ outcome: 'refused', reason, articleId: null });
  expect(lin.dump()).toEqual(before);
});

test('a note, a title or a name with half a character is refused rather than altered', async () => {
  const articleId = await lin.importText('題目不可改。');
  const before = lin.dump();
  for (const [operation, input] of [
    ['article.update', { articleId, version: 1, metadata: { title: 'x\uD800' } }],
    ['article.update', { articleId, version: 1, metadata: { places: ['a\0'] } }],
    ['article.import', { sources: [{ text: '一', name: 'x\uD800.txt' }] }],
    ['coder.identify', { id: '0198c0de-0000-7000-8000-0000000000ff', name: '\uDC00' }],
    ['corpus.create', { name: 'x\0y' }],
  ] as const)
    expect((await lin.refusal(operation, input)).details.reason).toBe('bad-input');
  expect(lin.dump()).toEqual(before);
});

test('where a long text is shortened, no character is cut in two', async () => {
  const line = `甲${'👨‍👩‍👧'.repeat(200)}`;
  const articleId = await lin.importText(line);
  const { opening } = await lin.ask('article.get', { articleId });
  expect(line.startsWith(opening)).toBe(true);
  expect(opening.endsWith('👧')).toBe(true);
  expect(opening.length).toBeGreaterThan(200);
  await lin.annotate(articleId, `甲${'👨‍👩‍👧'.repeat(60)}`);
  const { undo } = await lin.ask('history.state', {});
  expect(undo?.subject.isWellFormed()).toBe(true);
  expect(undo?.subject).toBe(line.slice(0, 119));
});
