import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { dumpCorpus, findFaults } from '../db/corpus-dump.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';
import { exported, filesIn, importFile } from './exchange.test-support.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const TEXT = '一、𠮷林落實改革。\n二、👩🏽‍🌾持續推進，落實改革。';
const COMPLETE = '三、山西完成編碼的文章。';

let host: TestHost;
let articleId: string;
let completeId: string;
beforeAll(async () => {
  host = await TestHost.make('王真名');
  articleId = await host.importText(TEXT, 'one.txt');
  completeId = await host.importText(COMPLETE, 'two.txt');
  const link = (at: number, relation: 'adapted' | null = null) => ({
    id: uuidv7(),
    categoryId: categoryIds[at] ?? '',
    relation,
  });
  await host.annotate(articleId, '落實改革', { links: [link(1, 'adapted'), link(2)], note: '**記**' });
  await host.annotate(articleId, '👩🏽‍🌾持續', {
    links: [link(2)],
    voice: { kind: 'citizen', name: '李', office: null, level: null, place: null },
    status: 'doubtful',
  });
  await host.annotate(articleId, '改革。\n二');
  await host.ask('articleLink.set', { articleId, categoryIds: [categoryIds[3] ?? ''] });
  await host.annotate(completeId, '山西', { links: [link(4)] });
  await host.ask('codingStatus.set', { articleId: completeId, codebookId: builtin, state: 'complete' });
});
afterAll(() => host[Symbol.asyncDispose]());

interface WebAnnotation {
  id: string;
  type: string;
  motivation: string;
  created: string;
  creator: { id: string; type: string };
  body?: Record<string, unknown>[];
  target: {
    id?: string;
    type: string;
    source?: { id: string; format: string; text?: string };
    selector?: { type: string; exact?: string; prefix?: string; suffix?: string; start?: number; end?: number }[];
  };
}

describe('W3C Web Annotations', () => {
  const parse = async (input = {}) =>
    JSON.parse((await exported(host, { format: 'jsonld', ...input })).content.toString('utf8')) as {
      '@context': unknown[];
      id: string;
      type: string;
      total: number;
      first: { type: string; id: string; startIndex: number; items: WebAnnotation[] };
    };

  test('are a collection by the rules of the data model', async () => {
    const collection = await parse();
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(collection).toMatchObject({
      type: 'AnnotationCollection',
      total: 5,
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    const { items } = collection.first;
    const ids = [collection.id, collection.first.id, ...items.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const purposes = new Set(['classifying', 'commenting', 'describing']);
    for (const item of items) {
      expect(item).toMatchObject({ type: 'Annotation', motivation: 'classifying', creator: { type: 'Person' } });
      expect(new Date(item.created).toISOString()).toBe(item.created);
      for (const body of item.body ?? []) {
        expect(['SpecificResource', 'TextualBody']).toContain(body.type);
        expect(purposes.has(body.purpose as string)).toBe(true);
        if (body.type === 'TextualBody') expect(typeof body.value).toBe('string');
      }
    }
  });

  test('positions are code points, half-open, and agree with the quote and its context', async () => {
    const { items } = (await parse()).first;
    const passages = items.filter(({ target }) => target.selector !== undefined);
    expect(passages).toHaveLength(4);
    for (const { target } of passages) {
      const [quote, position] = target.selector ?? [];
      const characters = [...(target.source?.text ?? '')];
      const { start = -1, end = -1 } = position ?? {};
      expect([quote?.type, position?.type]).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
      expect(characters.slice(start, end).join('')).toBe(quote?.exact);
      expect(
        characters
          .slice(0, start)
          .join('')
          .endsWith(quote?.prefix ?? 'none'),
      ).toBe(true);
      expect(
        characters
          .slice(end)
          .join('')
          .startsWith(quote?.suffix ?? 'none'),
      ).toBe(true);
    }
  });

  test('go into an empty corpus with their texts, and into one that has the articles without', async () => {
    const { path } = await exported(host, { format: 'jsonld' });
    const bare = await exported(host, { format: 'jsonld', texts: false });
    expect(bare.losses.find(({ kind }) => kind === 'texts')?.count).toBe(2);
    await using other = await TestHost.make('Importer');
    expect((await importFile(other, bare.path)).losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['no-target', 5],
    ]);
    const plan = await importFile(other, path);
    expect(plan.counts).toMatchObject({ articles: 2, annotations: 4, wholeArticles: 1, categories: 0, coders: 1 });
    const rows = (of: TestHost) =>
      (of.live().annotations ?? []).map(({ id, note, voice, voice_name, status, coder_id, article_id }) => ({
        id,
        note,
        voice,
        voice_name,
        status,
        coder_id,
        article_id,
      }));
    expect(rows(other)).toEqual(rows(host));
    const links = (of: TestHost) =>
      (of.live().links ?? []).map(({ id, annotation_id, category_id, relation, origin }) => ({
        id,
        annotation_id,
        category_id,
        relation,
        origin,
      }));
    expect(links(other)).toEqual(links(host));
    expect((await importFile(other, bare.path)).counts).toMatchObject({ annotations: 0, wholeArticles: 0 });
    expect((await other.ask('corpus.check', {})).problems).toEqual([]);
  });

  test('of other programs find their passage by UTF-16 position or by quote; tags become categories', async () => {
    await using other = await TestHost.make();
    const article = await other.importText(TEXT, 'one.txt');
    const source = `urn:uuid:${article}`;
    const start = TEXT.lastIndexOf('落實改革');
    const items = [
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'https://example.org/a/1',
        type: 'Annotation',
        creator: { name: '外人' },
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: '改革' },
          { type: 'TextualBody', value: '評語' },
        ],
        target: {
          source,
          selector: [
            { type: 'TextPositionSelector', start, end: start + 4 },
            { type: 'TextQuoteSelector', exact: '落實改革' },
          ],
        },
      },
      {
        id: 'https://example.org/a/2',
        type: 'Annotation',
        bodyValue: '短評',
        target: { source, selector: { type: 'TextQuoteSelector', exact: '持續推進', prefix: '👩🏽‍🌾', suffix: '，' } },
      },
      {
        id: 'https://example.org/a/3',
        type: 'Annotation',
        target: { source, selector: { type: 'TextQuoteSelector', exact: '沒有這句話在裡面' } },
      },
    ];
    const path = join(other.folder, 'other.jsonld');
    await writeFile(path, JSON.stringify(items));
    const plan = await importFile(other, path);
    expect(plan.losses.map(({ kind, count }) => [kind, count])).toEqual([['orphans', 1]]);
    const found = await other.ask('annotation.list', { articleId: article });
    expect(found.map((each) => [each.start, each.exact, each.note, each.coderName])).toEqual([
      [TEXT.indexOf('持續'), '持續推進', '短評', 'Lin'],
      [start, '落實改革', '評語', '外人'],
    ]);
  });
});

describe('a package for an archive', () => {
  const rowsOf = (csv: string | undefined) =>
    Papa.parse<Record<string, string>>(csv ?? '', { header: true, skipEmptyLines: true }).data;

  test('has a zero only where the coding is complete, and coders by pseudonym', async () => {
    const { content, losses } = await exported(host, { format: 'deposit' });
    const files = filesIn(content);
    expect(Object.values(files).join('\n')).not.toContain('王真名');
    const coding = rowsOf(files['coding.csv']);
    expect(coding).toHaveLength(2 * 75);
    const cell = (article: string, at: number) =>
      coding.find((row) => row.article_id === article && row.category_id === categoryIds[at]);
    expect(cell(articleId, 2)).toMatchObject({
      coder: 'coder-1',
      passages: '2',
      characters: '10',
      coding_state: 'in-progress',
    });
    expect(cell(articleId, 3)).toMatchObject({ passages: '', whole_article: '1' });
    expect(cell(articleId, 9)).toMatchObject({ passages: '', characters: '', whole_article: '' });
    expect(cell(completeId, 4)).toMatchObject({ passages: '1', characters: '2', whole_article: '0' });
    expect(cell(completeId, 9)).toMatchObject({ passages: '0', characters: '0', whole_article: '0' });
    const annotations = rowsOf(files['annotations.csv']);
    for (const { article_id: article, start, end, passage } of annotations)
      expect([...(files[`texts/${article}.txt`] ?? '')].slice(Number(start), Number(end)).join('')).toBe(passage);
    expect(annotations).toHaveLength(5);
    expect(losses.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['names', 'notes', 'history']));
  });

  test('explains itself in English, or in the language that is asked for; its columns are named the same', async () => {
    const filesOf = async (readme?: 'en' | 'zh-Hans' | 'zh-Hant') =>
      filesIn((await exported(host, { format: 'deposit', ...(readme && { readme }) })).content);
    const [unsaid, en, hans, hant] = [
      await filesOf(),
      await filesOf('en'),
      await filesOf('zh-Hans'),
      await filesOf('zh-Hant'),
    ];
    expect(unsaid['README.md']).toBe(en['README.md']);
    expect(en['README.md']).toContain('explicit “none”');
    expect(hans['README.md']).toContain('编码者已声明这篇文章编码完成');
    expect(hant['README.md']).toContain('編碼者已聲明這篇文章編碼完成');
    const meanings = rowsOf(hans['data-dictionary.csv']);
    expect(meanings.map(({ table, column }) => `${table} ${column}`)).toEqual(
      rowsOf(en['data-dictionary.csv']).map(({ table, column }) => `${table} ${column}`),
    );
    for (const { column, meaning } of meanings) expect(meaning, column).toMatch(/\p{Script=Han}/u);
    for (const name of ['articles.csv', 'coding.csv', 'annotations.csv', 'codebook.csv'])
      expect(hans[name]).toBe(en[name]);
  });

  test('says of every column what it means, and of every file its checksum', async () => {
    const { content } = await exported(host, { format: 'deposit', texts: false });
    const files = filesIn(content);
    expect(Object.keys(files).some((name) => name.startsWith('texts/'))).toBe(false);
    const described = new Set(rowsOf(files['data-dictionary.csv']).map(({ table, column }) => `${table} ${column}`));
    for (const name of ['articles.csv', 'coding.csv', 'annotations.csv', 'codebook.csv'])
      for (const column of (files[name] ?? '').split('\n', 1)[0]?.split(',') ?? [])
        expect(described.has(`${name} ${column}`), `${name} ${column}`).toBe(true);
    const sums = (files.SHA256SUMS ?? '').trim().split('\n');
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).toBe(sum);
    }
  });
});

test('a copy of the corpus is the corpus, one file, whole', async () => {
  const { path, name } = await exported(host, { format: 'copy' });
  expect(name).toBe('test.jianzhu');
  expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(findFaults(path)).toEqual([]);
  expect(dumpCorpus(path)).toEqual(host.dump());
});

test('some of the articles go out alone', async () => {
  const { counts, content } = await exported(host, { articleIds: [completeId] });
  expect(counts).toMatchObject({ articles: 1, annotations: 1 });
  expect(Object.keys(filesIn(content)).toSorted()).toEqual(['project.qde', `sources/${completeId}.txt`]);
});

test('an export that is stopped leaves nothing', async () => {
  const { job } = await host.ask('exchange.export', { format: 'qdpx', language: 'en' });
  await host.ask('job.cancel', { job });
  const ended = await host.ended(job);
  expect(['cancelled', 'done']).toContain(ended.state);
  if (ended.state === 'cancelled') expect(ended.result).toBeNull();
});
