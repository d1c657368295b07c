import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '#domain/contract/answer.ts';
import { contract, type OperationName } from '#domain/contract/index.ts';
import type { Operation } from '#domain/contract/operation.ts';
import { dumpCorpus } from '../db/corpus-dump.ts';
import { hostileCalls, lostInJson } from '../host/hostile-inputs.ts';
import { categoryIds, held, TestHost, temporaryFolder } from '../host/hosted-corpus.ts';
import { commands } from './commands.ts';
import { run } from './run.ts';

const TEXT = '題目\n𠮷林的記者👨‍👩‍👧看到改革。';
let folder: string;
let file: string;
let articleId: string;

beforeAll(async () => {
  folder = temporaryFolder();
  vi.stubEnv('JIANZHU_DATA', join(folder, 'data'));
  const lin = await TestHost.make('Lin');
  articleId = await lin.importText(TEXT, '甲.txt');
  const links = [
    { id: '0198c0de-0000-7000-8000-000000000001', categoryId: categoryIds[16] ?? '', relation: 'local' as const },
  ];
  await lin.annotate(articleId, '改革', { links });
  await lin.annotate(articleId, '👨‍👩‍👧看到');
  const made = lin.file;
  await lin.host.close();
  file = join(folder, 'one.jianzhu');
  copyFileSync(made, file);
  rmSync(lin.folder, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    out += String(part);
    return true;
  });
  vi.spyOn(console, 'log').mockImplementation((line) => {
    out += `${String(line)}\n`;
  });
  vi.spyOn(console, 'error').mockImplementation((line) => {
    err += `${String(line)}\n`;
  });
});
afterEach(() => vi.restoreAllMocks());

const onFile = (...words: string[]) => run(['--corpus', file, ...words]);

/** The answer that --json printed. */
async function answerOf(...words: string[]): Promise<{ status: number; answer: Answer<unknown> }> {
  out = '';
  const status = await onFile(...words, '--json');
  return { status, answer: JSON.parse(out) as Answer<unknown> };
}

/** The value that --json printed, as the operation answers it. */
async function valueOf(operation: OperationName, ...words: string[]): Promise<unknown> {
  const { status, answer } = await answerOf(...words);
  expect(status).toBe(0);
  if (!answer.ok) throw new Error(answer.error.message);
  (contract as Record<string, Operation>)[operation]?.output.parse(answer.value);
  return answer.value;
}

describe('usage', () => {
  test.each([
    [],
    ['nothing'],
    ['article'],
    ['article', 'list'],
    ['--corpus', 'x', 'article', 'show'],
    ['--corpus', 'x', '--unknown', 'article', 'list'],
    ['--corpus'],
    ['call'],
    ['call', 'session.get', '{}', 'more'],
    ['call', 'session.get', '--coder', ''],
    ['call', 'session.get', '--coder', 'x'.repeat(201)],
  ])('exit status 2 and how it is used: %j', async (...argv) => {
    expect(await run(argv)).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });

  test.each<[string[], string]>([
    [['article', 'list', 'more'], 'too much'],
    [['article', 'show', 'a', 'b'], 'usage'],
    [['article', 'import'], 'PATH'],
    [['report', 'export', 'x'], '--out'],
    [['report', 'export', '--out', 'x.html'], '--articles'],
    [['report', 'export', 'x', '--articles', 'all', '--out', 'x.html'], 'one of'],
    [['report', 'export', 'x', '--out', 'x.html', '--language', 'xx'], 'zh-Hant'],
    [['report', 'export', 'x', '--out', 'x.html', '--format', 'exe'], 'docx'],
    [['report', 'export', 'x', '--out', 'x.html', '--sections', 'text,none'], 'byCategory'],
    [['report', 'export', '--articles', ',', '--out', 'x.html'], 'at least one'],
    [['report', 'templates', 'x'], 'too much'],
  ])('with a corpus, %j', async (words, said) => {
    expect(await onFile(...words)).toBe(2);
    expect(err).toContain(said);
  });

  test('--help names every command', async () => {
    expect(await run(['--help'])).toBe(0);
    for (const { words } of commands) expect(out).toContain(words);
  });
});

describe('commands', () => {
  test('article list, show, and show --original: the text itself, nothing added', async () => {
    expect(await valueOf('article.list', 'article', 'list')).toMatchObject([{ id: articleId, annotations: 2 }]);
    expect(await onFile('article', 'list')).toBe(0);
    out = '';
    expect(await onFile('article', 'show', articleId)).toBe(0);
    expect(out).toBe(TEXT);
    out = '';
    expect(await onFile('article', 'show', articleId, '--original')).toBe(0);
    expect(out).toBe(TEXT);
    expect(await valueOf('article.get', 'article', 'show', articleId)).toMatchObject({ text: TEXT });
    expect(await valueOf('article.original', 'article', 'show', articleId, '--original')).toMatchObject({ text: TEXT });
  });

  test('annotation list, in UTF-16 units and in code points', async () => {
    const units = (await valueOf('annotation.list', 'annotation', 'list', articleId)) as {
      start: number;
      end: number;
      exact: string;
    }[];
    expect(units.map(({ start, end }) => TEXT.slice(start, end))).toEqual(units.map(({ exact }) => exact));
    const codePoints = Array.from(TEXT);
    const points = (await valueOf('annotation.list', 'annotation', 'list', articleId, '--code-points')) as typeof units;
    expect(points.map(({ start, end }) => codePoints.slice(start, end).join(''))).toEqual(
      units.map(({ exact }) => exact),
    );
    expect(points[0]?.start).toBe((units[0]?.start ?? 0) - 1);
    out = '';
    await onFile('annotation', 'list', articleId);
    expect(out.split('\n')[1]).toMatch(/^\d+–\d+\t\d+·\d+ local\t改革$/);
  });

  test('article import: files and folders, 1 when one was refused, the rest imported', async () => {
    const inbox = join(folder, 'inbox');
    mkdirSync(join(inbox, 'below'), { recursive: true });
    writeFileSync(join(inbox, 'a.txt'), '第一。');
    writeFileSync(join(inbox, 'below', 'b.txt'), '第二。');
    expect((await answerOf('article', 'import', inbox, '--coder', '吳')).answer).toMatchObject({
      ok: true,
      value: {
        files: [
          { name: 'a.txt', outcome: 'imported', encoding: 'utf-8', repairs: [], flags: [] },
          { name: 'below/b.txt', outcome: 'imported', metadata: { title: null, places: [] } },
        ],
      },
    });
    writeFileSync(join(inbox, 'c.png'), 'x');
    const { status, answer } = await answerOf('article', 'import', inbox, join(inbox, 'gone.txt'));
    expect(status).toBe(1);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        files: [
          { outcome: 'duplicate' },
          { outcome: 'duplicate' },
          { reason: 'format-unknown' },
          { reason: 'file-unreadable' },
        ],
      },
    });
    expect(dumpCorpus(file).coders?.map(({ name }) => name)).toContain('吳');
    out = '';
    await onFile('call', 'history.list', '{"limit":1}', '--json');
    expect(out).toContain('吳');
  });

  test('report export: a file, never over another one, never over the corpus', async () => {
    const target = join(folder, 'report.html');
    expect(await valueOf('report.export', 'report', 'export', articleId, '--out', target)).toMatchObject({
      file: target,
    });
    expect(readFileSync(target, 'utf8')).toContain('𠮷林');
    expect((await answerOf('report', 'export', articleId, '--out', target)).answer).toMatchObject({
      ok: false,
      error: { details: { reason: 'file-exists' } },
    });
    expect(await onFile('report', 'export', articleId, '--out', target, '--force', '--language', 'en')).toBe(0);
    const before = dumpCorpus(file);
    expect(await onFile('report', 'export', articleId, '--out', file, '--force')).toBe(1);
    expect(await onFile('report', 'export', articleId, '--out', join(file, 'below.html'))).toBe(1);
    const nowhere = join(folder, 'y.html');
    for (const about of [
      ['--categories', '99·99'],
      ['--categories', '15'],
      ['--annotations', articleId],
      ['--articles', 'all', '--template', 'none'],
    ])
      expect(await onFile('report', 'export', ...about, '--out', nowhere)).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
    expect(dumpCorpus(file)).toEqual(before);
  });

  test('report export by a template of the corpus, and what is given goes before it', async () => {
    const plan = { sections: ['byCategory', 'method'], script: 'as-is', quotations: 'as-read', language: 'en' };
    const template = {
      id: '01932f6e-0000-7000-8000-00000000beef',
      name: '附錄',
      format: 'html',
      plan,
      byteOrderMark: false,
    };
    expect(await onFile('call', 'reportTemplate.save', JSON.stringify(template))).toBe(0);
    expect(await valueOf('reportTemplate.list', 'report', 'templates')).toMatchObject([{ name: '附錄' }]);
    const target = join(folder, 'by-template.html');
    const args = ['report', 'export', '--articles', 'all', '--template', '附錄', '--out', target];
    expect(await onFile(...args)).toBe(0);
    const english = readFileSync(target, 'utf8');
    expect(english).toContain('id="method"');
    expect(english).not.toContain('id="text"');
    expect(english).toContain('lang="en"');
    expect(await onFile(...args, '--force', '--language', 'zh-Hans', '--sections', 'text')).toBe(0);
    expect(readFileSync(target, 'utf8')).toMatch(/lang="zh-Hans"[^]*id="text"/);
  });

  test('corpus create, check, backup, backups, restore', async () => {
    const made = join(folder, 'made.jianzhu');
    expect(await run(['--corpus', made, 'corpus', 'create', '--name', '新'])).toBe(0);
    expect(dumpCorpus(made).corpora).toMatchObject([{ name: '新' }]);
    expect(await run(['--corpus', made, 'corpus', 'create'])).toBe(1);

    expect(await valueOf('corpus.check', 'corpus', 'check')).toMatchObject({ ok: true, problems: [] });
    const target = join(folder, 'backup.jianzhu');
    expect(await valueOf('backup.create', 'corpus', 'backup', target)).toMatchObject({ backup: null });
    const state = dumpCorpus(file);
    expect(dumpCorpus(target)).toEqual(state);
    expect(await onFile('corpus', 'backup', target)).toBe(1);
    expect(await onFile('corpus', 'backup', target, '--force')).toBe(0);
    expect(await onFile('corpus', 'backup', file, '--force')).toBe(1);

    writeFileSync(join(folder, 'later.txt'), '之後的。');
    await onFile('article', 'import', join(folder, 'later.txt'));
    expect(dumpCorpus(file)).not.toEqual(state);
    expect(await onFile('corpus', 'restore', target)).toBe(0);
    expect(dumpCorpus(file)).toEqual(state);
    const listed = (await valueOf('backup.list', 'corpus', 'backups')) as { backup: string; occasion: string }[];
    expect(listed[0]?.occasion).toBe('restore');
    expect(await onFile('corpus', 'restore', listed[0]?.backup ?? '')).toBe(0);
    expect(dumpCorpus(file)).not.toEqual(state);
    expect(await onFile('corpus', 'restore', 'no-such-backup')).toBe(1);
    expect(await onFile('corpus', 'restore', made)).toBe(1);
    expect(err).toContain('another corpus');
  });

  test('corpus restore of one that is damaged, or gone', async () => {
    const ruined = join(folder, 'ruined.jianzhu');
    const backup = join(folder, 'kept.jianzhu');
    await onFile('corpus', 'backup', backup);
    const state = dumpCorpus(backup);
    writeFileSync(ruined, readFileSync(backup).fill(0x5a, 4096 * 2, 4096 * 9));
    expect(await run(['--corpus', ruined, 'corpus', 'check'])).toBe(1);
    expect(err).toContain('restore it from a backup');
    expect(await run(['--corpus', ruined, 'corpus', 'restore', backup])).toBe(0);
    expect(dumpCorpus(ruined)).toEqual(state);
    expect(readdirSync(folder).some((name) => name.startsWith('ruined.jianzhu.damaged-'))).toBe(true);
    rmSync(ruined);
    expect(await run(['--corpus', ruined, 'corpus', 'restore', backup])).toBe(0);
    expect(dumpCorpus(ruined)).toEqual(state);
  });

  test.each<[string, string, string]>([
    ['missing', '', 'corpus-missing'],
    ['no-corpus', 'a text', 'corpus-not-sqlite'],
  ])('a corpus that is %s is refused by every command', async (name, content, reason) => {
    const path = join(folder, name);
    if (content !== '') writeFileSync(path, content);
    for (const words of [
      ['article', 'list'],
      ['corpus', 'check'],
      ['call', 'session.get'],
      ['article', 'import', 'x'],
    ]) {
      out = '';
      expect(await run(['--corpus', path, ...words, '--json'])).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ ok: false, error: { details: { reason } } });
    }
  });
});

describe('call', () => {
  test('--list names every operation with its schemas', async () => {
    expect(await run(['call', '--list', '--json'])).toBe(0);
    const listed = JSON.parse(out) as { value: { operation: string; kind: string; input: object; output: object }[] };
    expect(listed.value.map(({ operation }) => operation)).toEqual(Object.keys(contract));
    for (const { kind, input, output } of listed.value) {
      expect(['read', 'write', 'job']).toContain(kind);
      expect(input).toHaveProperty('$schema');
      expect(output).toHaveProperty('$schema');
    }
    out = '';
    expect(await run(['call', '--list'])).toBe(0);
    for (const operation of Object.keys(contract)) expect(out).toContain(`${operation} (`);
  });

  test('sends any operation and prints its answer; a job is followed to its result', async () => {
    expect(await valueOf('annotation.list', 'call', 'annotation.list', JSON.stringify({ articleId }))).toHaveLength(2);
    const sources = [{ text: '貼上的。', name: 'pasted' }];
    expect(await valueOf('article.import', 'call', 'article.import', JSON.stringify({ sources }))).toMatchObject({
      files: [{ outcome: 'imported' }],
    });
    expect(await valueOf('history.undo', 'call', 'history.undo')).toMatchObject({
      operation: 'article.import',
      state: 'undone',
    });
    expect(await run(['call', 'session.get'])).toBe(0);
  });

  test('input that is no JSON', async () => {
    for (const json of ['{', 'x', "{'a':1}", ''])
      expect((await answerOf('call', 'article.list', json)).answer).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
  });

  test('every operation refuses what is hostile, and the corpus is as before', async () => {
    const before = dumpCorpus(file);
    // What is too long for a command line cannot be sent, nor what JSON does not know.
    const calls = hostileCalls().filter(
      ({ accepted, input }, at) =>
        !accepted && at % 5 === 0 && !lostInJson(input) && JSON.stringify(input).length < 5000,
    );
    for (const { operation, input } of calls) {
      const { status, answer } = await answerOf('call', operation, JSON.stringify(input));
      expect(status).toBe(1);
      expect(held(operation, answer)).toMatchObject({ ok: false, error: { details: { reason: 'bad-input' } } });
    }
    expect(new Set(calls.map((call) => call.operation)).size).toBe(Object.keys(contract).length);
    for (const operation of ['article.insert', 'constructor', '__proto__', 'x'.repeat(1000)])
      expect((await answerOf('call', operation, '{}')).answer).toMatchObject({
        error: { details: { reason: 'unknown-operation' } },
      });
    expect(dumpCorpus(file)).toEqual(before);
  });

  test('a refused write does not even enter its coder', async () => {
    const before = dumpCorpus(file);
    const id = '0198c0de-0000-7000-8000-0000000000ff';
    for (const [operation, input] of [
      ['annotation.remove', { id, version: 1 }],
      ['article.remove', { articleId: id, version: 1 }],
      ['history.undo', {}],
      ['codingStatus.set', { articleId, codebookId: id, state: 'complete' }],
    ] as const)
      expect(await onFile('call', operation, JSON.stringify(input), '--coder', '新來的')).toBe(1);
    expect(err).toContain('There is nothing to undo.');
    expect(dumpCorpus(file)).toEqual(before);
  });
});

describe('as a process', () => {
  function started(...words: string[]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'index.ts'), '--corpus', file, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, JIANZHU_DATA: join(folder, 'data') },
    });
    const status = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, status, out: () => textOf(child.stdout), err: textOf(child.stderr) };
  }

  test('exit statuses, and what goes to which stream', async () => {
    const [shown, refused, misused] = [
      started('article', 'show', articleId),
      started('article', 'show', '0198c0de-0000-7000-8000-0000000000ff'),
      started('article', 'show'),
    ];
    expect([await shown.out(), await shown.status, await shown.err]).toEqual([TEXT, 0, '']);
    expect([await refused.out(), await refused.status]).toEqual(['', 1]);
    expect(await refused.err).toBe('There is no such article in this corpus; it may be in the bin.\n');
    expect([await misused.out(), await misused.status]).toEqual(['', 2]);
  });

  test('whoever stops reading ends it quietly', async () => {
    const { child, status, err: said } = started('call', '--list');
    child.stdout.destroy();
    expect(await status).toBe(0);
    expect(await said).toBe('');
  });
});
