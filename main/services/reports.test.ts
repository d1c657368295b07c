import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { reportSections } from '#domain/contract/report.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const plan: Input<'report.export'>['plan'] = {
  sections: [...reportSections],
  script: 'as-is',
  quotations: 'as-read',
  language: 'zh-Hant',
};
const category = (number: string) => builtinCategories.find((each) => each.number === number)?.id ?? '';
const linked = (number: string) => ({ links: [{ id: uuidv7(), categoryId: category(number), relation: null }] });
let host: TestHost;
let articles: string[];
beforeEach(async () => {
  host = await TestHost.make();
  articles = [await host.importText('全會提出改革。各地抓緊落實。'), await host.importText('群眾說好，幹部帶頭。')];
});
afterEach(() => host[Symbol.asyncDispose]());

async function exported(choice: Input<'report.export'>['choice'], changed: Partial<typeof plan> = {}): Promise<string> {
  const job = await host.end('report.export', { choice, plan: { ...plan, ...changed }, format: 'html' });
  expect(job.error).toBeNull();
  const { file } = job.result as Output<'report.export'>;
  return readFileSync(host.host.outbox.get(file).path, 'utf8');
}

describe('a report is made', () => {
  test('of articles in the order asked for', async () => {
    const html = await exported({ by: 'articles', articleIds: [articles[1] ?? '', articles[0] ?? ''] });
    expect(html.indexOf('群眾說好，幹部帶頭。')).toBeLessThan(html.lastIndexOf('全會提出改革。各地抓緊落實。'));
    expect(html.indexOf('群眾說好，幹部帶頭。')).toBeGreaterThan(0);
  });

  test('of a selection of annotations, and nothing of the others', async () => {
    const { id } = await host.annotate(articles[0] ?? '', '改革', { note: '第一條', translation: 'reform' });
    await host.annotate(articles[0] ?? '', '落實', { note: '第二條' });
    const html = await exported({ by: 'annotations', annotationIds: [id] });
    expect(html).toContain('第一條');
    expect(html).toContain('reform');
    expect(html).not.toContain('第二條');
    expect(html).not.toContain('幹部帶頭');
  });

  test('of a category with all below it', async () => {
    await host.annotate(articles[0] ?? '', '改革', { note: '項下', ...linked('13·51') });
    await host.annotate(articles[1] ?? '', '說好', { note: '別處', ...linked('2') });
    const html = await exported({ by: 'categories', categoryIds: [category('13')] });
    expect(html).toContain('項下');
    expect(html).not.toContain('別處');
  });

  test('of a category that only whole articles are linked to', async () => {
    const [articleId = '', other = ''] = articles;
    await host.ask('articleLink.set', { articleId, categoryIds: [category('13·51'), category('2')] });
    await host.ask('articleLink.set', { articleId: other, categoryIds: [category('2')] });
    const html = await exported({ by: 'categories', categoryIds: [category('13')] });
    const wholes = html.slice(html.indexOf('id="wholeArticles"'));
    expect(wholes).toContain('完善公共安全治理機制');
    expect(html).not.toContain('群眾說好');
    expect(html).not.toContain('構建高水平社會主義市場經濟體制');
  });

  test('converted for reading, with a mark on every quotation that changed', async () => {
    await host.annotate(articles[0] ?? '', '落實');
    await host.annotate(articles[0] ?? '', '改革');
    const html = await exported({ by: 'articles', articleIds: articles }, { script: 'hans', sections: ['byProvince'] });
    expect(html).toContain('落实');
    expect(html.match(/〔已轉換字形〕/g)).toHaveLength(1);
  });

  test('with what was repaired marked, or as imported', async () => {
    const [articleId = ''] = articles;
    const { text, revisionId } = await host.ask('article.get', { articleId });
    const start = text.indexOf('抓緊');
    await host.ask('article.correct', { articleId, revisionId, changes: [{ start, end: start + 2, insert: '加快' }] });
    await host.annotate(articleId, '加快落實');
    const of = { by: 'articles', articleIds: articles } as const;
    expect(await exported(of, { sections: ['byProvince'], quotations: 'marked' })).toContain('〔加快〕落實');
    const imported = await exported(of, { sections: ['byProvince'], quotations: 'imported' });
    expect(imported).toContain('抓緊落實');
    expect(imported).toContain('〔據匯入文字〕');
  });
});

describe('it is refused with the reason', () => {
  test.each([
    [{ by: 'articles', articleIds: [uuidv7()] }, 'article-missing'],
    [{ by: 'annotations', annotationIds: [uuidv7()] }, 'annotation-missing'],
    [{ by: 'categories', categoryIds: [uuidv7()] }, 'category-missing'],
    [{ by: 'categories', categoryIds: [category('5')] }, 'report-empty'],
  ] as const)('%j', async (choice, reason) => {
    const job = await host.end('report.export', { choice, plan, format: 'html' });
    expect(job).toMatchObject({ state: 'failed', error: { details: { reason } } });
  });
});

test('a report that is stopped leaves no file behind', async () => {
  const many = await Promise.all(
    Array.from({ length: 40 }, (_, index) => host.importText(`${'各地抓緊落實改革。'.repeat(400)}${index}`)),
  );
  const choice: Input<'report.export'>['choice'] = { by: 'articles', articleIds: [...articles, ...many] };
  const { job } = await host.ask('report.export', { choice, plan: { ...plan, sections: ['text'] }, format: 'html' });
  await host.ask('job.cancel', { job });
  const ended = await host.ended(job);
  expect(ended).toMatchObject({ state: 'cancelled', result: null });
  const outbox = join(host.folder, 'outbox', String(process.pid));
  expect(existsSync(outbox) ? readdirSync(outbox) : []).toEqual([]);
});

test('a preview shows the beginning, and counts the whole', async () => {
  for (let number = 3; number <= 5; number++) articles.push(await host.importText(`第${number}篇的文字。`));
  for (const articleId of articles.slice(2)) await host.annotate(articleId, '文字');
  const { result } = await host.end('report.preview', {
    choice: { by: 'articles', articleIds: articles },
    plan,
  });
  const { markup, articles: all, annotations, shownArticles } = result as Output<'report.preview'>;
  expect({ all, annotations, shownArticles }).toEqual({ all: 5, annotations: 3, shownArticles: 4 });
  expect(markup).toContain('幹部帶頭');
  expect(markup).not.toContain('第5篇');
  expect(markup).toContain('5 篇文章，3 條標註');
});

test('a template is kept, changed, removed, and each step can be undone', async () => {
  const id = uuidv7();
  const content = { name: '論文附錄', format: 'html', plan, byteOrderMark: false } as const;
  await host.ask('reportTemplate.save', { id, ...content });
  const [made] = await host.ask('reportTemplate.list', {});
  expect(made).toEqual({ id, version: 1, ...content });
  expect((await host.refusal('reportTemplate.save', { id: uuidv7(), ...content })).details.reason).toBe('name-taken');
  await host.ask('reportTemplate.save', { id, version: 1, ...content, name: '附錄', format: 'csv' });
  expect(await host.ask('reportTemplate.list', {})).toMatchObject([{ name: '附錄', format: 'csv', version: 2 }]);
  await host.ask('history.undo', {});
  const [undone] = await host.ask('reportTemplate.list', {});
  expect(undone).toMatchObject(content);
  await host.ask('reportTemplate.remove', { id, version: undone?.version ?? 0 });
  expect(await host.ask('reportTemplate.list', {})).toEqual([]);
  expect(await host.ask('bin.list', {})).toMatchObject([{ kind: 'template', subject: '論文附錄' }]);
  await host.ask('bin.restore', { kind: 'template', id });
  expect(await host.ask('reportTemplate.list', {})).toMatchObject([content]);
});
