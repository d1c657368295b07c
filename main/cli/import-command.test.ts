import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';

let folder: string;
let out = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  vi.stubEnv('JIANZHU_DATA', join(folder, 'data'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    out += String(part);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** What a command line prints, and its exit status. */
async function printed(...words: string[]): Promise<{ status: number; text: string }> {
  out = '';
  const status = await run(words);
  return { status, text: out };
}

const shanxi = join(import.meta.dirname, '..', '..', 'resources', 'sample', 'shanxi-article.txt');
interface Imported {
  id: string;
  metadata: { outletProvince: string; reporters: string[]; editor: string; title: null; publishedOn: null };
  repairs: { kind: string; place: { start: number; end: number }; before: string; after: string; certain: boolean }[];
  flags: unknown[];
}

// Each asks the program several times, which starts anew.
const several = { timeout: 120_000 };

test('article import --repair: what was found, where, and what is certain', several, async () => {
  for (const [repair, text] of [
    ['none', readFileSync(shanxi, 'utf8')],
    ['all', expect.not.stringMatching(/[?€a-zA-Z]/)],
    ['certain', expect.stringContaining('新?lián)?dāng)新')],
  ] as const) {
    const corpus = ['--corpus', join(folder, `${repair}.jianzhu`)];
    expect((await printed(...corpus, 'corpus', 'create')).status).toBe(0);
    const { status, text: json } = await printed(...corpus, 'article', 'import', shanxi, '--repair', repair, '--json');
    expect(status).toBe(0);
    const { value } = JSON.parse(json) as { value: { files: Imported[] } };
    const [found] = value.files;
    expect(found).toMatchObject({
      encoding: 'utf-8',
      flags: [],
      metadata: { outletProvince: '山西', editor: '盧相汀', title: null, publishedOn: null },
    });
    expect(found?.metadata.reporters).toHaveLength(8);
    const ofKind = (kind: string) => found?.repairs.filter((each) => each.kind === kind) ?? [];
    expect(ofKind('inline-pinyin')).toHaveLength(269);
    expect(ofKind('gbk-shift')).toHaveLength(10);
    expect(ofKind('gbk-shift').filter(({ certain }) => certain)).toHaveLength(6);
    expect(ofKind('html-residue')).toHaveLength(2);
    const imported = readFileSync(shanxi, 'utf8');
    for (const { place, before } of found?.repairs ?? []) expect(imported.slice(place.start, place.end)).toBe(before);
    expect((await printed(...corpus, 'article', 'show', found?.id ?? '')).text).toEqual(text);
    const report = await printed(...corpus, 'repair', 'report', found?.id ?? '');
    expect(report.text.split('\n').filter((line) => line.includes('gbk-shift'))).toHaveLength(10);
  }
});

test('article import: a column is named, and a wrong choice is a matter of usage', several, async () => {
  const corpus = ['--corpus', join(folder, 'table.jianzhu')];
  await printed(...corpus, 'corpus', 'create');
  const table = join(folder, 'table.csv');
  writeFileSync(table, '名,文\n甲報訊,各地抓緊落實改革任務。\n');
  expect(JSON.parse((await printed(...corpus, 'article', 'import', table, '--json')).text)).toMatchObject({
    value: { files: [{ reason: 'table-without-text', columns: ['名', '文'] }] },
  });
  expect(
    JSON.parse(
      (await printed(...corpus, 'article', 'import', table, '--column', 'text=文', '--column', 'title=名', '--json'))
        .text,
    ),
  ).toMatchObject({
    value: { files: [{ outcome: 'imported', metadata: { title: '甲報訊' } }] },
  });
  expect((await printed(...corpus, 'article', 'import', table, '--repair', 'some')).status).toBe(2);
  expect((await printed(...corpus, 'article', 'import', table, '--column', 'nothing')).status).toBe(2);
  expect((await printed(...corpus, 'corpus', 'flow')).text).toMatch(/^found\t\d+\n/);
});
