import { expect, test } from 'vitest';
import { hintsOfRow, mapColumns } from './table-columns.ts';

test('columns go by their names in both scripts and in English, whatever their case and spacing', () => {
  expect(mapColumns(['ID', '标题', '发布日期', '来源', '作者', '省份', '网址', '正文'])).toEqual({
    title: 1,
    date: 2,
    outlet: 3,
    author: 4,
    province: 5,
    url: 6,
    text: 7,
  });
  expect(mapColumns(['\uFEFFTitle ', 'Published_On', 'SOURCE', 'Body', 'Ｕｒｌ'])).toEqual({
    title: 0,
    date: 1,
    outlet: 2,
    text: 3,
    url: 4,
  });
  expect(mapColumns(['甲', '乙'])).toEqual({});
});

test('what the researcher says goes before the names', () => {
  expect(mapColumns(['正文', '原文'], { text: '原文' })).toEqual({ text: 1 });
  expect(mapColumns(['正文', '原文'], { text: '無此欄' })).toEqual({});
});

test('cells become evidence as they stand, empty ones none', () => {
  const columns = mapColumns(['標題', '日期', '記者', '正文']);
  expect(hintsOfRow([' 題 ', '', '甲 乙', '文'], columns)).toEqual({ title: '題', author: '甲 乙' });
});
