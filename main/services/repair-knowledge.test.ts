import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { damageParagraph } from '#domain/repair/forward-model.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const recipe = { marks: new Map<string, string>(), narrowed: '，！？；：', endTag: '</p>' };
const said = '要把改革任务落到实处。”垣曲县委书记贠庆安说，各项工作有序推进。';
const DAMAGED = `“${damageParagraph(said, recipe, [said.indexOf('。')])}`;
const CLEAN = [
  '昨日上午，垣曲县委书记贠庆安到乡镇调研，听取意见建议。',
  '全县召开大会，垣曲县委书记贠庆安出席会议，强调要抓好落实。',
];

let lin: TestHost;
beforeEach(async () => {
  lin = await TestHost.make();
});
afterEach(() => lin[Symbol.asyncDispose]());

async function shiftOf(articleId: string) {
  const { repairs } = await lin.ask('repair.list', { articleId });
  const shift = repairs.find(({ kind }) => kind === 'gbk-shift');
  if (shift === undefined) throw new Error('no place was found');
  return shift;
}

describe('what the corpus knows', () => {
  test('puts in a name that no list has, and is told as evidence', async () => {
    const before = await shiftOf(await lin.importText(DAMAGED, 'before.txt'));
    expect(before.candidates[0]?.insert).not.toContain('垣曲');
    for (const text of CLEAN) await lin.importText(text);
    const after = await shiftOf(await lin.importText(`${DAMAGED}\n又一段。`, 'after.txt'));
    expect(after.candidates[0]?.insert).toBe('。”垣曲县委书记贠');
    expect(after.candidates[0]?.evidence).toContainEqual(expect.objectContaining({ kind: 'corpus', count: 2 }));
  });

  test('is not learnt from a text with an open place, from a deleted one, nor from the same import', async () => {
    const damagedCopy = `${CLEAN.join('')}\n${DAMAGED}`;
    await lin.importText(damagedCopy, 'damaged.txt');
    const deleted = await lin.importText(CLEAN[0] ?? '');
    const { version } = await lin.ask('article.get', { articleId: deleted });
    await lin.ask('article.remove', { articleId: deleted, version });
    const sources = [
      ...CLEAN.map((text, at) => ({ text: `${text}第${at}篇。`, name: `clean-${at}.txt` })),
      { text: DAMAGED, name: 'last.txt' },
    ];
    const { result } = await lin.end('article.import', { sources });
    const { files } = result as { files: { articleId: string }[] };
    const { candidates } = await shiftOf(files[2]?.articleId ?? '');
    expect(candidates[0]?.insert).not.toContain('垣曲');
    const kinds = new Set(candidates.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
    expect(kinds.has('corpus')).toBe(false);
  });
});

test('the dictionary of the platform is told as evidence', async () => {
  const text = '要把改革任务落到实处。”李师傅笑着说，各项工作有序推进。';
  const damaged = damageParagraph(text, recipe, [text.indexOf('。')]);
  const { candidates } = await shiftOf(await lin.importText(`“${damaged}`));
  const kinds = new Set(candidates.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
  expect(kinds.has('dictionary')).toBe(true);
});
