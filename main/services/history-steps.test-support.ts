import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { Refusal } from '#domain/contract/answer.ts';
import { builtin, categoryIds, type TestHost } from '../host/hosted-corpus.ts';

/** What a step does, the frequent ones several times. */
export const DEEDS = [
  'create create create note links links span voice remove title role status',
  'import bin undo undo undo redo redo repair repair exclude duplicate duplicate import',
  'category category category memo whole correct correct recode restore state',
]
  .join(' ')
  .split(' ');
// What the numbers point at depends on what is there when the step's turn comes.
export const stepFields = {
  what: fc.constantFrom(...DEEDS),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  d: fc.nat(1000),
};
export const step = fc.record(stepFields);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export const LINES = [
  '全會《決定》提出。',
  '𠮷林𬶍魚，👨‍👩‍👧 一家。',
  '記者看到，群眾說好！',
  'Shanxi 晉',
  '推進(jìn)現(xiàn)代化，應(yīng)急責(zé)任，機(jī)制。',
];
const pick = <Value>(values: readonly Value[], at: number): Value | undefined => values[at % values.length];
let imports = 0;

/** A number that no step has had before. */
export function nextNumber(): number {
  imports += 1;
  return imports;
}

/** Does the step as this coder and answers with the operation; null when there was nothing to do it to. */
export async function take(host: TestHost, { what, a, b, c, d }: Step): Promise<string | null> {
  if (what === 'undo' || what === 'redo') return (await host.ask(`history.${what}`, {})).operation;
  if (what === 'import') {
    await host.importText(
      Array.from({ length: 1 + (a % 4) }, (_, at) => pick(LINES, a + at)).join('\n') + nextNumber(),
    );
    return 'article.import';
  }
  if (what === 'duplicate') {
    const pair = pick(await host.ask('duplicate.list', {}), a);
    if (pair === undefined) return null;
    const annotated = (await host.ask('annotation.list', { articleId: pair.articleId })).length > 0;
    const decision = pick(['kept', 'excluded', annotated ? 'open' : 'replaced'] as const, b) ?? 'kept';
    await host.ask('duplicate.decide', { id: pair.id, version: pair.version, decision });
    return 'duplicate.decide';
  }
  if (what === 'category' || what === 'restore' || what === 'state') return await takeAbout(host, what, a, b, c);
  const article = pick(await host.ask('article.list', {}), a);
  if (article === undefined) return null;
  const { id: articleId, version } = article;
  if (what === 'bin') {
    await host.ask('article.remove', { articleId, version });
    return 'article.remove';
  }
  if (what === 'title') {
    const title = pick([null, '題', 'Title', '𠮷'], b) ?? null;
    await host.ask('article.update', { articleId, version, metadata: { title, places: b % 2 === 0 ? [] : ['山西'] } });
    return 'article.update';
  }
  if (what === 'exclude') {
    const exclusion =
      pick([null, { reason: 'off-topic', note: '' }, { reason: 'other', note: '𠮷' }] as const, b) ?? null;
    await host.ask('article.setExclusion', { articleId, version, exclusion });
    return 'article.setExclusion';
  }
  if (what === 'repair') {
    const { revisionId, repairs } = await host.ask('repair.list', { articleId });
    const decisions = repairs
      .filter((_repair, at) => (b >> (at % 9)) % 2 === 1)
      .map(({ id }, at) => ({ id, decision: pick(['accepted', 'refused', 'open'] as const, c + at) ?? 'open' }));
    if (decisions.length === 0) return null;
    const answer = await host.send('repair.decide', { articleId, revisionId, decisions });
    if (!answer.ok && answer.error.details.reason !== 'repair-corrected') throw Refusal.of(answer.error);
    return answer.ok ? 'repair.decide' : null;
  }
  if (what === 'status') {
    const state = pick(['not-begun', 'in-progress', 'complete'] as const, b) ?? 'complete';
    await host.ask('codingStatus.set', { articleId, codebookId: builtin, state });
    return 'codingStatus.set';
  }
  const { text, revisionId, roles } = await host.ask('article.get', { articleId });
  if (what === 'role') {
    const role = pick(['body', 'subhead', 'caption'] as const, c) ?? 'body';
    await host.ask('article.setRole', { articleId, revisionId, paragraph: b % roles.length, role });
    return 'article.setRole';
  }
  if (what === 'whole') {
    const chosen = [...new Set([b, c].slice(0, d % 3).map((at) => pick(categoryIds, at) ?? ''))];
    await host.ask('articleLink.set', { articleId, categoryIds: chosen });
    return 'articleLink.set';
  }
  if (what === 'memo') return await takeMemo(host, articleId, b, c);
  const whole = (offset: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset);
  const start = whole(c % Math.max(1, text.length - 1));
  const end = Math.max(whole(Math.min(text.length, start + 2 + (d % 9))), start + 1);
  const span = { start, end: /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end };
  if (what === 'correct') {
    const insert = pick(['', '改', '𠮷', '\n', '改𬶍'], b) ?? '';
    if (text.slice(span.start, span.end) === insert || text.length < 24) return null;
    await host.ask('article.correct', { articleId, revisionId, changes: [{ ...span, insert }] });
    return 'article.correct';
  }
  const pool = [...categoryIds, ...(await ownCategories(host)).map(({ id }) => id).toReversed()];
  const links = [...new Set([b, c, d].slice(0, d % 4).map((at) => pool.at(-1 - (at % pool.length)) ?? ''))].map(
    (categoryId) => ({
      id: uuidv7(),
      categoryId,
      relation: pick([null, 'verbatim', 'local'] as const, c) ?? null,
    }),
  );
  if (what === 'create') {
    const exact = text.slice(span.start, span.end);
    await host.ask('annotation.create', { id: uuidv7(), articleId, revisionId, span, exact, links });
    return 'annotation.create';
  }
  const all = await host.ask('annotation.list', { articleId });
  const present = pick(all, b);
  if (present === undefined) return null;
  if (what === 'recode') {
    const categoryId = present.links[0]?.categoryId ?? categoryIds[0] ?? '';
    const change = pick(
      [
        { do: 'add' as const, categoryId: pick(categoryIds, c) ?? '', relation: 'mention' as const },
        { do: 'remove' as const, categoryId },
        {
          do: 'replace' as const,
          categoryId,
          byId:
            pick(
              categoryIds.filter((id) => id !== categoryId),
              c,
            ) ?? '',
        },
        { do: 'relate' as const, categoryId: null, relation: 'adapted' as const },
        { do: 'bin' as const },
      ],
      c,
    );
    if (change === undefined) return null;
    await host.ask('annotation.recode', { ids: all.slice(0, 1 + (d % 5)).map(({ id }) => id), change });
    return 'annotation.recode';
  }
  const named = { id: present.id, version: present.version };
  if (what === 'remove') {
    await host.ask('annotation.remove', named);
    return 'annotation.remove';
  }
  const kept = present.links.slice(d % 2).map(({ id, categoryId, relation }) => ({ id, categoryId, relation }));
  const added = links.filter((each) => !kept.some((link) => link.categoryId === each.categoryId));
  await host.ask('annotation.update', {
    ...named,
    ...(what === 'note' ? { note: pick(['', '記', '𠮷'], c) ?? '' } : {}),
    ...(what === 'links' ? { links: c % 2 === 0 ? [...kept, ...added] : [...added, ...kept.toReversed()] } : {}),
    ...(what === 'span' ? { span } : {}),
    ...(what === 'voice' && c % 3 > 0
      ? { voice: { kind: 'official' as const, name: '王', office: null, level: 'county' as const, place: null } }
      : {}),
    ...(what === 'voice' && c % 3 === 0 ? { voice: null, status: 'doubtful' as const } : {}),
  });
  return 'annotation.update';
}

async function ownCategories(host: TestHost) {
  return (await host.ask('codebook.list', {})).filter((book) => !book.builtin).flatMap((book) => book.categories);
}

async function takeMemo(host: TestHost, articleId: string, b: number, c: number): Promise<string> {
  const memo = pick(await host.ask('memo.list', { subject: 'article', subjectId: articleId }), b);
  if (memo === undefined || b % 3 === 0) {
    await host.ask('memo.create', {
      id: uuidv7(),
      subject: 'article',
      subjectId: articleId,
      title: '題',
      body: `記${c}`,
    });
    return 'memo.create';
  }
  const named = { id: memo.id, version: memo.version };
  if (b % 3 === 1) {
    await host.ask('memo.update', { ...named, body: pick(['', '𠮷', memo.body], c) ?? '' });
    return 'memo.update';
  }
  await host.ask('memo.remove', named);
  return 'memo.remove';
}

/** What concerns the codebooks, the bin, and the names of states. */
async function takeAbout(host: TestHost, what: string, a: number, b: number, c: number): Promise<string | null> {
  if (what === 'state') {
    await host.ask('state.create', { id: uuidv7(), name: `第${nextNumber()}稿`, note: '' });
    return 'state.create';
  }
  if (what === 'restore') {
    // An article beside which the same text lives again cannot come back.
    const item = pick(
      (await host.ask('bin.list', {})).filter(({ kind }) => kind !== 'article'),
      a,
    );
    if (item === undefined) return null;
    await host.ask('bin.restore', { kind: item.kind, id: item.id });
    return 'bin.restore';
  }
  const book = (await host.ask('codebook.list', {})).find((each) => !each.builtin);
  if (book === undefined) {
    await host.ask('codebook.create', { id: uuidv7(), name: `自訂${nextNumber()}` });
    return 'codebook.create';
  }
  const category = pick(book.categories, b);
  if (category === undefined || a % 5 === 0) {
    const parentId = c % 2 === 0 ? null : (category?.id ?? null);
    await host.ask('category.create', { id: uuidv7(), codebookId: book.id, parentId, title: `類${nextNumber()}` });
    return 'category.create';
  }
  const named = { id: category.id, version: category.version };
  if (a % 5 === 1) {
    await host.ask('category.update', { ...named, title: `類${nextNumber()}`, meaning: { definition: `義${c % 3}` } });
    return 'category.update';
  }
  if (a % 5 === 2) {
    await host.ask('category.move', { ...named, parentId: null, beforeId: null });
    return 'category.move';
  }
  if (a % 5 === 3) {
    const into = pick(
      book.categories.filter(({ id, parentId }) => parentId === null && id !== category.id),
      c,
    );
    if (into === undefined) return null;
    await host.ask('category.merge', { ...named, intoId: into.id });
    return 'category.merge';
  }
  await host.ask('category.remove', named);
  return 'category.remove';
}
