import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';
import { exported, importFile } from './exchange.test-support.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let from: TestHost;
let to: TestHost;
beforeAll(async () => {
  from = await TestHost.make();
  to = await TestHost.make('Importer');
});
afterAll(async () => {
  await from[Symbol.asyncDispose]();
  await to[Symbol.asyncDispose]();
});

const words = fc.constantFrom(
  '改革',
  '落實',
  '山西',
  '𠮷林',
  '👩🏽‍🌾',
  '。',
  '《決定》',
  'é',
  ' ',
  '\t',
  '"',
  '<&>',
  ']]>',
);
const line = fc.array(words, { minLength: 3, maxLength: 12 }).map((parts) => `文${parts.join('')}。`);
const prose = fc.array(fc.constantFrom('評', '\n', '\r\n', '【voice】', '\\', '<b>', '&#13;', '𠮷', ' '), {
  maxLength: 8,
});
const text = prose.map((parts) => parts.join(''));
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const annotation = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 9 }),
  coder: fc.nat(2),
  note: text,
  status: fc.constantFrom('draft' as const, 'settled' as const, 'doubtful' as const),
  voice: nullable(
    fc.record({
      kind: fc.constantFrom('official' as const, 'journalist' as const),
      name: nullable(text),
      office: nullable(text),
      level: fc.constantFrom(null, 'county' as const),
      place: nullable(text),
    }),
  ),
  links: fc.uniqueArray(fc.record({ category: fc.nat(5), relation: fc.constantFrom(null, 'adapted' as const) }), {
    maxLength: 3,
    selector: ({ category }) => category,
  }),
});

const corpus = fc.record({
  articles: fc.array(
    fc.record({
      lines: fc.array(line, { minLength: 2, maxLength: 5 }),
      feed: fc.constantFrom('\n', '\r\n'),
      mark: fc.boolean(),
      title: nullable(text),
      places: fc.array(fc.constantFrom('山西', '晉；城', '\\'), { maxLength: 2 }),
      publishedOn: fc.constantFrom(null, '2024', '2024-08', '2024-08-05'),
      outletProvince: fc.constantFrom(null, '山西', '吉林'),
      excluded: fc.boolean(),
      complete: fc.boolean(),
      whole: fc.array(fc.nat(5), { maxLength: 2 }),
      annotations: fc.array(annotation, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  definition: text,
  memos: fc.array(
    fc.record({
      about: fc.constantFrom('article' as const, 'category' as const, 'corpus' as const),
      title: text,
      body: text,
    }),
    {
      maxLength: 3,
    },
  ),
});
type Corpus = typeof corpus extends fc.Arbitrary<infer Value> ? Value : never;

const coders = ['甲', '乙 <&>', '丙𠮷'].map((name) => ({ id: uuidv7(), name }));

/** Builds it through the contract; answers with the kinds of loss that its own contents make certain. */
async function build(host: TestHost, made: Corpus): Promise<Set<string>> {
  const lost = new Set(['history', 'codebook-history']);
  await host.ask('coder.identify', coders[0] ?? { id: '', name: '' });
  await host.ask('corpus.create', { name: 'random' });
  const codebookId = uuidv7();
  const [top, below, builtinBelow] = [uuidv7(), uuidv7(), uuidv7()];
  await host.ask('codebook.create', { id: codebookId, name: '自訂 <&>' });
  await host.ask('category.create', {
    id: top,
    codebookId,
    parentId: null,
    title: '甲',
    meaning: { definition: made.definition },
  });
  await host.ask('category.create', { id: below, codebookId, parentId: top, title: '乙', number: '一' });
  await host.ask('category.create', {
    id: builtinBelow,
    codebookId: builtin,
    parentId: categoryIds[1] ?? null,
    title: '地方',
  });
  const categories = [top, below, builtinBelow, ...categoryIds.slice(0, 3)];
  for (const each of made.articles) {
    const raw = (each.mark ? '\uFEFF' : '') + each.lines.join(each.feed);
    const articleId = await host.importText(raw, `${uuidv7()}.txt`);
    const article = await host.ask('article.get', { articleId });
    if (raw !== article.text || article.revision > 1) lost.add('originals');
    const { version } = await host.ask('article.update', {
      articleId,
      version: article.version,
      metadata: {
        title: each.title,
        places: each.places,
        publishedOn: each.publishedOn,
        outletProvince: each.outletProvince,
      },
      confirm: article.unconfirmed,
    });
    if (each.excluded)
      await host.ask('article.setExclusion', { articleId, version, exclusion: { reason: 'off-topic', note: '離題' } });
    if (article.familyId !== null) lost.add('families');
    await host.ask('articleLink.set', {
      articleId,
      categoryIds: [...new Set(each.whole.map((at) => categories[at] ?? top))],
    });
    const edges = [...new Intl.Segmenter().segment(article.text)].map(({ index }) => index);
    for (const { at, length, coder, links, ...rest } of each.annotations) {
      const first = at % edges.length;
      const span = { start: edges[first] ?? 0, end: edges[first + length] ?? article.text.length };
      await host.ask('coder.identify', coders[coder] ?? { id: '', name: '' });
      await host.ask('annotation.create', {
        id: uuidv7(),
        articleId,
        revisionId: article.revisionId,
        span,
        exact: article.text.slice(span.start, span.end),
        links: links.map(({ category, relation }) => ({
          id: uuidv7(),
          categoryId: categories[category] ?? top,
          relation,
        })),
        ...rest,
      });
    }
    if (each.complete) {
      await host.ask('codingStatus.set', { articleId, codebookId: builtin, state: 'complete' });
      lost.add('coding-status');
    }
    for (const { about, title, body } of made.memos)
      await host.ask('memo.create', {
        id: uuidv7(),
        subject: about,
        subjectId: about === 'article' ? articleId : about === 'category' ? below : (host.host.corpus?.id ?? ''),
        title,
        body,
      });
  }
  return lost;
}

/** What a project holds of a corpus; what differs between two corpora that hold the same is left out. */
function held(host: TestHost) {
  const live = host.live();
  const corpusId = host.host.corpus?.id ?? '';
  const rows = (table: string, without: readonly string[]) =>
    (live[table] ?? []).map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !without.includes(key))));
  const dump = host.dump();
  const texts = new Map((dump.revisions ?? []).map(({ id, text: said }) => [id, said]));
  return {
    articles: rows('articles', ['repairs_applied', 'repairs_open', 'flags', 'unconfirmed', 'family_id']).map(
      ({ revision_id: revision, ...row }) => ({ ...row, text: texts.get(revision as string) }),
    ),
    annotations: rows('annotations', []),
    anchors: rows('anchors', ['id', 'revision_id']).toSorted(by('annotation_id')),
    links: rows('links', ['codebook_revision_id']),
    article_links: rows('article_links', ['codebook_revision_id']),
    memos: rows('memos', []).map((row) => ({ ...row, subject_id: row.subject_id === corpusId ? '' : row.subject_id })),
    codebooks: rows('codebooks', ['position']),
    categories: rows('categories', ['position', 'meant_since']),
    coders: (dump.coders ?? []).map(({ id, name }) => ({ id, name })).toSorted(by('id')),
  };
}

function by(key: string) {
  return (a: Record<string, unknown>, b: Record<string, unknown>) => (String(a[key]) < String(b[key]) ? -1 : 1);
}

test('a random corpus comes back from its project as it was, but for what the loss report says', async () => {
  await fc.assert(
    fc.asyncProperty(corpus, async (made) => {
      const lost = await build(from, made);
      const preview = await from.ask('exchange.preview', { format: 'qdpx', language: 'zh-Hant' });
      const project = await exported(from);
      expect(project.losses).toEqual(preview.losses);
      expect(new Set(project.losses.map(({ kind }) => kind))).toEqual(lost);
      await to.ask('coder.identify', coders[0] ?? { id: '', name: '' });
      await to.ask('corpus.create', { name: 'empty' });
      const plan = await importFile(to, project.path);
      expect(plan.losses.map(({ kind }) => kind).filter((kind) => kind !== 'dates')).toEqual([]);
      const [before, after] = [held(from), held(to)];
      expect(after).toEqual(before);
      expect((await to.ask('corpus.check', {})).problems).toEqual([]);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
