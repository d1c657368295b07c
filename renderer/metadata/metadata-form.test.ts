import { describe, expect, test } from 'vitest';
import { changedMetadata, readList, toForm } from './metadata-form.ts';

const known = {
  title: '山西安全',
  outlet: null,
  outletProvince: '山西',
  places: ['太原', '大同'],
  publishedOn: '2024-08',
  reporters: [],
  editor: null,
  source: null,
  address: null,
  genre: null,
  script: null,
};

describe('the metadata form', () => {
  test('an untouched form changes nothing', () => {
    expect(changedMetadata(known, toForm(known))).toEqual({});
  });

  test('an emptied field becomes unknown, a filled one known, a list is read', () => {
    const form = { ...toForm(known), outletProvince: ' ', outlet: ' 山西日報 ', reporters: '王五，李四、王五' };
    expect(changedMetadata(known, { ...form, script: 'hant' })).toEqual({
      outletProvince: null,
      outlet: '山西日報',
      reporters: ['王五', '李四'],
      script: 'hant',
    });
  });

  test('lists take every common separator', () => {
    expect(readList('a、b,c，d;e；f\n g ')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(readList(' 、 ')).toEqual([]);
  });
});
