import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSelection } from '../text/graphemes.ts';
import { buildReport } from './build-report.ts';
import { annotate, annotateQuote, id, linkTo, reportInput, testCodebook } from './report-fixture.ts';
import type { ArticleReport, Report } from './report-model.ts';

const TEXT = '小標題\n他說：𠮷𬶍好。👩‍👩‍👧一家；再見。\n\n第三段e\u0301（組合）完。';

/** The first article of a report. */
function articleOf(report: Report): ArticleReport {
  const [article] = report.articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

function runsOf(text: string, ...spans: [number, number][]) {
  const report = buildReport(
    reportInput(
      text,
      spans.map(([start, end]) => annotate(text, start, end)),
    ),
  );
  return articleOf(report).paragraphs.map(({ runs }) =>
    runs.map((run) => [run.text, run.annotationNumbers, run.opens, run.closes]),
  );
}

describe('runs', () => {
  test('three that overlap are numbered by start, the longer first, and cut at every edge', () => {
    expect(runsOf('甲乙丙丁戊己', [1, 3], [1, 5], [2, 6])).toEqual([
      [
        ['甲', [], [], []],
        ['乙', [1, 2], [1, 2], []],
        ['丙', [1, 2, 3], [3], [2]],
        ['丁戊', [1, 3], [], [1]],
        ['己', [3], [], [3]],
      ],
    ]);
  });

  test('a passage over several paragraphs opens once and closes once', () => {
    expect(runsOf('甲乙\n\n丙丁', [1, 5])).toEqual([
      [
        ['甲', [], [], []],
        ['乙', [1], [1], []],
      ],
      [],
      [
        ['丙', [1], [], [1]],
        ['丁', [], [], []],
      ],
    ]);
  });

  test('any annotations: the runs of a paragraph join to its text, and the runs of an annotation to its quote', () => {
    const offset = fc.nat(TEXT.length);
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { maxLength: 12 }), (pairs) => {
        const spans = pairs.flatMap(
          ([a, b]) => normalizeSelection(TEXT, { start: Math.min(a, b), end: Math.max(a, b) }) ?? [],
        );
        const annotations = spans.map(({ start, end }, index) => annotate(TEXT, start, end, { id: id(index) }));
        const report = buildReport(reportInput(TEXT, annotations));
        const texts = articleOf(report).paragraphs.map(({ runs }) => runs.map((run) => run.text).join(''));
        expect(texts.join('\n')).toBe(TEXT);
        const runs = articleOf(report).paragraphs.flatMap((paragraph) => paragraph.runs);
        expect(runs.every((run) => run.text === TEXT.slice(run.start, run.end) && run.text !== '')).toBe(true);
        for (const { number, quote } of articleOf(report).annotations) {
          const own = runs.filter((run) => run.annotationNumbers.includes(number));
          expect(own.map((run) => run.text).join('')).toBe(quote.replaceAll('\n', ''));
          expect(own.map((run) => run.opens.includes(number))).toEqual(own.map((_, index) => index === 0));
          expect(own.map((run) => run.closes.includes(number))).toEqual(
            own.map((_, index) => index === own.length - 1),
          );
        }
        expect(articleOf(report).paragraphs.flatMap((paragraph) => paragraph.annotationNumbers)).toEqual(
          articleOf(report).annotations.map(({ number }) => number),
        );
      }),
    );
  });

  test('characters beyond the BMP, joined emoji and combining marks stay whole', () => {
    const report = buildReport(
      reportInput(TEXT, [annotateQuote(TEXT, '𠮷𬶍'), annotateQuote(TEXT, '👩‍👩‍👧'), annotateQuote(TEXT, 'e\u0301')]),
    );
    const marked = articleOf(report).paragraphs.flatMap(({ runs }) => runs.filter((run) => run.opens.length > 0));
    expect(marked.map((run) => run.text)).toEqual(['𠮷𬶍', '👩‍👩‍👧', 'e\u0301']);
  });
});

describe('places', () => {
  test('count paragraphs without the blank ones, and sentences within their paragraph', () => {
    const annotations = [
      annotateQuote(TEXT, '小標題'),
      annotateQuote(TEXT, '再見'),
      annotateQuote(TEXT, '好。👩‍👩‍👧一家；再'),
      annotateQuote(TEXT, '再見。\n\n第三段'),
    ];
    const report = buildReport(reportInput(TEXT, annotations));
    expect(
      articleOf(report).annotations.map(({ quote, place }) => [quote.slice(0, 2), Object.values(place ?? {})]),
    ).toEqual([
      ['小標', [1, 1, 1, 1]],
      ['好。', [2, 1, 2, 3]],
      ['再見', [2, 3, 3, 1]],
      ['再見', [2, 3, 2, 3]],
    ]);
    expect(articleOf(report).paragraphs.map(({ number }) => number)).toEqual([1, 2, null, 3]);
  });
});

describe('the table by category', () => {
  const text = '甲乙丙丁𠮷己庚辛壬癸\n小題';
  const input = reportInput(
    text,
    [
      annotate(text, 0, 4, { links: [linkTo('13·51', 'verbatim')] }),
      annotate(text, 2, 6, { links: [linkTo('13·51', 'adapted'), linkTo('13·52')] }),
      annotate(text, 8, 9, { links: [linkTo('13', 'mention')] }),
      annotate(text, 10, 14, { links: [linkTo('2', 'local')] }),
      annotate(text, 6, 7),
    ],
    { article: { roles: ['body', 'subhead'] } },
  );
  const { table, totals, codebooks } = buildReport(input);

  test('goes by the codebook, with a part and all below it', () => {
    const rows = table.groups.flatMap(({ head, rows }) => [head, ...rows]);
    expect(rows.map((row) => [row.number, row.annotationNumbers, row.characters])).toEqual([
      ['2', [5], 1],
      ['13', [1, 2, 4], 6],
      ['13', [4], 1],
      ['13·51', [1, 2], 5],
      ['13·52', [2], 3],
    ]);
    expect(table.unlinked?.annotationNumbers).toEqual([3]);
  });

  test('counts links by relation, and code points of body text once', () => {
    expect(table.groups[1]?.head.relations).toEqual({ verbatim: 1, adapted: 1, local: 0, mention: 1, unstated: 1 });
    expect(table.all.relations).toEqual({ verbatim: 1, adapted: 1, local: 1, mention: 1, unstated: 1 });
    expect(totals).toMatchObject({ bodyCharacters: 10, markedCharacters: 8, markedShare: 0.8, links: 5, deepest: 2 });
    expect(table.groups[1]?.head.share).toBe(0.6);
  });

  test('the codebook names only what is in use, under its part', () => {
    expect(codebooks).toHaveLength(1);
    expect(codebooks[0]).toMatchObject({ used: 4, size: testCodebook.categories.length, revision: 1 });
    expect(codebooks[0]?.parts.map(({ part, used, categories }) => [part.number, used, categories.length])).toEqual([
      ['2', true, 0],
      ['13', true, 2],
    ]);
  });

  test('a category that is in no codebook keeps its annotations', () => {
    const stranger = { ...linkTo('2'), categoryId: id(77) };
    const report = buildReport(reportInput('甲乙', [annotate('甲乙', 0, 1, { links: [stranger] })]));
    expect(report.table.groups.map(({ head }) => [head.title, head.annotationNumbers])).toEqual([
      ['已不在編碼簿中的類目', [1]],
    ]);
  });
});

describe('what may be missing', () => {
  test('an article without text', () => {
    const report = buildReport(reportInput('', [], { article: { title: null } }));
    expect(articleOf(report).paragraphs.map(({ runs }) => runs)).toEqual([[]]);
    expect(report.title).toEqual({ text: '題名未詳', known: false });
    expect(report.totals).toMatchObject({ paragraphs: 0, bodyCharacters: 0, markedShare: null });
    expect(report.table).toMatchObject({ groups: [], unlinked: null });
  });

  test('unknown metadata is said to be unknown, and a date is as precise as it is known', () => {
    const report = buildReport(
      reportInput('甲', [], { article: { publishedOn: '2024-08', places: ['山西', '晉城'] } }),
    );
    const rows = new Map(articleOf(report).metadata.map((row) => [row.field, row]));
    expect(rows.get('editor')).toMatchObject({ values: ['未知'], known: false });
    expect(rows.get('publishedOn')?.values).toEqual(['2024 年 8 月']);
    expect(rows.get('places')?.values).toEqual(['山西', '晉城']);
    expect(rows.get('coders')?.values).toEqual(['陳若水']);
  });

  test('an unknown title gives way to the opening, cut between graphemes', () => {
    const text = `${'甲'.repeat(23)}👩‍👩‍👧乙丙`;
    const report = buildReport(reportInput(text, [], { article: { title: ' ' } }));
    expect(report.title).toEqual({ text: `${'甲'.repeat(23)}👩‍👩‍👧……`, known: false });
  });

  test('an orphan keeps its quote, is numbered after the others, and is neither painted nor counted in the table', () => {
    const orphan = annotate('甲乙', 0, 1, {
      id: id(8),
      anchorState: 'orphan',
      exact: '早已刪去',
      links: [linkTo('3')],
    });
    const report = buildReport(reportInput('甲乙', [orphan, annotate('甲乙', 1, 2)]));
    expect(articleOf(report).orphans.map(({ number, quote, place }) => [number, quote, place])).toEqual([
      [2, '早已刪去', null],
    ]);
    expect(articleOf(report).paragraphs[0]?.runs.map((run) => run.annotationNumbers)).toEqual([[], [1]]);
    expect(report.table.groups).toEqual([]);
    expect(report.totals).toMatchObject({ annotations: 2, orphans: 1, links: 1 });
  });
});

describe('the method', () => {
  const method = (given: Parameters<typeof reportInput>[2], annotations = [annotate('甲乙', 0, 1)]) =>
    new Map(
      buildReport(reportInput('甲乙', annotations, given)).method.map((each) => [each.term, each.sentences.join('\n')]),
    );

  test('says whether unmarked text counts as none', () => {
    expect(method({ article: { codingState: 'complete' } }).get('codingState')).toContain('明確判為「無」');
    expect(method({ article: { codingState: 'in-progress' } }).get('codingState')).toContain('不表示「無」');
    expect(method({ article: { codingState: 'not-begun' }, plan: { language: 'en' } }).get('codingState')).toContain(
      'does not mean “none”',
    );
  });

  test('names program, hashes, encoding, and counts repairs and corrections by reason', () => {
    const change = { start: 0, end: 1, insert: '', kind: 'repair', reason: 'nul' } as const;
    const changes = [change, change, { ...change, kind: 'correction', reason: '錯字' } as const];
    const told = method({
      source: {
        original: {
          fileName: '晉.txt',
          encoding: 'gb18030',
          bytes: 12_345,
          bytesSha256: 'aa11',
          textSha256: 'bb22',
          changes,
          repairs: [],
        },
      },
    });
    expect(told.get('program')).toContain('Jianzhu 箋注 9.8.7');
    expect(told.get('program')).toContain('2026-11-23 21:40');
    expect(told.get('original')).toMatch(/晉\.txt，12,345 位元組，字元編碼 GB 18030。[^]*aa11[^]*bb22/);
    expect(told.get('changes')).toMatch(/修復 2 處（空字元 2）[^]*更正 1 處（錯字 1）[^]*第 1 修訂版/);
    expect(told.get('offsets')).toContain('UTF-16');
  });

  test('counts coders by who they are, and links of another revision of the codebook', () => {
    const old = { ...linkTo('3'), codebookRevisionId: id(66), origin: 'suggestion' as const };
    const told = method({}, [
      annotate('甲乙', 0, 1, { links: [linkTo('2'), old] }),
      annotate('甲乙', 1, 2, { coderId: id(6), coderName: '林' }),
    ]);
    expect(told.get('coders')).toBe('標註數：陳若水 1、林 1。');
    expect(told.get('origins')).toContain('手工 1（50.0%）、採納建議 1（50.0%）');
    expect(told.get('codebook')).toContain('1 條連結是依編碼簿的其他版本');
  });
});

const NO_RULES = { unit: '', shortestPassage: '', severalCategories: '', headings: '', quotations: '', other: '' };

describe('what is said of the whole', () => {
  test('coding rules, memos and categories of whole articles have sections when there are any', () => {
    const none = buildReport(reportInput('甲乙', []));
    expect(none.method.find(({ term }) => term === 'codingRules')?.sentences).toEqual(['語料庫沒有寫下編碼規則。']);
    expect(none.sections).toEqual(['metadata', 'text', 'method']);
    const memo = {
      id: id(800),
      version: 1,
      subject: 'article',
      subjectId: id(4),
      coderId: id(6),
      coderName: '林',
      title: '初讀',
      body: '語氣**平實**',
      createdAt: '2026-11-23T21:40:12.345Z',
      changedAt: '2026-11-24T21:40:12.345Z',
    } as const;
    const report = buildReport(
      reportInput('甲乙', [], {
        codingRules: { ...NO_RULES, unit: '句子', headings: ' ', quotations: '引語也標' },
        source: {
          articleLinks: [
            {
              id: id(801),
              categoryId: linkTo('2').categoryId,
              coderId: id(6),
              coderName: '林',
              at: '2026-11-23T21:40:12.345Z',
            },
          ],
        },
        memos: [memo],
      }),
    );
    expect(report.sections).toEqual([
      'metadata',
      'wholeArticles',
      'text',
      'memos',
      'codebook',
      'codingRules',
      'method',
    ]);
    expect(report.method.find(({ term }) => term === 'codingRules')?.sentences).toEqual([
      '標註單位：句子',
      '引文：引語也標',
    ]);
    expect(report.codingRules.map(({ text }) => text)).toEqual(['句子', '引語也標']);
    expect(report.memos).toEqual([
      { about: '關於文章《題》', title: '初讀', body: '語氣平實', coderName: '林', day: '2026-11-24' },
    ]);
    expect(articleOf(report).wholeArticle).toMatchObject([{ number: '2', coderName: '林' }]);
    expect(report.codebooks[0]?.used).toBe(1);
  });
});

describe('quotations', () => {
  const text = '學發展好';
  const toSimplified = (given: string) => given.replaceAll('學', '学').replaceAll('發', '发');

  test('that were converted say so, and the runs are in the same script', () => {
    const given = { plan: { script: 'hans' }, convert: toSimplified } as const;
    const report = buildReport(reportInput(text, [annotate(text, 0, 2), annotate(text, 2, 4)], given));
    expect(articleOf(report).annotations.map(({ quote, quoteMarks }) => [quote, quoteMarks])).toEqual([
      ['学发', ['〔已轉換字形〕']],
      ['展好', []],
    ]);
    expect(articleOf(report).textLanguage).toBe('zh-Hans');
    expect(articleOf(report).paragraphs.flatMap(({ runs }) => runs.map((run) => run.text))).toEqual(['学发', '展好']);
  });

  test('show what was repaired, or stand as imported', () => {
    const source = { alterations: [{ start: 1, end: 2, before: '发' }] };
    const quoted = (quotations: 'marked' | 'imported') => {
      const report = buildReport(reportInput(text, [annotate(text, 0, 3)], { plan: { quotations }, source }));
      return articleOf(report).annotations.map(({ quote, quoteMarks }) => [quote, ...quoteMarks])[0];
    };
    expect([quoted('marked'), quoted('imported')]).toEqual([['學〔發〕展'], ['學发展', '〔據匯入文字〕']]);
  });
});

describe('broken assumptions', () => {
  test('a passage that is not what was annotated is never shown', () => {
    const misplaced = annotate('甲乙', 0, 1, { exact: '乙' });
    expect(() => buildReport(reportInput('甲乙', [misplaced]))).toThrow('does not quote');
    const elsewhere = annotate('甲乙', 0, 1, { revisionId: id(9) });
    expect(() => buildReport(reportInput('甲乙', [elsewhere]))).toThrow('does not quote');
  });

  test('roles are one a paragraph', () => {
    expect(() => buildReport(reportInput('甲\n乙', [], { article: { roles: ['body'] } }))).toThrow('1 roles');
  });
});
