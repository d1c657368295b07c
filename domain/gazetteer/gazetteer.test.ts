import { expect, test } from 'vitest';
import { findPlaces } from './find-places.ts';
import { foldName, hantName } from './name-characters.ts';
import type { Place } from './places.ts';
import { counties, placeOfProvince, prefectures } from './places.ts';
import type { Province } from './provinces.ts';
import { corps, getProvince, provinceByName, provinces } from './provinces.ts';

const isNewArea = ({ name, short }: Place) => name.hans.endsWith('新区') && short.hans === name.hans;

test('34 units of the province level, the Corps, 333 prefectures and 2,844 counties', () => {
  expect(provinces).toHaveLength(34);
  expect(new Set(provinces.map(({ code }) => code)).size).toBe(34);
  const ofKind = (kind: Province['kind']) => provinces.filter((province) => province.kind === kind);
  expect(ofKind('province')).toHaveLength(23);
  expect(ofKind('autonomous region')).toHaveLength(5);
  expect(ofKind('municipality')).toHaveLength(4);
  expect(ofKind('special administrative region')).toHaveLength(2);
  expect(prefectures.filter(({ province }) => Number(province.code) < 660_000)).toHaveLength(333);
  expect(prefectures.filter(({ province }) => province === corps)).toHaveLength(14);
  expect(counties.filter((place) => !isNewArea(place))).toHaveLength(2844);
});

test('counties of a province, as the civil affairs register counts them', () => {
  const count = (code: string) => counties.filter((place) => place.province.code === code && !isNewArea(place)).length;
  const expected = {
    110000: 16,
    120000: 16,
    130000: 167,
    140000: 117,
    150000: 103,
    210000: 100,
    220000: 60,
    310000: 16,
  };
  for (const [code, number] of Object.entries(expected)) expect([code, count(code)]).toEqual([code, number]);
  const western = {
    320000: 95,
    330000: 90,
    340000: 104,
    420000: 103,
    430000: 122,
    500000: 38,
    510000: 183,
    610000: 107,
  };
  for (const [code, number] of Object.entries(western)) expect([code, count(code)]).toEqual([code, number]);
});

test('no unit stands twice under the same prefecture', () => {
  const keys = counties.map(
    ({ name, prefecture, province }) => `${province.code} ${prefecture?.name.hans} ${name.hans}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['内蒙古自治区', '內蒙古自治區'],
  ['台湾省', '台灣省'],
  ['新疆生产建设兵团', '新疆生產建設兵團'],
  ['沈阳市', '瀋陽市'],
  ['沈丘县', '沈丘縣'],
  ['烟台市', '煙臺市'],
  ['台州市', '台州市'],
  ['天台县', '天台縣'],
  ['余姚市', '餘姚市'],
  ['云梦县', '雲夢縣'],
  ['钟祥市', '鍾祥市'],
  ['丰台区', '豐臺區'],
  ['乌拉特后旗', '烏拉特後旗'],
  ['准格尔旗', '準格爾旗'],
  ['叠彩区', '疊彩區'],
  ['仪征市', '儀徵市'],
  ['乾县', '乾縣'],
  ['平遥县', '平遙縣'],
  ['都匀市', '都勻市'],
  ['黄冈市', '黃岡市'],
  ['鹤岗市', '鶴崗市'],
  ['新干县', '新干縣'],
  ['荥阳市', '滎陽市'],
  ['鄂尔多斯市', '鄂爾多斯市'],
  ['克孜勒苏柯尔克孜自治州', '克孜勒蘇柯爾克孜自治州'],
  ['潍坊市', '濰坊市'],
  ['盱眙县', '盱眙縣'],
  ['歙县', '歙縣'],
  ['郏县', '郟縣'],
  ['穆棱市', '穆棱市'],
  ['嵊泗县', '嵊泗縣'],
  ['琅琊区', '琅琊區'],
  ['茌平区', '茌平區'],
  ['凭祥市', '憑祥市'],
  ['腾冲市', '騰衝市'],
  ['宁洱哈尼族彝族自治县', '寧洱哈尼族彝族自治縣'],
])('%s is %s', (hans, hant) => {
  expect(hantName(hans)).toBe(hant);
});

test('every name in either script folds to one key', () => {
  for (const { name } of [...prefectures, ...counties]) expect(foldName(name.hant)).toBe(foldName(name.hans));
  for (const { name, short } of provinces) {
    expect(foldName(name.hant)).toBe(foldName(name.hans));
    expect(foldName(short.hant)).toBe(foldName(short.hans));
  }
});

test('every full name, in both scripts and behind its prefecture, is found as that unit', () => {
  for (const place of [...prefectures.filter(({ province }) => province !== corps), ...counties]) {
    for (const script of ['hans', 'hant'] as const) {
      const chain = [place.province.short[script], place.prefecture?.name[script] ?? ''];
      const text = `記者在${chain.join('')}${place.name[script]}了解到`;
      const last = findPlaces(text).at(-1);
      expect([text, last?.place?.name.hans, last?.place?.prefecture]).toEqual([
        text,
        place.name.hans,
        place.prefecture,
      ]);
    }
  }
});

test.each(['山西', '山西省', '晉', 'Shanxi', ' shanxi '])('the province named %s', (name) => {
  expect(provinceByName(name)?.code).toBe(name === '晉' ? undefined : '140000');
});

test('names of provinces in every form', () => {
  expect(provinceByName('內蒙古')?.code).toBe('150000');
  expect(provinceByName('内蒙')?.code).toBe('150000');
  expect(provinceByName('廣西壯族自治區')?.code).toBe('450000');
  expect(provinceByName('臺灣')?.code).toBe('710000');
  expect(provinceByName('兵團')).toBe(corps);
  expect(provinceByName('晉城')).toBeNull();
  expect(() => getProvince('999999')).toThrow(RangeError);
  expect(placeOfProvince(corps).name.hant).toBe('新疆生產建設兵團');
});
