import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtin, TestHost } from '../host/hosted-corpus.ts';
import { resource } from '../host/resource.ts';
import { readSample } from './sample.ts';

test('six articles, five of them written for it and named as constructed, 20 to 40 annotations each', async () => {
  const sample = await readSample();
  expect(sample.length).toBeGreaterThanOrEqual(6);
  for (const { file, constructed, metadata, annotations } of sample) {
    expect(annotations.length, file).toBeGreaterThanOrEqual(20);
    expect(annotations.length, file).toBeLessThanOrEqual(40);
    if (!constructed) continue;
    const length = [...readFileSync(resource(`sample/${file}`), 'utf8')].length;
    expect(length >= 600 && length <= 1500, `${file} has ${length}`).toBe(true);
    expect(metadata.outletProvince).toContain('示例');
    expect(metadata.outlet).toContain('示例');
  }
  expect(new Set(sample.map(({ metadata }) => metadata.script))).toEqual(new Set([undefined, 'hant', 'hans']));
});

test('is loaded in one step, every quote in its place, and thrown away by one', async () => {
  await using host = await TestHost.make();
  const own = await host.importText('她自己的文章。', 'own.txt');
  const { state, result } = await host.end('sample.load', {});
  expect(state).toBe('done');
  const { articleIds, annotations } = result as { articleIds: string[]; annotations: number };
  const sample = await readSample();
  expect(articleIds).toHaveLength(sample.length);
  expect(annotations).toBe(sample.reduce((sum, each) => sum + each.annotations.length, 0));
  for (const [index, articleId] of articleIds.entries()) {
    const { text, codingState } = await host.ask('article.get', { articleId });
    expect(codingState).toBe(sample[index]?.coding);
    const found = await host.ask('annotation.list', { articleId });
    expect(found.map(({ exact }) => exact).toSorted()).toEqual(
      sample[index]?.annotations.map(({ quote }) => quote).toSorted(),
    );
    for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact);
  }
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  expect((await host.end('sample.load', {})).result).toEqual({ articleIds: [], annotations: 0 });
  expect(await host.ask('history.state', {})).toMatchObject({ undo: { operation: 'sample.load' } });

  await host.ask('history.undo', {});
  expect((await host.ask('article.list', {})).map(({ id }) => id)).toEqual([own]);
  await host.ask('history.redo', {});
  expect(await host.ask('article.list', {})).toHaveLength(sample.length + 1);
  expect(await host.ask('sample.remove', {})).toEqual({ articles: sample.length });
  expect((await host.ask('article.list', {})).map(({ id }) => id)).toEqual([own]);
  await host.ask('history.undo', {});
  expect(await host.ask('annotation.list', { articleId: articleIds[0] ?? '' })).toHaveLength(
    sample[0]?.annotations.length ?? 0,
  );
  expect((await host.ask('codebook.list', {}))[0]?.id).toBe(builtin);
});
