import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { netChanges } from '#domain/text/carry.ts';
import { splitsPair } from '#domain/text/span.ts';
import { applyChanges } from '#domain/text/well-formed.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const DAMAGED = '推進(jìn)現(xiàn)代化，應(yīng)急責(zé)任。𠮷林抓緊落實。\n群眾說好，各地抓緊落實改革。\n第三段。';
let host: TestHost;
beforeAll(async () => {
  host = await TestHost.make();
});
afterAll(() => host[Symbol.asyncDispose]());

const current = (articleId: string) => host.ask('article.get', { articleId });
const annotations = (articleId: string) => host.ask('annotation.list', { articleId });
async function correct(articleId: string, edits: { start: number; end: number; insert: string }[]) {
  const { text, revisionId } = await current(articleId);
  const changes = netChanges(edits, text);
  return changes.length === 0 ? null : await host.ask('article.correct', { articleId, revisionId, changes });
}
async function replace(articleId: string, words: string, insert: string) {
  const start = (await current(articleId)).text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return await correct(articleId, [{ start, end: start + words.length, insert }]);
}

test('a correction makes a revision, carries annotations, and is undone', async () => {
  const articleId = await host.importText('全會提出改革。各地抓緊落實。', 'a.txt');
  await host.annotate(articleId, '抓緊落實');
  await host.annotate(articleId, '改革');
  await replace(articleId, '抓緊', '抓緊抓好');
  const gone = await replace(articleId, '提出改革', '');
  expect(gone).toMatchObject({ orphans: 1 });
  expect(await current(articleId)).toMatchObject({ text: '全會。各地抓緊抓好落實。' });
  expect(await annotations(articleId)).toMatchObject([
    { exact: '改革', anchorState: 'orphan' },
    { exact: '抓緊抓好落實', anchorState: 'placed' },
  ]);
  const revisions = await host.ask('revision.list', { articleId });
  expect(revisions.map(({ kind }) => kind)).toEqual(['correction', 'correction', 'import']);
  const [, second] = revisions;
  expect(await host.ask('revision.changes', { articleId, revisionId: second?.id ?? '' })).toEqual({
    total: 1,
    changes: [
      { prefix: '全會提出改革。各地', before: '抓緊', after: '抓緊抓好', suffix: '落實。', at: { start: 9, end: 13 } },
    ],
  });
  await host.ask('history.undo', {});
  await host.ask('history.undo', {});
  expect(await annotations(articleId)).toMatchObject([{ exact: '改革', anchorState: 'placed' }, { exact: '抓緊落實' }]);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('repairs are decided beside corrections; what a correction reached into is left', async () => {
  const articleId = await host.importText(DAMAGED, 'b.txt');
  const repairs = async () => await host.ask('repair.list', { articleId });
  const decide = async (ids: string[], decision: 'accepted' | 'open') =>
    await host.ask('repair.decide', {
      articleId,
      revisionId: (await current(articleId)).revisionId,
      decisions: ids.map((id) => ({ id, decision })),
    });
  const ids = (await repairs()).repairs.map(({ id }) => id);
  expect(ids.length).toBe(4);
  await decide(ids, 'accepted');
  await replace(articleId, '群眾', '羣眾');
  await replace(articleId, '急責任', '急的責任');
  const [first = '', , , last = ''] = ids;
  await decide([first], 'open');
  expect((await current(articleId)).text).toContain('推進(jìn)現代化，應急的責任。𠮷林抓緊落實。\n羣眾');
  await decide([first], 'accepted');
  await decide([last], 'open');
  expect((await current(articleId)).text).toContain('推進現代化，應急的責(zé)任');
  expect((await repairs()).corrections).toBe(2);
  await replace(articleId, '責(zé)任', '職責');
  const before = (await current(articleId)).text;
  const { revisionId } = await current(articleId);
  const refused = await host.refusal('repair.decide', {
    articleId,
    revisionId,
    decisions: [{ id: last, decision: 'accepted' }],
  });
  expect(refused.details.reason).toBe('repair-corrected');
  await decide(ids, 'open');
  const after = (await current(articleId)).text;
  expect(after).toContain('推進(jìn)現(xiàn)代化，應(yīng)急的職責');
  expect(before).not.toBe(after);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('long sessions of corrections, repairs, undo and redo: whatever is placed quotes what stands there', {
  timeout: 120_000,
}, async () => {
  const deed = fc.record({
    what: fc.constantFrom('correct', 'correct', 'correct', 'correct', 'annotate', 'repair', 'undo', 'redo'),
    at: fc.nat(),
    remove: fc.nat(6),
    insert: fc.constantFrom('', '改', '𠮷縣', '\n', '，', '抓緊'),
    more: fc.nat(),
  });
  let imports = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 40, maxLength: 80, size: 'max' }), async (deeds) => {
      const articleId = await host.importText(`${DAMAGED}${(imports += 1)}`, 'c.txt');
      await host.annotate(articleId, '抓緊落實');
      for (const { what, at, remove, insert, more } of deeds) {
        const { text, revisionId } = await current(articleId);
        const whole = (offset: number) => (splitsPair(text, offset) ? offset - 1 : offset);
        const start = whole(at % (text.length + 1));
        const end = whole(Math.min(text.length, start + remove));
        if (what === 'undo' || what === 'redo') {
          const { undo, redo } = await host.ask('history.state', {});
          if (what === 'undo' ? undo?.articleId === articleId && undo.operation !== 'article.import' : redo !== null)
            await host.ask(`history.${what}`, {});
        } else if (what === 'annotate') {
          if (start < end) await host.annotate(articleId, text.slice(start, end));
        } else if (what === 'repair') {
          const { repairs } = await host.ask('repair.list', { articleId });
          const decisions = repairs
            .filter((_each, index) => ((more >> index) & 1) === 1)
            .map(({ id, decision }) => ({
              id,
              decision: decision === 'accepted' ? ('open' as const) : ('accepted' as const),
            }));
          if (decisions.length > 1) await host.ask('repair.decide', { articleId, revisionId, decisions });
        } else {
          const further = whole(more % (text.length + 1));
          await correct(
            articleId,
            further >= end
              ? [
                  { start: further, end: further, insert: '又' },
                  { start, end, insert },
                ]
              : [{ start, end, insert }],
          );
        }
        const now = await current(articleId);
        for (const each of await annotations(articleId))
          if (each.anchorState === 'placed') expect(now.text.slice(each.start, each.end)).toBe(each.exact);
        const { importedText, repairs } = await host.ask('repair.list', { articleId });
        const accepted = repairs.flatMap((one) => (one.insert === null ? [] : [{ ...one, insert: one.insert }]));
        expect(applyChanges(importedText, accepted)).toBe((await host.ask('repair.list', { articleId })).text);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});
