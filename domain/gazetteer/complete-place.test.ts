import { describe, expect, test } from 'vitest';
import {
  completePlace,
  completeProvince,
  placeName,
  provinceChoices,
  simplifiedPlaceName,
  storedPlaceName,
} from './complete-place.ts';

const named = (typed: string, limit = 8) => completePlace(typed, limit).map((place) => placeName(place).hant);

describe('completing the name of a place', () => {
  test('34 units of the province level and the Corps can be chosen', () => {
    expect(provinceChoices).toHaveLength(35);
    expect(completeProvince('')).toHaveLength(35);
  });

  test('either script and English find a province', () => {
    for (const typed of ['內蒙', '内蒙', 'inner m', 'Inner Mongolia']) {
      expect(completeProvince(typed).map(({ code }) => code)).toEqual(['150000']);
    }
    expect(completeProvince('shan').map(({ short }) => short.hant)).toEqual(['上海', '山西', '山東'].toSorted(byCode));
    expect(completeProvince('河').map(({ short }) => short.hant)).toEqual(['河北', '河南']);
    expect(completeProvince('不是省')).toEqual([]);
  });

  test('provinces come before prefectures, prefectures before counties, beginnings before the rest', () => {
    expect(named('山西')).toEqual(['山西']);
    expect(named('大同')[0]).toBe('大同');
    expect(named('平城')).toEqual(['平城區']);
    expect(named('吉林').slice(0, 2)).toEqual(['吉林', '吉林市']);
    expect(named('')).toEqual([]);
    expect(named('區', 5)).toHaveLength(5);
  });

  test('what is kept is Traditional, what is shown follows the interface; other texts are left alone', () => {
    expect(storedPlaceName('内蒙古')).toBe('內蒙古');
    expect(storedPlaceName('内蒙古自治区')).toBe('內蒙古');
    expect(storedPlaceName('大同市')).toBe('大同');
    expect(storedPlaceName('平城区')).toBe('平城區');
    expect(storedPlaceName('平城')).toBe('平城');
    expect(storedPlaceName('臨汾')).toBe('臨汾');
    expect(storedPlaceName('某某开发区')).toBe('某某开发区');
    expect(simplifiedPlaceName('臨汾')).toBe('临汾');
    expect(simplifiedPlaceName('某某開發區')).toBe('某某開發區');
  });
});

function byCode(a: string, b: string): number {
  const code = (short: string) => provinceChoices.find((each) => each.short.hant === short)?.code ?? '';
  return code(a) < code(b) ? -1 : 1;
}
