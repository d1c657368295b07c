import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSelection } from '../text/graphemes.ts';
import { annotate, annotateQuote, id, linkTo, reportInput, testCodebook } from './report-fixture.ts';
import { buildArticleReport } from './report-model.ts';

const TEXT = '小標題\n他說：𠮷𬶍好。👩‍👩‍👧一家；再見。\n\n第三段e\u0301（組合）完。';

function runsOf(text: string, ...spans: [number, number][]) {
  const report = buildArticleReport(
    reportInput(
      text,
      spans.map(([start, end]) => annotate(text, start, end)),
    ),
  );
  return report.paragraphs.map(({ runs }) =>
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
        const report = buildArticleReport(reportInput(TEXT, annotations));
        const texts = report.paragraphs.map(({ runs }) => runs.map((run) => run.text).join(''));
        expect(texts.join('\n')).toBe(TEXT);
        const runs = report.paragraphs.flatMap((paragraph) => paragraph.runs);
        expect(runs.every((run) => run.text === TEXT.slice(run.start, run.end) && run.text !== '')).toBe(true);
        for (const { number, quote } of report.annotations) {
          const own = runs.filter((run) => run.annotationNumbers.includes(number));
          expect(own.map((run) => run.text).join('')).toBe(quote.replaceAll('\n', ''));
          expect(own.map((run) => run.opens.includes(number))).toEqual(own.map((_, index) => index === 0));
          expect(own.map((run) => run.closes.includes(number))).toEqual(
            own.map((_, index) => index === own.length - 1),
          );
        }
        expect(report.paragraphs.flatMap((paragraph) => paragraph.annotationNumbers)).toEqual(
          report.annotations.map(({ number }) => number),
        );
      }),
    );
  });

  test('characters beyond the BMP, joined emoji and combining marks stay whole', () => {
    const report = buildArticleReport(
      reportInput(TEXT, [annotateQuote(TEXT, '𠮷𬶍'), annotateQuote(TEXT, '👩‍👩‍👧'), annotateQuote(TEXT, 'e\u0301')]),
    );
    const marked = report.paragraphs.flatMap(({ runs }) => runs.filter((run) => run.opens.length > 0));
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
    const report = buildArticleReport(reportInput(TEXT, annotations));
    expect(report.annotations.map(({ quote, place }) => [quote.slice(0, 2), Object.values(place ?? {})])).toEqual([
      ['小標', [1, 1, 1, 1]],
      ['好。', [2, 1, 2, 3]],
      ['再見', [2, 3, 3, 1]],
      ['再見', [2, 3, 2, 3]],
    ]);
    expect(report.paragraphs.map(({ number }) => number)).toEqual([1, 2, null, 3]);
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
  const { table, totals, codebooks } = buildArticleReport(input);

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
    const report = buildArticleReport(reportInput('甲乙', [annotate('甲乙', 0, 1, { links: [stranger] })]));
    expect(report.table.groups.map(({ head }) => [head.title, head.annotationNumbers])).toEqual([
      ['已不在類目表中的類目', [1]],
    ]);
  });
});

describe('what may be missing', () => {
  test('an article without text', () => {
    const report = buildArticleReport(reportInput('', [], { article: { title: null } }));
    expect(report.paragraphs.map(({ runs }) => runs)).toEqual([[]]);
    expect(report.title).toEqual({ text: '題名未詳', known: false });
    expect(report.totals).toMatchObject({ paragraphs: 0, bodyCharacters: 0, markedShare: null });
    expect(report.table).toMatchObject({ groups: [], unlinked: null });
  });

  test('unknown metadata is said to be unknown, and a date is as precise as it is known', () => {
    const report = buildArticleReport(
      reportInput('甲', [], { article: { publishedOn: '2024-08', places: ['山西', '晉城'] } }),
    );
    const rows = new Map(report.metadata.map((row) => [row.field, row]));
    expect(rows.get('editor')).toMatchObject({ values: ['未詳'], known: false });
    expect(rows.get('publishedOn')?.values).toEqual(['2024 年 8 月']);
    expect(rows.get('places')?.values).toEqual(['山西', '晉城']);
    expect(rows.get('coders')?.values).toEqual(['陳若水']);
  });

  test('an unknown title gives way to the opening, cut between graphemes', () => {
    const text = `${'甲'.repeat(23)}👩‍👩‍👧乙丙`;
    const report = buildArticleReport(reportInput(text, [], { article: { title: ' ' } }));
    expect(report.title).toEqual({ text: `${'甲'.repeat(23)}👩‍👩‍👧……`, known: false });
  });

  test('an orphan keeps its quote, is numbered after the others, and is neither painted nor counted in the table', () => {
    const orphan = annotate('甲乙', 0, 1, {
      id: id(8),
      anchorState: 'orphan',
      exact: '早已刪去',
      links: [linkTo('3')],
    });
    const report = buildArticleReport(reportInput('甲乙', [orphan, annotate('甲乙', 1, 2)]));
    expect(report.orphans.map(({ number, quote, place }) => [number, quote, place])).toEqual([[2, '早已刪去', null]]);
    expect(report.paragraphs[0]?.runs.map((run) => run.annotationNumbers)).toEqual([[], [1]]);
    expect(report.table.groups).toEqual([]);
    expect(report.totals).toMatchObject({ annotations: 2, orphans: 1, links: 1 });
  });
});

describe('the method', () => {
  const method = (given: Parameters<typeof reportInput>[2], annotations = [annotate('甲乙', 0, 1)]) =>
    new Map(
      buildArticleReport(reportInput('甲乙', annotations, given)).method.map((each) => [
        each.term,
        each.sentences.join('\n'),
      ]),
    );

  test('says whether unmarked text counts as none', () => {
    expect(method({ codingState: 'complete' }).get('codingState')).toContain('明確判為「無」');
    expect(method({ codingState: 'in-progress' }).get('codingState')).toContain('不表示「無」');
    expect(method({ codingState: 'not-begun', language: 'en' }).get('codingState')).toContain('does not mean “none”');
  });

  test('names program, hashes, encoding, and counts repairs and corrections by reason', () => {
    const change = { start: 0, end: 1, insert: '', kind: 'repair', reason: 'nul' } as const;
    const changes = [change, change, { ...change, kind: 'correction', reason: '錯字' } as const];
    const told = method({
      original: {
        fileName: '晉.txt',
        encoding: 'GB18030',
        bytes: 12_345,
        bytesSha256: 'aa11',
        textSha256: 'bb22',
        changes,
        repairs: [],
      },
    });
    expect(told.get('program')).toContain('Jianzhu 箋注 9.8.7');
    expect(told.get('program')).toContain('2026-11-23 21:40');
    expect(told.get('original')).toMatch(/晉\.txt，12,345 位元組，字元編碼 GB18030[^]*aa11[^]*bb22/);
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
    expect(told.get('origins')).toContain('手工 1、採納建議 1');
    expect(told.get('codebook')).toContain('1 條連結是依類目表的其他版本');
  });
});

describe('what is said of the whole', () => {
  test('coding rules stand in the method, memos and categories of the whole article among its facts', () => {
    const none = buildArticleReport(reportInput('甲乙', []));
    expect(none.method.find(({ term }) => term === 'codingRules')?.sentences).toEqual(['沒有寫下編碼規則。']);
    expect(none.metadata.map(({ field }) => field)).not.toContain('memo');
    const report = buildArticleReport(
      reportInput('甲乙', [], {
        codingRules: {
          unit: '句子',
          shortestPassage: '',
          severalCategories: '',
          headings: ' ',
          quotations: '引語也標',
          other: '',
        },
        wholeCategoryIds: [linkTo('2').categoryId],
        memos: [{ title: '初讀', body: '語氣平實', coderName: '林', createdAt: '2026-11-23T21:40:12.345Z' }],
      }),
    );
    expect(report.method.find(({ term }) => term === 'codingRules')?.sentences).toEqual([
      '標註單位：句子',
      '引語：引語也標',
    ]);
    const values = new Map(report.metadata.map(({ field, values: of }) => [field, of]));
    expect(values.get('memo')).toEqual(['初讀：語氣平實']);
    expect(values.get('wholeCategories')).toHaveLength(1);
    expect(values.get('wholeCategories')?.[0]).toMatch(/^2 ./);
  });
});

describe('broken assumptions', () => {
  test('a passage that is not what was annotated is never shown', () => {
    const misplaced = annotate('甲乙', 0, 1, { exact: '乙' });
    expect(() => buildArticleReport(reportInput('甲乙', [misplaced]))).toThrow('does not quote');
    const elsewhere = annotate('甲乙', 0, 1, { revisionId: id(9) });
    expect(() => buildArticleReport(reportInput('甲乙', [elsewhere]))).toThrow('does not quote');
  });

  test('roles are one a paragraph', () => {
    expect(() => buildArticleReport(reportInput('甲\n乙', [], { article: { roles: ['body'] } }))).toThrow('1 roles');
  });
});
