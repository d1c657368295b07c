import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import {
  type Annotation,
  type AnnotationFilter,
  type AnnotationOrder,
  annotationConcern,
  annotationOrder,
} from '#domain/contract/annotation.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { annotationStatus, origin, relation, type Voice, voiceKind } from '#domain/contract/values.ts';
import { categoryIds, TestHost } from '../host/hosted-corpus.ts';

const DATES = ['2024', '2024-08', '2024-08-05', '2024-09-01', '2023-12-31', null] as const;
const PROVINCES = ['山西', '浙江', null] as const;
const OUTLETS = ['山西日報', '浙江日報', null] as const;
const TEXT = '甲乙丙丁戊己庚辛壬癸全會提出改革記者看到群眾說好';
const relations = [...relation.options, null];
const voices = [...voiceKind.options, null];
const at = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

let host: TestHost;
let articles: ArticleRow[];
/** With the article's place in the order of import. */
let all: { annotation: Annotation; article: ArticleRow; seq: number }[];
let coders: string[];

beforeAll(async () => {
  host = await TestHost.make('Lin');
  const other = await host.another('Wu');
  const imported: string[] = [];
  for (const [index, publishedOn] of DATES.entries()) {
    const articleId = await host.importText(`${TEXT}${index}。`);
    imported.push(articleId);
    const { version } = (await host.ask('article.list', {})).find(({ id }) => id === articleId) as ArticleRow;
    const metadata = { publishedOn, outletProvince: at(PROVINCES, index), outlet: at(OUTLETS, index + 1), genre: null };
    await host.ask('article.update', { articleId, version, metadata });
    for (let n = 0; n < 14; n++) {
      const kind = at(voices, n + index);
      const voice: Voice | null =
        kind === null ? null : { kind, name: n % 5 === 0 ? '丙某' : null, office: null, level: null, place: null };
      const links = Array.from({ length: (n + index) % 4 }, (_, each) => ({
        id: uuidv7(),
        categoryId: at(categoryIds, n * 7 + each * 11 + index),
        relation: at(relations, n + each),
      }));
      await (n % 3 === 0 ? other : host).annotate(articleId, TEXT.slice(n, n + 1 + (n % 4)), {
        links,
        voice,
        status: at(annotationStatus.options, n + index),
        note: n % 6 === 0 ? '庚辛 note' : '',
      });
    }
  }
  const [category] = (await host.ask('codebook.list', {}))[0]?.categories ?? [];
  if (category === undefined) throw new Error('no categories');
  await host.ask('category.update', { id: category.id, version: category.version, meaning: { definition: '另一義' } });
  const left = (await host.ask('article.list', {})).find(({ id }) => id === imported[5]) as ArticleRow;
  await host.ask('article.setExclusion', {
    articleId: left.id,
    version: left.version,
    exclusion: { reason: 'other', note: '' },
  });
  await other.host.close();
  // What an import of another text or a search would make, without going that way.
  const db = new Database(host.file);
  db.exec(`UPDATE anchors SET state = 'orphan' WHERE rowid % 9 = 0;
    UPDATE anchors SET confirmation = 'moved' WHERE rowid % 7 = 0;
    UPDATE links SET origin = 'search' WHERE rowid % 4 = 0; UPDATE links SET origin = 'import' WHERE rowid % 4 = 1`);
  db.close();
  articles = await host.ask('article.list', {});
  all = [];
  for (const [seq, articleId] of imported.entries()) {
    const article = articles.find(({ id }) => id === articleId) as ArticleRow;
    const list = await host.ask('annotation.list', { articleId });
    all.push(...list.map((annotation) => ({ annotation, article, seq })));
  }
  coders = [...new Set(all.map(({ annotation }) => annotation.coderId))];
}, 120_000);
afterAll(() => host[Symbol.asyncDispose]());

type Known = (typeof all)[number];
const among = (list: readonly string[] | undefined, value: string | null) =>
  list === undefined || list.includes(value ?? 'none');
const below = (wanted: readonly string[], id: string): boolean => {
  const parent = builtinCategories.find((each) => each.id === id)?.parentId ?? null;
  return wanted.includes(id) || (parent !== null && below(wanted, parent));
};

/** The days that a plain date may mean, as numbers such as 20240805; a month may have 31. */
function days(date: string): [number, number] {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const first = year * 1e4 + (month ?? 1) * 100 + (day ?? 1);
  return [first, year * 1e4 + (month ?? 12) * 100 + (day ?? 31)];
}

function within({ from, to }: AnnotationFilter, date: string | null): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === null) return false;
  const [first, last] = days(date);
  return (from === undefined || days(from)[0] <= last) && (to === undefined || first <= days(to)[1]);
}

function letsThrough(filter: AnnotationFilter, { annotation, article }: Known): boolean {
  const { categoryIds: wanted, relations: related, origins, concerns, text } = filter;
  const ofLinks = wanted !== undefined || related !== undefined || origins !== undefined;
  const concern = {
    orphan: annotation.anchorState === 'orphan',
    'to-confirm': annotation.toConfirm !== null,
    recheck: annotation.links.some(({ recheck }) => recheck),
    'no-category': annotation.links.length === 0,
  };
  return (
    among(filter.articleIds, article.id) &&
    among(filter.provinces, article.outletProvince) &&
    among(filter.outlets, article.outlet) &&
    among(filter.months, article.publishedOn?.slice(0, 7) ?? null) &&
    among(filter.coderIds, annotation.coderId) &&
    among(filter.voices, annotation.voice?.kind ?? null) &&
    among(filter.statuses, annotation.status) &&
    within(filter, article.publishedOn) &&
    (!ofLinks ||
      annotation.links.some(
        (link) =>
          (wanted === undefined || below(wanted, link.categoryId)) &&
          among(related, link.relation) &&
          among(origins, link.origin),
      )) &&
    (concerns === undefined || concerns.some((each) => concern[each])) &&
    (!text || [annotation.exact, annotation.note, annotation.voice?.name ?? ''].some((each) => each.includes(text))) &&
    (filter.excluded === true || article.exclusion === null)
  );
}

/** What is compared; null comes last. Positions in the codebook are those of the list of its categories. */
function keyOf(order: AnnotationOrder, { annotation, article, seq }: Known): string | number | null {
  if (order === 'category') {
    const first = annotation.links[0]?.categoryId;
    return first === undefined ? null : builtinCategories.findIndex(({ id }) => id === first);
  }
  if (order === 'article') return seq;
  if (order === 'province') return article.outletProvince;
  if (order === 'outlet') return article.outlet;
  if (order === 'date') return article.publishedOn;
  if (order === 'quote') return annotation.exact;
  if (order === 'coder') return annotation.coderName;
  if (order === 'voice') return annotation.voice?.kind ?? null;
  if (order === 'status') return annotation.status;
  return order === 'created' ? annotation.createdAt : annotation.changedAt;
}

const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0);
function expected(filter: AnnotationFilter, order: AnnotationOrder, descending: boolean): string[] {
  const place = (a: Known, b: Known) =>
    a.seq - b.seq ||
    a.annotation.start - b.annotation.start ||
    b.annotation.end - a.annotation.end ||
    compare(a.annotation.id, b.annotation.id);
  return all
    .filter((known) => letsThrough(filter, known))
    .toSorted((a, b) => {
      const [one, two] = [keyOf(order, a), keyOf(order, b)];
      if (one === null || two === null) return Number(one === null) - Number(two === null) || place(a, b);
      return (descending ? compare(two, one) : compare(one, two)) || place(a, b);
    })
    .map(({ annotation }) => annotation.id);
}

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const aDate = fc.constantFrom('2023', '2024', '2024-07', '2024-08', '2024-08-05', '2024-08-06', '2024-12-31');
/** Few conditions at a time, lest nothing be left. */
const filters = () =>
  fc
    .record({
      articleIds: maybe(some(articles.map(({ id }) => id))),
      categoryIds: maybe(some(categoryIds.slice(0, 40))),
      provinces: maybe(some(['山西', '浙江', 'none'])),
      outlets: maybe(some(['山西日報', 'none'])),
      months: maybe(some(['2024', '2024-08', '2023-12', 'none'])),
      from: maybe(aDate),
      to: maybe(aDate),
      coderIds: maybe(some(coders)),
      relations: maybe(some([...relation.options, 'none'])),
      voices: maybe(some([...voiceKind.options, 'none'])),
      statuses: maybe(some(annotationStatus.options)),
      origins: maybe(some(origin.options)),
      concerns: maybe(some(annotationConcern.options)),
      text: maybe(fc.constantFrom('丙', '庚辛', '好')),
      excluded: maybe(fc.boolean()),
      keep: fc.uniqueArray(fc.nat(14), { maxLength: 4 }),
    })
    .map(({ keep, ...whole }) => {
      const given = Object.entries(whole).filter(([, value], index) => value !== undefined && keep.includes(index));
      return Object.fromEntries(given);
    });

test('every filter and order answers what a plain reading of the lists says', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      filters(),
      fc.constantFrom(...annotationOrder.options),
      fc.boolean(),
      async (filter, order, descending) => {
        const { ids } = await host.ask('annotation.find', { filter, order, descending });
        seen.add(ids.length);
        expect(ids).toEqual(expected(filter, order, descending));
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.size).toBeGreaterThan(20);
}, 120_000);

test.each(annotationOrder.options)('ordered by %s, both ways', async (order) => {
  for (const descending of [false, true]) {
    const { ids } = await host.ask('annotation.find', { filter: { excluded: true }, order, descending });
    expect(ids).toEqual(expected({ excluded: true }, order, descending));
  }
});

test('a date known to the year or month belongs where its known part lies', async () => {
  const dates = async (from?: string, to?: string) => {
    const filter = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const { ids } = await host.ask('annotation.find', { filter, order: 'date', descending: false });
    const found = await host.ask('annotation.get', { ids });
    return [...new Set(found.map(({ publishedOn }) => publishedOn))];
  };
  expect(await dates('2024-08-05', '2024-08-05')).toEqual(['2024', '2024-08', '2024-08-05']);
  expect(await dates('2024-08', '2024-08')).toEqual(['2024', '2024-08', '2024-08-05']);
  expect(await dates('2024-09')).toEqual(['2024', '2024-09-01']);
  expect(await dates(undefined, '2024-07-31')).toEqual(['2023-12-31', '2024']);
  expect(await dates('2025')).toEqual([]);
});

test('they are given in the order asked for, with their article; those that are gone are left out', async () => {
  const ids = all.map(({ annotation }) => annotation.id).toReversed();
  const found = await host.ask('annotation.get', { ids: [uuidv7(), ...ids] });
  expect(found.map(({ id }) => id)).toEqual(ids);
  for (const { articleTitle, articleOpening, outlet, outletProvince, publishedOn, ...annotation } of found) {
    const known = all.find((each) => each.annotation.id === annotation.id) as Known;
    expect(annotation).toEqual(known.annotation);
    const { article } = known;
    expect([articleTitle, articleOpening]).toEqual([article.title, article.opening]);
    expect([outlet, outletProvince, publishedOn]).toEqual([
      article.outlet,
      article.outletProvince,
      article.publishedOn,
    ]);
  }
});
