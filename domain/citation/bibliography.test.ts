import { describe, expect, test } from 'vitest';
import type { Cited } from './cite.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeRis } from './write-ris.ts';

const cited: Cited = {
  title: '築牢安全屏障\n守護三晉平安',
  outlet: '山西日報',
  publishedOn: '2024-08-05',
  reporters: ['楊文俊', '李煉'],
  source: null,
  address: 'https://example.com/%E5%B1%B1?a=1&b={2}',
  script: 'hant',
  opening: '黨的',
};

describe('BibTeX', () => {
  test('Han names are one word each, braces are balanced, an address keeps its percent signs', () => {
    expect(writeBibtex([cited])).toBe(`@article{shanxiribao20240805,
  author = {{楊文俊} and {李煉}},
  title = {{築牢安全屏障 守護三晉平安}},
  journal = {山西日報},
  year = {2024},
  month = {8},
  day = {5},
  url = {https://example.com/%E5%B1%B1?a=1&b=%7B2%7D},
  langid = {chinese}
}
`);
  });

  test('what TeX would take for its own is escaped', () => {
    const entry = writeBibtex([{ ...cited, title: '100% {a}_b & c\\d ~ $5 #1 ^', outlet: null, publishedOn: null }]);
    expect(entry).toContain(
      'title = {{100\\% \\{a\\}\\_b \\& c\\textbackslash{}d \\textasciitilde{} \\$5 \\#1 \\textasciicircum{}}}',
    );
    expect(entry).toContain('@article{article,');
  });

  test('keys are unique', () => {
    const file = writeBibtex([
      cited,
      { ...cited, title: '二' },
      { ...cited, publishedOn: '2024' },
      { ...cited, outlet: null },
    ]);
    const keys = [...file.matchAll(/^@article\{(.*),$/gm)].map(([, key]) => key);
    expect(keys).toEqual(['shanxiribao20240805-1', 'shanxiribao20240805-2', 'shanxiribao2024', 'article20240805']);
  });
});

test('RIS: a record each, a tag a line, CRLF, dates as precise as they are', () => {
  const file = writeRis([
    { ...cited, id: 'x1' },
    { ...cited, id: 'x2', title: null, publishedOn: '2024-08', reporters: [], address: 'javascript:1' },
  ]);
  expect(file.split('\r\n')).toEqual([
    'TY  - NEWS',
    'ID  - x1',
    'AU  - 楊文俊',
    'AU  - 李煉',
    'TI  - 築牢安全屏障 守護三晉平安',
    'T2  - 山西日報',
    'PY  - 2024',
    'DA  - 2024/08/05/',
    'LA  - zh-Hant',
    'UR  - https://example.com/%E5%B1%B1?a=1&b={2}',
    'ER  - ',
    '',
    'TY  - NEWS',
    'ID  - x2',
    'TI  - [黨的]',
    'T2  - 山西日報',
    'PY  - 2024',
    'DA  - 2024/08//',
    'LA  - zh-Hant',
    'ER  - ',
    '',
  ]);
});
