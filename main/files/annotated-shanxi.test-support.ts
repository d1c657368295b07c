import { readFileSync } from 'node:fs';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Language, Relation, Voice } from '#domain/contract/values.ts';
import { applyRepairs, proposeRepairs } from '#domain/repair/repair-text.ts';
import { buildReport } from '#domain/report/build-report.ts';
import { annotate, id, linkTo, reportInput, testCodebook } from '#domain/report/report-fixture.ts';
import type { ReportInput, ReportSource } from '#domain/report/report-input.ts';
import type { Report } from '#domain/report/report-model.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import { proposeRoles } from '#domain/text/roles.ts';
import { clausesOf } from '#domain/text/sentences.ts';
import { makeWellFormed } from '#domain/text/well-formed.ts';

interface SampleAnnotation {
  quote: string;
  links: [number: string, relation?: Relation][];
  voice?: Partial<Voice>;
  status?: Annotation['status'];
  note?: string;
}

const SAMPLE = new URL('../../resources/sample/', import.meta.url);
const ANNOTATIONS = 60;
const OVERLAPPING = 15;

/** The sample's article from Shanxi, with its repairs. */
export const shanxiText = repaired(readFileSync(new URL('shanxi-article.txt', SAMPLE), 'utf8'));

function repaired(file: string): string {
  const { text } = makeWellFormed(file.replace(/^\uFEFF/, ''));
  const certain = proposeRepairs(text).repairs.filter((repair) => repair.certain);
  return applyRepairs(text, certain, 'all').text;
}

/** How many spans have a part in common with another. */
export function countOverlapping(spans: readonly Span[]): number {
  return spans.filter((span) => spans.some((other) => other !== span && spansOverlap(span, other))).length;
}

/** 60 annotations of it, 15 of them overlapping: those of the sample, and more by two coders. */
export const shanxiAnnotations: readonly Annotation[] = annotateShanxi();

function annotateShanxi(): Annotation[] {
  const corpus = JSON.parse(readFileSync(new URL('corpus.json', SAMPLE), 'utf8')) as {
    articles: { file: string; annotations: SampleAnnotation[] }[];
  };
  const given = corpus.articles.find(({ file }) => file === 'shanxi-article.txt')?.annotations ?? [];
  const made = given.map((each): Annotation => {
    const start = shanxiText.indexOf(each.quote);
    if (start === -1) throw new Error(`the text has no ${each.quote}`);
    return annotate(shanxiText, start, start + each.quote.length, {
      links: each.links.map(([number, relation]) => linkTo(number, relation ?? null)),
      voice: each.voice === undefined ? null : voiceOf(each.voice),
      ...(each.status === undefined ? {} : { status: each.status }),
      ...(each.note === undefined ? {} : { note: each.note }),
    });
  });
  const isFree = (span: Span) => made.every((other) => !spansOverlap(span, other));
  const second = { coderId: id(6), coderName: 'Lin Yan', createdAt: '2026-05-06T02:05:00.000Z' };
  // Each lies over the end of one that was alone, and makes two that overlap; a last one lies within such a pair.
  for (const alone of given.map((_, index) => made[index]).filter((each) => each !== undefined)) {
    if (OVERLAPPING - countOverlapping(made) < 2) break;
    const over = { start: alone.start + 2, end: alone.end + 3 };
    if (made.some((other) => other !== alone && (spansOverlap(alone, other) || spansOverlap(over, other)))) continue;
    if (shanxiText.slice(over.start, over.end).includes('\n')) continue;
    made.push(annotate(shanxiText, over.start, over.end, { ...second, links: [linkTo('13·53', 'mention')] }));
  }
  const last = made.at(-1);
  if (countOverlapping(made) < OVERLAPPING && last !== undefined)
    made.push(annotate(shanxiText, last.start, last.end - 2, { ...second, note: '重疊。' }));
  const numbers = ['13·52', '8·31', '3·9', '1', '14·55'];
  const clauses = clausesOf(shanxiText).map(({ start, end }) => {
    const trimmed = shanxiText.slice(start, end).replace(/[\s，,；;。：:、]+$/u, '');
    return { start, end: start + trimmed.length };
  });
  for (const clause of clauses) {
    if (made.length === ANNOTATIONS) break;
    if (clause.end - clause.start < 6 || !isFree(clause)) continue;
    const number = numbers[made.length % numbers.length] ?? '1';
    made.push(
      annotate(shanxiText, clause.start, clause.end, {
        links: made.length % 7 === 0 ? [] : [linkTo(number, made.length % 2 === 0 ? 'local' : null)],
        ...(made.length % 3 === 0
          ? { ...second, note: 'Compare with the outlet’s other report.\nSee the second paragraph.' }
          : {}),
        ...(made.length % 5 === 0 ? { translation: 'A translation of her own.' } : {}),
      }),
    );
  }
  return made;
}

function voiceOf(voice: Partial<Voice>): Voice {
  return { kind: 'journalist', name: null, office: null, level: null, place: null, ...voice };
}

/** All that a report of that article can show: an orphan, memos, rules and meanings of categories too. */
export function shanxiReportInput(language: Language, given: Partial<ReportInput> = {}): ReportInput {
  const orphan = annotate(shanxiText, 10, 20, {
    id: id(777),
    exact: '這一句在修訂版中已經刪去',
    anchorState: 'orphan',
    note: '待查。',
    links: [linkTo('1')],
  });
  const input = reportInput(shanxiText, [...shanxiAnnotations, orphan], {
    plan: { language },
    corpusName: '晉省語料',
    article: {
      title: '筑牢安全屏障 守護三晉平安',
      roles: proposeRoles(shanxiText),
      outlet: '山西日報',
      outletProvince: '山西',
      places: ['山西', '晉城', '臨汾', '大同'],
      publishedOn: '2024-08-05',
      reporters: ['楊文俊', '李煉', '郭寧', '孟婷'],
      editor: '盧相汀',
      address: 'https://example.com/2024/08/05?a=1&b=2',
      script: 'hant',
    },
    source: { articleLinks: [linkOfWhole()] },
    codingRules: {
      unit: '以意義完整的分句為單位。',
      shortestPassage: '四字。',
      severalCategories: '一處可歸入幾個類目。',
      headings: '標題也標。',
      quotations: '引文按引用者歸類。',
      other: '',
    },
    memos: [
      {
        id: id(801),
        version: 1,
        subject: 'article',
        subjectId: id(4),
        coderId: id(5),
        coderName: '陳若水',
        title: '第一印象',
        body: '通篇以安全為綱。\n地方舉措多有數字。',
        createdAt: '2026-05-04T08:30:00.000Z',
        changedAt: '2026-05-04T08:30:00.000Z',
      },
    ],
    codebooks: [
      {
        ...testCodebook,
        categories: testCodebook.categories.map((category) =>
          category.number === '13·51'
            ? {
                ...category,
                definition: '公共安全治理的機制。',
                rulesFor: '防災、食藥、網絡。',
                examples: '基層應急能力提升計劃。',
              }
            : category,
        ),
      },
    ],
  });
  return { ...input, ...given };
}

function linkOfWhole(): ReportSource['articleLinks'][number] {
  return {
    id: id(850),
    categoryId: linkTo('13').categoryId,
    coderId: id(5),
    coderName: '陳若水',
    at: '2026-05-04T08:30:00.000Z',
  };
}

export function shanxiReport(language: Language): Report {
  return buildReport(shanxiReportInput(language));
}
