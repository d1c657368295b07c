import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import {
  annotate,
  annotateQuote,
  id,
  linkTo,
  reportInput,
  reportSource,
  testCodebook,
} from '#domain/report/report-fixture.ts';
import { buildReport } from '#domain/report/build-report.ts';
import type { ReportInput } from '#domain/report/report-input.ts';
import { writeReportHtml, writeReportPreview } from './report-html.ts';
import { findElements, type ReadElement, readStrictHtml, textOf } from './report-html-strict-reader.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '</title></p></mark>',
  '<!-- ',
  ']]>&lt;&#60;&amp',
  `" onmouseover="alert(1)" x='`,
  '\u202egnihtyreve\u2066',
  '\u0001\u0008\u001b[2J\u009f',
  'javascript:alert(1)',
  '${7*7} {{x}} `',
].join(' ');

function read(input: ReportInput): ReadElement {
  return readStrictHtml(writeReportHtml(buildReport(input)));
}

function passagesOf(document: ReadElement): string {
  const passages = ofClass(document, 'p', 'passage');
  return passages.map((passage) => textOf(passage, ['sup', 'span'])).join('\n');
}

function ofClass(document: ReadElement, element: string, name: string): ReadElement[] {
  return findElements(document, element).filter((each) => each.attributes['class']?.split(' ').includes(name));
}

const INSTANT = '2026-05-04T08:30:00.000Z';
/** A note is Markdown, in which entities are read. */
const AS_MARKDOWN = HOSTILE.replaceAll('&', '&amp;');

function hostileInput(): ReportInput {
  const text = `甲${HOSTILE}乙\n丙${HOSTILE}`;
  const voice = { kind: 'official', name: HOSTILE, office: HOSTILE, level: null, place: HOSTILE } as const;
  const annotations = [
    annotateQuote(text, HOSTILE, {
      note: AS_MARKDOWN,
      translation: HOSTILE,
      voice,
      coderName: HOSTILE,
      links: [linkTo('13·51', 'local')],
    }),
    annotate(text, 3, text.length, { note: `\n${AS_MARKDOWN}\n\n${AS_MARKDOWN}` }),
    annotate(text, 0, 1, { id: id(70), anchorState: 'orphan', exact: HOSTILE }),
  ];
  const [first, ...rest] = testCodebook.categories;
  if (first === undefined) throw new Error('no categories');
  return reportInput(text, annotations, {
    source: {
      original: {
        fileName: HOSTILE,
        encoding: HOSTILE,
        bytes: 1,
        bytesSha256: HOSTILE,
        textSha256: HOSTILE,
        changes: [{ start: 0, end: 1, insert: '', kind: 'repair', reason: HOSTILE }],
        repairs: [],
      },
      alterations: [{ start: 3, end: 4, before: HOSTILE }],
      articleLinks: [{ id: id(72), categoryId: first.id, coderId: id(6), coderName: HOSTILE, at: INSTANT }],
    },
    plan: { quotations: 'marked' },
    codingRules: {
      unit: HOSTILE,
      shortestPassage: HOSTILE,
      severalCategories: '',
      headings: '',
      quotations: '',
      other: HOSTILE,
    },
    memos: [
      {
        id: id(73),
        version: 1,
        subject: 'corpus',
        subjectId: id(74),
        coderId: id(6),
        coderName: HOSTILE,
        title: HOSTILE,
        body: AS_MARKDOWN,
        createdAt: INSTANT,
        changedAt: INSTANT,
      },
    ],
    codebooks: [
      {
        ...testCodebook,
        nameHant: HOSTILE,
        categories: [first, ...rest].map((each) => ({
          ...each,
          titleHant: HOSTILE,
          titleEn: HOSTILE,
          definition: HOSTILE,
          number: HOSTILE,
        })),
      },
    ],
    coderName: HOSTILE,
    corpusName: HOSTILE,
    programVersion: HOSTILE,
    article: {
      title: HOSTILE,
      outlet: HOSTILE,
      outletProvince: HOSTILE,
      places: [HOSTILE, HOSTILE],
      reporters: [HOSTILE],
      editor: HOSTILE,
      source: HOSTILE,
      genre: HOSTILE,
      address: 'javascript:alert(1)',
    },
  });
}

describe('hostile text', () => {
  const document = read(hostileInput());

  test('becomes no element, no attribute and no address', () => {
    const names = new Set<string>();
    const attributes = new Set<string>();
    const visit = (element: ReadElement) => {
      names.add(element.name);
      for (const name of Object.keys(element.attributes)) attributes.add(name);
      for (const child of element.children) if (typeof child !== 'string') visit(child);
    };
    visit(document);
    for (const name of ['script', 'iframe', 'object', 'link', 'base', 'form', 'svg']) expect(names).not.toContain(name);
    expect(findElements(document, 'img').length).toBeGreaterThan(0);
    for (const { attributes: own } of findElements(document, 'img')) {
      expect(own['src']).toMatch(/^data:image\/svg\+xml;base64,[\w+/=]+$/);
      expectPicture(Buffer.from(own['src']?.split(',')[1] ?? '', 'base64').toString('utf8'));
    }
    expect([...attributes].filter((name) => name.startsWith('on'))).toEqual([]);
    expect(findElements(document, 'a').map((a) => a.attributes['href']?.replace(/\d+$/, ''))).toSatisfy(
      (all: (string | undefined)[]) => all.length > 0 && all.every((href) => /^#[a-zA-Z]+$/.test(href ?? '')),
    );
  });

  test('is all there, character for character', () => {
    expect(passagesOf(document)).toBe(`甲${HOSTILE}乙\n丙${HOSTILE}`);
    const said = ofClass(document, 'p', 'said').map((note) => textOf(note));
    // Beside the text, under its category and its province, and as a memo.
    expect(new Set(said)).toEqual(new Set([HOSTILE, `${HOSTILE}\n\n${HOSTILE}`]));
    expect(said).toHaveLength(7);
    expect(ofClass(document, 'p', 'translation').map((each) => textOf(each, ['span']))).toEqual([
      HOSTILE,
      HOSTILE,
      HOSTILE,
    ]);
    const quoted = ofClass(document, 'p', 'passage-quoted').map((each) => textOf(each));
    expect(quoted.map((each) => each.replaceAll(/[〔〕]/g, ''))).toContain(HOSTILE);
    expect(textOf(ofClass(document, 'span', 'quote').at(-1) ?? document)).toBe(HOSTILE);
    expect(findElements(document, 'title').map((title) => textOf(title))).toEqual([`${HOSTILE} · 標註報告`]);
    expect(findElements(document, 'h1').map((heading) => textOf(heading))).toEqual([HOSTILE]);
  });

  test('does not reach the style sheet', () => {
    const harmless = read(reportInput('甲乙', [annotate('甲乙', 0, 1, { links: [linkTo('13·51')] })]));
    const styles = [document, harmless].map((each) =>
      findElements(each, 'style')
        .map((style) => textOf(style))
        .join(''),
    );
    for (const style of styles) expect(style).not.toMatch(/alert|<|url\(|@import|expression/);
  });

  test('only an address of the web becomes a link', () => {
    const hrefs = (address: string) =>
      ofClass(read(reportInput('甲', [], { article: { address } })), 'a', 'link-out').map((a) => a.attributes['href']);
    expect(hrefs('https://example.com/?a="1"&b=<2>')).toEqual(['https://example.com/?a=%221%22&b=%3C2%3E']);
    const refused = [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x.y',
      'http://',
    ];
    for (const address of [...refused, 'java\nscript:x', 'vbscript:x', 'https://\u0000']) {
      expect([address, hrefs(address)]).toEqual([address, []]);
    }
  });
});

describe('the document', () => {
  const text = '題\n甲乙𠮷𬶍丙👩‍👩‍👧丁e\u0301戊。己庚。';
  const annotations = [
    annotateQuote(text, '甲乙𠮷𬶍丙', { note: '一', links: [linkTo('13·51', 'verbatim'), linkTo('9·33')] }),
    annotateQuote(text, '𬶍丙👩‍👩‍👧', { links: [linkTo('3·9', 'adapted')] }),
    annotateQuote(text, '👩‍👩‍👧丁'),
  ];
  const given = { article: { roles: ['title', 'body'] } } satisfies Parameters<typeof reportInput>[2];
  const source = writeReportHtml(buildReport(reportInput(text, annotations, given)));
  const document = readStrictHtml(source);

  test('says its encoding first, forbids everything but its own style, and needs no other file', () => {
    const [charset, policy] = findElements(document, 'meta');
    expect(charset?.attributes).toEqual({ charset: 'utf-8' });
    expect(source.indexOf('<meta charset="utf-8">')).toBeLessThan(1024);
    expect(policy?.attributes['content']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:/);
    expect(source).not.toMatch(/url\(|@import|src="(?!data:image\/svg\+xml;base64,)/);
  });

  test('the passages are the text, without the numbers', () => {
    expect(passagesOf(document)).toBe(text);
  });

  test('every number leads to its note, and back', () => {
    const ids = new Set<string>();
    const targets: string[] = [];
    const visit = (element: ReadElement) => {
      const { id: own, href } = element.attributes;
      if (own !== undefined) {
        expect(ids).not.toContain(own);
        ids.add(own);
      }
      if (href?.startsWith('#')) targets.push(href.slice(1));
      for (const child of element.children) if (typeof child !== 'string') visit(child);
    };
    visit(document);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(['a1', 'a2', 'a3', 'p1', 'p2', 'p3'].every((each) => ids.has(each) && targets.includes(each))).toBe(true);
  });

  test('an overlap has the tint of the smallest and a rule for each, in lanes of their own', () => {
    const marks = findElements(document, 'mark').map((mark) => [textOf(mark), mark.attributes['class'] ?? ''] as const);
    expect(marks.map(([marked]) => marked)).toEqual(['甲乙𠮷', '𬶍丙', '👩‍👩‍👧', '丁']);
    const style = textOf(findElements(document, 'style')[0] ?? document);
    const rules = marks.map(([, name]) => new RegExp(`\\.${name}\\{background:(.*)\\}`).exec(style)?.[1] ?? '');
    expect(rules.map((rule) => [...rule.matchAll(/--([tr]\d+)/g)].map(([, colour]) => colour))).toEqual([
      ['t13', 'r13'],
      ['t13', 'r13', 'r3'],
      ['t0', 'r3', 'r0'],
      ['t0', 'r0'],
    ]);
    const laneIn = (rule: string | undefined, colour: string) =>
      new RegExp(`--${colour}\\) 0 0\\) 0 calc\\(100% - \\(var\\(--lanes\\) - (\\d)\\)`).exec(rule ?? '')?.[1];
    expect([laneIn(rules[1], 'r3'), laneIn(rules[2], 'r3')]).toEqual(['2', '2']);
    expect(laneIn(rules[2], 'r0')).toBe('1');
  });

  test('languages are marked', () => {
    const [html] = findElements(document, 'html');
    expect(html?.attributes['lang']).toBe('zh-Hant');
    const inEnglish = buildReport(
      reportInput(text, annotations, { article: { ...given.article, script: null }, plan: { language: 'en' } }),
    );
    const english = readStrictHtml(writeReportHtml(inEnglish));
    expect(findElements(english, 'html')[0]?.attributes['lang']).toBe('en');
    expect(ofClass(english, 'p', 'passage').map((passage) => passage.attributes['lang'])).toEqual(['zh', 'zh']);
    expect(textOf(english)).toContain('Improving mechanisms of public safety governance');
  });

  test('a table has a row for each part and category in use, the unlinked and all', () => {
    const rows = findElements(document, 'tr').map((row) => textOf(findElements(row, 'th')[0] ?? row));
    expect(rows.map((row) => /^[\d·]*/.exec(row)?.[0])).toEqual(['', '3', '3·9', '9', '9·33', '13', '13·51', '', '']);
  });
});

describe('several articles', () => {
  const [one, two] = ['甲乙丙丁', '戊己庚辛'].map((text, index) =>
    reportSource(
      text,
      [
        annotate(text, 0, 2, {
          id: id(80 + index),
          links: [linkTo('13·51', 'local')],
          translation: 'mine',
          note: '一',
        }),
      ],
      { article: { id: id(40 + index), title: `第${index}篇`, outlet: '山西日報', outletProvince: '山西' } },
    ),
  );
  const sources = [one, two].flatMap((each) => each ?? []);
  const documentOf = (...sections: ReportInput['plan']['sections']) =>
    readStrictHtml(writeReportHtml(buildReport({ ...reportInput('甲', [], { plan: { sections } }), sources })));
  const idsOf = (document: ReadElement) => {
    const ids: string[] = [];
    const visit = (element: ReadElement) => {
      if (element.attributes['id'] !== undefined) ids.push(element.attributes['id']);
      for (const child of element.children) if (typeof child !== 'string') visit(child);
    };
    visit(document);
    return ids;
  };
  const leadsOf = (document: ReadElement) =>
    findElements(document, 'a').flatMap(({ attributes: { href = '' } }) => (href.startsWith('#') ? href.slice(1) : []));

  test('stand under their titles, numbered on, and are painted apart', () => {
    const document = documentOf('metadata', 'text', 'byCategory', 'byProvince', 'counts');
    expect(ofClass(document, 'h3', 'text-title').map((each) => textOf(each))).toEqual(['1第0篇', '2第1篇']);
    expect(passagesOf(document)).toBe('甲乙丙丁\n戊己庚辛');
    expect(ofClass(document, 'p', 'passage-quoted').map((each) => textOf(each))).toEqual([
      '甲乙',
      '戊己',
      '甲乙',
      '戊己',
    ]);
  });

  test.each([
    ['text', 'byCategory', 'counts'],
    ['counts', 'byProvince'],
    ['byCategory', 'text'],
    ['counts', 'method'],
    ['byProvince', 'byCategory', 'counts'],
  ] as const)('whatever is chosen (%s …), no number leads nowhere and no id stands twice', (...sections) => {
    const document = documentOf(...sections);
    const ids = idsOf(document);
    expect(new Set(ids).size).toBe(ids.length);
    expect(leadsOf(document).filter((lead) => !ids.includes(lead))).toEqual([]);
  });

  test('nothing stands between the heading of a part and that of its first item, where a page could end', () => {
    const lists = ofClass(documentOf('byCategory', 'byProvince'), 'div', 'quotations');
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) expect(list.children.length).toBeGreaterThan(0);
  });

  test('sections stand in the order of the plan', () => {
    expect(
      findElements(documentOf('method', 'counts', 'text'), 'h2').map(({ attributes }) => attributes['id']),
    ).toEqual(['method', 'counts', 'text']);
  });
});

describe('the preview', () => {
  const text = '甲乙丙丁';
  const { markup, style } = writeReportPreview(buildReport(reportInput(text, [annotate(text, 0, 2)])), { whole: true });

  test('has no style attribute, no link to elsewhere, and is the sheet of the document', () => {
    expect(markup).not.toMatch(/ style=|<style|<script/);
    expect(passagesOf(readStrictHtml(`<!doctype html>\n${markup}`))).toBe(text);
    expect(style).toContain(':host{');
    expect(style).not.toMatch(/:root|@media|url\(/);
  });
});

describe('what may be missing', () => {
  test('no annotations: neither table nor codebook, and a sentence that says so', () => {
    const document = read(reportInput('甲', []));
    expect(findElements(document, 'table')).toEqual([]);
    expect(findElements(document, 'h2').map((heading) => heading.attributes['id'])).toEqual(['text', 'method']);
    expect(textOf(document)).toContain('這篇文章尚無標註。');
  });

  test('no text', () => {
    expect(textOf(read(reportInput('', [])))).toContain('這篇文章沒有文字。');
  });

  test('a thousand annotations over one another: every number is there, and the style stays small', () => {
    const text = '甲'.repeat(1001);
    const annotations = Array.from({ length: 1000 }, (_, index) => annotate(text, index, 1001, { id: id(index) }));
    const document = read(reportInput(text, annotations));
    expect(findElements(document, 'sup')).toHaveLength(1000);
    expect(passagesOf(document)).toBe(text);
    expect(textOf(findElements(document, 'style')[0] ?? document).length).toBeLessThan(30_000);
  });
});

/** Well-formed, with nothing that runs or leads elsewhere. */
function expectPicture(svg: string): void {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.add(name);
    expect(Object.keys(attributes).filter((each) => each.startsWith('on') || each.includes('href'))).toEqual([]);
  });
  parser.write(svg).close();
  expect(
    [...names].filter((name) => !/^(svg|g|defs|pattern|title|desc|text|tspan|rect|line|path|circle)$/.test(name)),
  ).toEqual([]);
}
