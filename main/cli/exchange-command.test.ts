import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';

let folder: string;
let out = '';
let complaint = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  vi.stubEnv('JIANZHU_DATA', join(folder, 'data'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((line) => {
    complaint += `${String(line)}\n`;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    out += String(part);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

async function printed(...words: string[]): Promise<{ status: number; text: string; complaint: string }> {
  out = '';
  complaint = '';
  const status = await run(words);
  return { status, text: out, complaint };
}

// Each asks the program several times, which starts anew.
const several = { timeout: 240_000 };

test('a project goes out, is looked at, and comes in; files are not overwritten unasked', several, async () => {
  const from = ['--corpus', join(folder, 'from.jianzhu')];
  const to = ['--corpus', join(folder, 'to.jianzhu')];
  const article = join(folder, 'one.txt');
  writeFileSync(article, '山西省落實改革。\r\n𠮷林持續推進。');
  for (const corpus of [from, to]) expect((await printed(...corpus, 'corpus', 'create')).status).toBe(0);
  expect((await printed(...from, 'article', 'import', article)).status).toBe(0);

  const file = join(folder, 'project.qdpx');
  const out1 = await printed(...from, 'exchange', 'export', '--format', 'qdpx', '--out', file, '--language', 'en');
  expect(out1.status).toBe(0);
  expect(out1.text).toMatch(/project\.qdpx \(\d+ bytes\): 1 articles, 0 annotations, 75 categories/);
  expect(out1.text).toMatch(/^Texts as imported.*\t1\t/m);
  const before = readFileSync(file);
  const again = await printed(...from, 'exchange', 'export', '--format', 'qdc', '--out', file);
  expect(again).toMatchObject({ status: 1 });
  expect(again.complaint).toMatch(/exists already/);
  expect(readFileSync(file)).toEqual(before);
  expect(existsSync(`${file}.part`)).toBe(false);
  expect((await printed(...from, 'exchange', 'export', '--format', 'qdpx', '--out', file, '--force')).status).toBe(0);

  const dry = await printed(...to, 'exchange', 'import', file, '--dry-run', '--json');
  expect(dry.status).toBe(0);
  expect(JSON.parse(dry.text)).toMatchObject({ ok: true, value: { plan: { counts: { articles: 1, categories: 0 } } } });
  expect(JSON.parse((await printed(...to, 'article', 'list', '--json')).text)).toMatchObject({ value: [] });
  const taken = await printed(...to, 'exchange', 'import', file);
  expect(taken.status).toBe(0);
  expect(taken.text).toContain('new: 1 articles');
  const { value } = JSON.parse((await printed(...to, 'article', 'list', '--json')).text) as {
    value: { opening: string }[];
  };
  expect(value.map(({ opening }) => opening)).toEqual(['山西省落實改革。']);
});

test('what cannot be done is said, with the status for it', several, async () => {
  const corpus = ['--corpus', join(folder, 'other.jianzhu')];
  await printed(...corpus, 'corpus', 'create');
  const broken = join(folder, 'broken.qdpx');
  writeFileSync(broken, 'PK\u0003\u0004 not an archive');
  const refused = await printed(...corpus, 'exchange', 'import', broken);
  expect(refused.status).toBe(1);
  expect(refused.complaint).toContain('broken.qdpx');
  for (const words of [
    ['exchange', 'export', '--out', 'x'],
    ['exchange', 'export', '--format', 'docx', '--out', 'x'],
    ['exchange', 'export', '--format', 'qdpx'],
    ['exchange', 'export', '--format', 'qdpx', '--out', 'x', '--language', 'fr'],
    ['exchange', 'export', '--format', 'deposit', '--out', 'x', '--readme', 'fr'],
    ['exchange', 'import'],
  ])
    expect((await printed(...corpus, ...words)).status, words.join(' ')).toBe(2);
});
