import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, Recoding } from '#domain/contract/annotation.ts';
import { categoryIds, TestHost } from '../host/hosted-corpus.ts';

const [A, B, C] = categoryIds as [string, string, string];
const voice = { kind: 'official', name: '王某', office: null, level: 'county', place: null } as const;
let host: TestHost;
let articleId: string;
let ids: string[];

beforeEach(async () => {
  host = await TestHost.make();
  articleId = await host.importText('甲乙丙丁戊己庚辛壬癸');
  const link = (categoryId: string, relation: 'local' | null = null) => ({ id: uuidv7(), categoryId, relation });
  const linked = [[], [link(A)], [link(A, 'local'), link(B)], [link(B, 'local')]];
  ids = [];
  for (const [index, links] of linked.entries())
    ids.push((await host.annotate(articleId, '甲乙丙丁'[index] ?? '', { links })).id);
});
afterEach(() => host[Symbol.asyncDispose]());

const recode = (change: Recoding, of = ids) => host.ask('annotation.recode', { ids: of, change });
const list = () => host.ask('annotation.list', { articleId });
const coded = (all: readonly Annotation[]) =>
  all.map(({ links }) =>
    links.map(({ categoryId, relation }) => `${'ABC'[[A, B, C].indexOf(categoryId)]}${relation ?? ''}`),
  );

const cases: [string, Recoding, number, string[][] | null][] = [
  [
    'add',
    { do: 'add', categoryId: A, relation: 'mention' },
    2,
    [['Amention'], ['A'], ['Alocal', 'B'], ['Blocal', 'Amention']],
  ],
  ['remove', { do: 'remove', categoryId: A }, 2, [[], [], ['B'], ['Blocal']]],
  ['replace by a new one', { do: 'replace', categoryId: A, byId: C }, 2, [[], ['C'], ['Clocal', 'B'], ['Blocal']]],
  ['replace by one that is there', { do: 'replace', categoryId: A, byId: B }, 2, [[], ['B'], ['B'], ['Blocal']]],
  ['replace by itself', { do: 'replace', categoryId: A, byId: A }, 0, [[], ['A'], ['Alocal', 'B'], ['Blocal']]],
  [
    'relate one category',
    { do: 'relate', categoryId: A, relation: 'local' },
    1,
    [[], ['Alocal'], ['Alocal', 'B'], ['Blocal']],
  ],
  ['relate all', { do: 'relate', categoryId: null, relation: null }, 2, [[], ['A'], ['A', 'B'], ['B']]],
  ['status', { do: 'set-status', status: 'doubtful' }, 4, null],
  ['voice', { do: 'set-voice', voice }, 4, null],
  ['bin', { do: 'bin' }, 4, []],
];

describe('recoding many', () => {
  test.each(cases)('%s: as one step, and one undo gives the rows back', async (_name, change, count, after) => {
    const before = await list();
    const { changed } = await recode(change);
    expect(changed).toBe(count);
    const now = await list();
    if (after !== null) expect(coded(now)).toEqual(after);
    if (change.do === 'set-status') expect(now.every(({ status }) => status === 'doubtful')).toBe(true);
    if (change.do === 'set-voice') expect(now.every((each) => each.voice?.name === '王某')).toBe(true);
    const touched = now.filter(({ id, version }) => version > (before.find((each) => each.id === id)?.version ?? 0));
    if (change.do !== 'bin') expect(touched).toHaveLength(count);
    expect((await recode(change)).changed).toBe(0);
    if (count === 0) return;
    const undone = await host.ask('history.undo', {});
    expect(undone.operation).toBe('annotation.recode');
    const versionless = (all: readonly Annotation[]) => all.map(({ version: _v, changedAt: _c, ...each }) => each);
    expect(versionless(await list())).toEqual(versionless(before));
    await host.ask('history.redo', {});
    expect(coded(await list())).toEqual(coded(now));
  });

  test('an id given twice counts once; one that is gone is passed over', async () => {
    const [first] = ids as [string];
    const of = [first, first, uuidv7()];
    expect(await recode({ do: 'add', categoryId: A, relation: null }, of)).toEqual({ changed: 1 });
    expect(coded(await list())[0]).toEqual(['A']);
  });

  test('a category that is not there is refused, and nothing is changed', async () => {
    const before = await list();
    for (const change of [
      { do: 'add', categoryId: uuidv7(), relation: null },
      { do: 'replace', categoryId: A, byId: uuidv7() },
    ])
      expect((await host.refusal('annotation.recode', { ids, change })).code).toBe('not-found');
    expect(await list()).toEqual(before);
  });

  test('links are never doubled, and a link that is added comes last', async () => {
    await recode({ do: 'add', categoryId: C, relation: null });
    await recode({ do: 'remove', categoryId: A });
    await recode({ do: 'add', categoryId: A, relation: null });
    expect(coded(await list())[2]).toEqual(['B', 'C', 'A']);
    const db = new Database(host.file, { readonly: true });
    const doubled = db
      .prepare('SELECT 1 FROM links WHERE deleted_at IS NULL GROUP BY annotation_id, category_id HAVING count(*) > 1')
      .all();
    db.close();
    expect(doubled).toEqual([]);
  });

  test('an undo over what somebody else changed since is refused', async () => {
    await recode({ do: 'set-status', status: 'doubtful' });
    const other = await host.another('Wu');
    const [first] = await other.ask('annotation.list', { articleId });
    if (first === undefined) throw new Error('no annotation');
    await other.ask('annotation.update', { id: first.id, version: first.version, status: 'draft' });
    await other[Symbol.asyncDispose]();
    expect((await host.refusal('history.undo', {})).code).toBe('conflict');
    expect((await list()).map(({ status }) => status)).toEqual(['draft', 'doubtful', 'doubtful', 'doubtful']);
  });

  test('links made under an earlier meaning are confirmed, once', async () => {
    const { version } = (await host.ask('codebook.list', {}))
      .flatMap((each) => each.categories)
      .find(({ id }) => id === A) ?? { version: 0 };
    await host.ask('category.update', { id: A, version, meaning: { definition: '另一義' } });
    const waiting = (await list()).flatMap(({ links }) => links).filter(({ recheck }) => recheck);
    expect(waiting).toHaveLength(2);
    const linkIds = waiting.map(({ id }) => id);
    expect(await host.ask('link.confirm', { linkIds })).toEqual({ confirmed: 2 });
    expect((await list()).flatMap(({ links }) => links).some(({ recheck }) => recheck)).toBe(false);
    expect(await host.ask('link.confirm', { linkIds })).toEqual({ confirmed: 0 });
  });
});
