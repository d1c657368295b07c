import { CENTRAL } from './divisions-central.ts';
import { EAST } from './divisions-east.ts';
import { NORTH } from './divisions-north.ts';
import { NORTHEAST } from './divisions-northeast.ts';
import { NORTHWEST } from './divisions-northwest.ts';
import { SOUTH } from './divisions-south.ts';
import { SOUTHWEST } from './divisions-southwest.ts';
import { hantName } from './name-characters.ts';
import type { PlaceName, Province } from './provinces.ts';
import { corps, getProvince, provinces } from './provinces.ts';

export type PlaceLevel = 'province' | 'prefecture' | 'county';

/** An administrative unit with the units it lies in. What a province governs directly has no prefecture. */
export interface Place {
  level: PlaceLevel;
  /** The full name: 大同市, 恩施土家族苗族自治州. */
  name: PlaceName;
  /** The name without its kind and, where it has one, without the nationality: 大同, 恩施. */
  short: PlaceName;
  province: Province;
  prefecture: Place | null;
}

const PEOPLES =
  '满|蒙古|回|土家|苗|侗|瑶|壮|黎|畲|彝|藏|羌|布依|水|仡佬|哈尼|傣|拉祜|佤|布朗|纳西|白|普米|怒|独龙|傈僳|景颇|朝鲜|达斡尔|鄂温克|仫佬|毛南|裕固|保安|东乡|撒拉|土|哈萨克|塔吉克|锡伯|柯尔克孜|各';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族?)+自治(州|县|旗)$`, 'u');
const WITH_PEOPLE = new RegExp(`^(.{2,}?)(?:${PEOPLES})族(区)$`, 'u');
// Names that the pattern does not read, or whose usual short form is another.
const SHORT_FORMS: Readonly<Record<string, string>> = {
  东乡族自治县: '东乡县',
  鄂温克族自治旗: '鄂温克旗',
  鄂伦春自治旗: '鄂伦春旗',
  前郭尔罗斯蒙古族自治县: '前郭县',
  喀喇沁左翼蒙古族自治县: '喀左县',
};
const PROVINCE_NAMES = new Set(provinces.map(({ short }) => short.hans));

function both(hans: string): PlaceName {
  return { hans, hant: hantName(hans) };
}

/** The name without the nationalities: 恩施州, 石柱县; null for a name that has none. */
export function plainForm(name: string): string | null {
  const known = SHORT_FORMS[name];
  if (known !== undefined) return known;
  const match = AUTONOMOUS.exec(name) ?? WITH_PEOPLE.exec(name);
  return match === null ? null : `${match[1]}${match[2]}`;
}

/**
 * The name without its kind: 大同, 恩施. A name of one character (兴县) stays whole, and so does one that would then be
 * that of a province (吉林市, 海南州).
 */
export function stemOf(name: string): string {
  const plain = plainForm(name) ?? name;
  const stem = plain.replace(/(?<=..)(?:地区|林区|特区|新区)$|[市州盟县区旗]$/u, '');
  return stem.length < 2 || PROVINCE_NAMES.has(stem) ? plain : stem;
}

function place(level: PlaceLevel, name: string, province: Province, prefecture: Place | null): Place {
  return { level, name: both(name), short: both(stemOf(name)), province, prefecture };
}

const DIVISIONS = [NORTH, NORTHEAST, EAST, CENTRAL, SOUTH, SOUTHWEST, NORTHWEST];

const provincePlaces = new Map<string, Place>(
  [...provinces, corps].map((province) => [
    province.code,
    { level: 'province', name: province.name, short: province.short, province, prefecture: null },
  ]),
);

/** The place that a province, or the Corps, is. */
export function placeOfProvince(province: Province): Place {
  const found = provincePlaces.get(province.code);
  if (found === undefined) throw new RangeError(`no place for the province ${province.code}`);
  return found;
}

const prefectureList: Place[] = [];
const countyList: Place[] = [];
for (const divisions of DIVISIONS) {
  for (const [code, governed] of Object.entries(divisions)) {
    const province = getProvince(code);
    for (const [name, counties] of Object.entries(governed)) {
      const prefecture = name === '' ? null : place('prefecture', name, province, null);
      if (prefecture !== null) prefectureList.push(prefecture);
      for (const county of counties.split(' ')) {
        if (county !== '') countyList.push(place('county', county, province, prefecture));
      }
    }
  }
}

// The divisions of the Corps.
const NUMERALS = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四';
for (const numeral of NUMERALS.split(' ')) {
  const division = place('prefecture', `第${numeral}师`, corps, null);
  prefectureList.push({ ...division, short: both(`兵团第${numeral}师`) });
}

// National-level new areas, which take in parts of several districts and are news under their own names.
const NEW_AREAS: readonly [string, string, string][] = [
  ['雄安新区', '130000', ''],
  ['金普新区', '210000', '大连市'],
  ['长春新区', '220000', '长春市'],
  ['哈尔滨新区', '230000', '哈尔滨市'],
  ['江北新区', '320000', '南京市'],
  ['舟山群岛新区', '330000', '舟山市'],
  ['福州新区', '350000', '福州市'],
  ['赣江新区', '360000', ''],
  ['西海岸新区', '370000', '青岛市'],
  ['湘江新区', '430000', '长沙市'],
  ['南沙新区', '440000', '广州市'],
  ['两江新区', '500000', ''],
  ['天府新区', '510000', ''],
  ['贵安新区', '520000', ''],
  ['滇中新区', '530000', '昆明市'],
  ['西咸新区', '610000', ''],
  ['兰州新区', '620000', '兰州市'],
];
for (const [name, code, prefectureName] of NEW_AREAS) {
  const prefecture =
    prefectureList.find(({ name: { hans }, province }) => hans === prefectureName && province.code === code) ?? null;
  countyList.push({ ...place('county', name, getProvince(code), prefecture), short: both(name) });
}

/** Prefecture-level units, those of Taiwan and the divisions of the Corps included. */
export const prefectures: readonly Place[] = prefectureList;
/** County-level units and the national-level new areas. */
export const counties: readonly Place[] = countyList;
